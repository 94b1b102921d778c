// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/model.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kp::classify
{

namespace
{
constexpr std::array<char, 8> magic{'K', 'P', 'C', 'L', 'A', 'S', 'S', '1'};
constexpr std::size_t parts = 7;
constexpr std::size_t alignment = 8;

struct Header {
    std::array<char, 8> magic;
    std::array<quint64, parts> counts;
};

/// Takes parts off the front, each at its alignment.
class Cutter
{
public:
    explicit Cutter(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    template<class T>
    bool cut(std::span<const T> &out, quint64 count)
    {
        const quint64 size = (count * sizeof(T) + alignment - 1) / alignment * alignment;
        if (count > static_cast<quint64>(m_bytes.size()) || size > static_cast<quint64>(m_bytes.size()))
            return false;
        // The bytes were written from such records, and the part begins at their alignment.
        out = {static_cast<const T *>(static_cast<const void *>(m_bytes.data())), static_cast<std::size_t>(count)};
        m_bytes = m_bytes.sliced(static_cast<qsizetype>(size));
        return true;
    }

private:
    QByteArrayView m_bytes;
};

template<class T>
void append(QByteArray &out, const T *first, std::size_t count)
{
    out.append(static_cast<const char *>(static_cast<const void *>(first)), static_cast<qsizetype>(count * sizeof(T)));
    while (out.size() % static_cast<qsizetype>(alignment) != 0)
        out.append('\0');
}
} // namespace

Result<Model> Model::open(QByteArrayView bytes)
{
    const Fault broken{FaultKind::Invalid, QStringLiteral("The classification model is broken.")};
    Cutter cutter(bytes);
    std::span<const Header> header;
    if (!cutter.cut(header, 1) || header.front().magic != magic)
        return broken;
    const auto &counts = header.front().counts;
    Model model;
    std::span<const char16_t> texts;
    if (!cutter.cut(model.m_rows, counts[0]) || !cutter.cut(model.m_shortNames, counts[1]) ||
        !cutter.cut(model.m_phrases, counts[2]) || !cutter.cut(model.m_grams, counts[3]) ||
        !cutter.cut(model.m_phrasePlaces, counts[4]) || !cutter.cut(model.m_rowPlaces, counts[5]) ||
        !cutter.cut(texts, counts[6]) || model.m_rows.empty() || model.m_grams.empty())
        return broken;
    model.m_texts = QStringView(texts.data(), static_cast<qsizetype>(texts.size()));
    return model;
}

std::span<const ModelPhrase> Model::phrasesOf(std::size_t row) const
{
    return m_phrases.subspan(m_rows[row].phrases, m_rows[row + 1].phrases - m_rows[row].phrases);
}

QStringView Model::text(TextRef ref) const
{
    return m_texts.sliced(ref.at, ref.length);
}

std::optional<quint16> Model::find(QStringView code) const
{
    bool isNumber = false;
    const quint64 wanted = code.toULongLong(&isNumber);
    if (!isNumber || m_rows.empty())
        return {};
    const auto rows = m_rows.first(rowCount());
    const auto it = std::lower_bound(
        rows.begin(), rows.end(), wanted, [](const ModelRow &row, quint64 value) { return row.code < value; });
    return it != rows.end() && it->code == wanted ? std::optional(static_cast<quint16>(it - rows.begin()))
                                                  : std::nullopt;
}

QStringView Model::shortName(std::size_t row, QDate day) const
{
    const auto names =
        m_shortNames.subspan(m_rows[row].shortNames, m_rows[row + 1].shortNames - m_rows[row].shortNames);
    if (names.empty())
        return {};
    const auto later = std::upper_bound(names.begin(), names.end(), day.toJulianDay(),
        [](qint64 wanted, const ModelShortName &name) { return wanted < name.from; });
    return text(later == names.begin() ? names.front().text : std::prev(later)->text);
}

const ModelGram *Model::find(Gram gram) const
{
    const auto it = std::lower_bound(
        m_grams.begin(), m_grams.end(), gram, [](const ModelGram &entry, Gram wanted) { return entry.gram < wanted; });
    return it != m_grams.end() && it->gram == gram ? &*it : nullptr;
}

std::span<const PhrasePlace> Model::phrasesWith(const ModelGram &gram) const
{
    return m_phrasePlaces.subspan(gram.inPhrases, (&gram + 1)->inPhrases - gram.inPhrases);
}

std::span<const RowPlace> Model::rowsWith(const ModelGram &gram) const
{
    return m_rowPlaces.subspan(gram.inRows, (&gram + 1)->inRows - gram.inRows);
}

QByteArray bytesOf(const ModelParts &from)
{
    const Header header{
        magic, {from.rows.size(), from.shortNames.size(), from.phrases.size(), from.grams.size(),
                   from.phrasePlaces.size(), from.rowPlaces.size(), static_cast<quint64>(from.texts.size())}};
    QByteArray out;
    append(out, &header, 1);
    append(out, from.rows.data(), from.rows.size());
    append(out, from.shortNames.data(), from.shortNames.size());
    append(out, from.phrases.data(), from.phrases.size());
    append(out, from.grams.data(), from.grams.size());
    append(out, from.phrasePlaces.data(), from.phrasePlaces.size());
    append(out, from.rowPlaces.data(), from.rowPlaces.size());
    append(out, from.texts.constData(), static_cast<std::size_t>(from.texts.size()));
    return out;
}

} // namespace kp::classify
