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
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

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
    m_entries.push_back({static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint32_t>(m_initials.size())});
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
}

QStringView CompletionIndex::textOf(qsizetype entry) const
{
    const auto at = static_cast<std::size_t>(entry);
    const qsizetype begin = m_entries[at].text;
    const qsizetype end = at + 1 < m_entries.size() ? m_entries[at + 1].text : m_texts.size();
    return QStringView(m_texts).sliced(begin, end - begin);
}

std::pair<const std::uint16_t *, const std::uint16_t *> CompletionIndex::initialsOfEntry(qsizetype entry) const
{
    const auto at = static_cast<std::size_t>(entry);
    const std::size_t end = at + 1 < m_entries.size() ? m_entries[at + 1].initials : m_initials.size();
    return {m_initials.data() + m_entries[at].initials, m_initials.data() + end};
}

template<class Visit>
void CompletionIndex::eachBucket(qsizetype entry, Visit &&visit) const
{
    const QStringView text = textOf(entry);
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        if (text[i] != u'\n' && text[i + 1] != u'\n')
            visit(textBucket(text[i].unicode(), text[i + 1].unicode()));
    const auto [begin, end] = initialsOfEntry(entry);
    for (const std::uint16_t *at = begin; end - at > 1; ++at)
        eachLetter(m_classes[at[0]], [&](int first) {
            eachLetter(m_classes[at[1]], [&](int second) { visit(initialsBucket(first, second)); });
        });
}

void CompletionIndex::finish()
{
    m_texts.squeeze();
    // Counted first and filled then, so that all lists lie in one block without room to spare.
    std::vector<std::uint32_t> last(bucketCount, nobody);
    m_bucketEnds.assign(bucketCount, 0);
    const auto each = [&](auto &&visit) {
        std::fill(last.begin(), last.end(), nobody);
        for (qsizetype entry = 0; entry < size(); ++entry)
            eachBucket(entry, [&](std::uint32_t bucket) {
                if (last[bucket] == static_cast<std::uint32_t>(entry))
                    return; // once an entry
                last[bucket] = static_cast<std::uint32_t>(entry);
                visit(bucket, static_cast<std::uint32_t>(entry));
            });
    };
    each([&](std::uint32_t bucket, std::uint32_t) { ++m_bucketEnds[bucket]; });
    std::uint32_t total = 0;
    for (std::uint32_t &count : m_bucketEnds) { // where each begins; filling moves that to where it ends
        const std::uint32_t begin = total;
        total += count;
        count = begin;
    }
    m_postings.resize(total);
    each([&](std::uint32_t bucket, std::uint32_t entry) { m_postings[m_bucketEnds[bucket]++] = entry; });
}

CompletionIndex::Walk::Stream CompletionIndex::Walk::rarest(const std::vector<std::uint32_t> &buckets) const
{
    Stream out;
    out.all = buckets.empty();
    for (const std::uint32_t bucket : buckets) {
        const std::uint32_t begin = bucket == 0 ? 0 : m_index.m_bucketEnds[bucket - 1];
        const std::uint32_t *at = m_index.m_postings.data() + begin;
        const std::uint32_t *end = m_index.m_postings.data() + m_index.m_bucketEnds[bucket];
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
    const auto [begin, end] = m_index.initialsOfEntry(entry);
    return std::search(begin, end, m_typed.begin(), m_typed.end(), [this](std::uint16_t number, std::uint64_t bit) {
        return (m_index.m_classes[number] & bit) != 0;
    }) != end;
}

void CompletionIndex::Walk::advance(Stream &stream)
{
    if (stream.all) {
        while (++stream.found < m_index.size())
            if (has(stream, stream.found))
                return;
    } else {
        while (stream.at != stream.end) {
            stream.found = *stream.at++;
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
