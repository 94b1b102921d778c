// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/completion_index.h"

#include "core/base/pinyin.h"
#include "core/store/search_text.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace kp::store
{

namespace
{
constexpr int initialLetters = 36;
constexpr std::uint32_t textBuckets = 1 << 15;
constexpr std::uint32_t bucketCount = textBuckets + initialLetters * initialLetters;
constexpr unsigned groupBits = 7;
constexpr std::uint8_t lastGroup = 1U << groupBits;

template<class Visit>
void eachLetter(std::uint64_t bits, Visit &&visit)
{
    for (; bits != 0; bits &= bits - 1)
        visit(std::countr_zero(bits));
}
} // namespace

std::uint32_t CompletionIndex::textBucket(char16_t first, char16_t second)
{
    const std::uint32_t pair = (std::uint32_t{first} << 16) | second;
    return (pair * 0x9E3779B1U) >> 17;
}

std::uint32_t CompletionIndex::initialsBucket(int first, int second)
{
    return textBuckets + static_cast<std::uint32_t>(first * initialLetters + second);
}

std::uint16_t CompletionIndex::classOf(std::uint64_t bits)
{
    const auto [found, isNew] = m_classNumbers.try_emplace(bits, static_cast<std::uint16_t>(m_classes.size()));
    if (isNew)
        m_classes.push_back(bits);
    return found->second;
}

void CompletionIndex::add(const QString &texts)
{
    Entry entry{static_cast<std::uint32_t>(m_texts.size()), 0, static_cast<std::uint32_t>(m_initials.size()), 0};
    qsizetype begin = 0;
    for (qsizetype end = 0; begin <= texts.size(); begin = end + 1) { // the line ends are no part of any text
        end = texts.indexOf(u'\n', begin);
        end = end < 0 ? texts.size() : end;
        const QStringView line = QStringView(texts).sliced(begin, end - begin);
        m_texts += foldForSearch(line);
        m_texts += u'\n';
        if (begin == 0)
            for (const QChar c : line)
                if (const std::uint64_t bits = initialsOf(c))
                    m_initials.push_back(classOf(bits));
    }
    entry.textSize = static_cast<std::uint32_t>(m_texts.size()) - entry.text;
    entry.initialsSize = static_cast<std::uint32_t>(m_initials.size()) - entry.initials;
    m_entries.push_back(entry);
}

QStringView CompletionIndex::textOf(qsizetype entry) const
{
    const Entry &found = m_entries[static_cast<std::size_t>(entry)];
    return QStringView(m_texts).sliced(found.text, found.textSize);
}

std::span<const std::uint16_t> CompletionIndex::initialsOfEntry(qsizetype entry) const
{
    const Entry &found = m_entries[static_cast<std::size_t>(entry)];
    return std::span(m_initials).subspan(found.initials, found.initialsSize);
}

template<class Visit>
void CompletionIndex::eachBucket(qsizetype entry, Visit &&visit) const
{
    const QStringView text = textOf(entry);
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        if (text[i] != u'\n' && text[i + 1] != u'\n')
            visit(textBucket(text[i].unicode(), text[i + 1].unicode()));
    const std::span<const std::uint16_t> initials = initialsOfEntry(entry);
    for (std::size_t i = 0; i + 1 < initials.size(); ++i)
        eachLetter(m_classes[initials[i]], [&](int first) {
            eachLetter(m_classes[initials[i + 1]], [&](int second) { visit(initialsBucket(first, second)); });
        });
}

void CompletionIndex::finish(const std::vector<std::uint32_t> &order)
{
    std::vector<Entry> inOrder;
    inOrder.reserve(order.size());
    for (const std::uint32_t entry : order)
        inOrder.push_back(m_entries[entry]);
    m_entries = std::move(inOrder);
    m_texts.squeeze();
    // Counted first and filled then, so that all lists lie in one block without room to spare.
    std::vector<std::uint32_t> last(bucketCount);
    m_bucketEnds.assign(bucketCount, 0);
    const auto eachDistance = [&](auto &&visit) {
        std::fill(last.begin(), last.end(), 0);
        for (qsizetype entry = 0; entry < size(); ++entry)
            eachBucket(entry, [&](std::uint32_t bucket) {
                const auto posting = static_cast<std::uint32_t>(entry) + 1;
                if (last[bucket] != posting) // once an entry
                    visit(bucket, posting - last[bucket]);
                last[bucket] = posting;
            });
    };
    eachDistance([&](std::uint32_t bucket, std::uint32_t distance) {
        m_bucketEnds[bucket] += (static_cast<unsigned>(std::bit_width(distance)) + groupBits - 1) / groupBits;
    });
    std::uint32_t total = 0;
    for (std::uint32_t &size : m_bucketEnds) { // where each begins; filling moves that to where it ends
        const std::uint32_t begin = total;
        total += size;
        size = begin;
    }
    m_postings.resize(total);
    eachDistance([&](std::uint32_t bucket, std::uint32_t distance) {
        for (; distance >= lastGroup; distance >>= groupBits)
            m_postings[m_bucketEnds[bucket]++] = static_cast<std::uint8_t>(distance & (lastGroup - 1U));
        m_postings[m_bucketEnds[bucket]++] = static_cast<std::uint8_t>(distance | lastGroup);
    });
}

CompletionIndex::Walk::Stream CompletionIndex::Walk::rarest(const std::vector<std::uint32_t> &buckets) const
{
    Stream out;
    out.all = buckets.empty();
    for (const std::uint32_t bucket : buckets) {
        const std::uint32_t begin = bucket == 0 ? 0 : m_index.m_bucketEnds[bucket - 1];
        const std::uint8_t *at = m_index.m_postings.data() + begin;
        const std::uint8_t *end = m_index.m_postings.data() + m_index.m_bucketEnds[bucket];
        if (out.at == nullptr || end - at < out.end - out.at) {
            out.at = at;
            out.end = end;
        }
    }
    return out;
}

CompletionIndex::Walk::Walk(const CompletionIndex &index, const RecordTerm &term)
    : m_index(index)
    , m_term(term)
{
    const QString &typed = term.folded();
    std::vector<std::uint32_t> buckets;
    for (qsizetype i = 0; i + 1 < typed.size(); ++i)
        buckets.push_back(textBucket(typed[i].unicode(), typed[i + 1].unicode()));
    m_texts = rarest(buckets);
    m_initials.isDone = !term.mayBeInitials();
    if (!m_initials.isDone) {
        m_typed = initialsOf(QStringView(typed));
        buckets.clear();
        for (std::size_t i = 0; i + 1 < m_typed.size(); ++i)
            buckets.push_back(initialsBucket(std::countr_zero(m_typed[i]), std::countr_zero(m_typed[i + 1])));
        m_initials = rarest(buckets);
        advance(m_initials);
    }
    advance(m_texts);
}

bool CompletionIndex::Walk::has(const Stream &stream, qsizetype entry) const
{
    if (&stream == &m_texts)
        return m_index.textOf(entry).contains(m_term.folded());
    const std::span<const std::uint16_t> initials = m_index.initialsOfEntry(entry);
    return !std::ranges::search(initials, m_typed, [this](std::uint16_t number, std::uint64_t bit) {
        return (m_index.m_classes[number] & bit) != 0;
    }).empty();
}

void CompletionIndex::Walk::advance(Stream &stream)
{
    if (stream.all) {
        while (++stream.found < m_index.size())
            if (has(stream, stream.found))
                return;
    } else {
        while (stream.at != stream.end) {
            for (unsigned shift = 0;; shift += groupBits) {
                const std::uint8_t group = *stream.at++;
                stream.posting += (group & (lastGroup - 1U)) << shift;
                if ((group & lastGroup) != 0)
                    break;
            }
            stream.found = stream.posting - 1;
            if (has(stream, stream.found))
                return;
        }
    }
    stream.isDone = true;
}

qsizetype CompletionIndex::Walk::next()
{
    if (m_texts.isDone && m_initials.isDone)
        return -1;
    const qsizetype none = std::numeric_limits<qsizetype>::max();
    const qsizetype entry =
        std::min(m_texts.isDone ? none : m_texts.found, m_initials.isDone ? none : m_initials.found);
    for (Stream *stream : {&m_texts, &m_initials})
        if (!stream->isDone && stream->found == entry)
            advance(*stream);
    return entry;
}

} // namespace kp::store
