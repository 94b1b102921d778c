// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/match.h"

#include <algorithm>
#include <iterator>

namespace kp::rules
{

namespace
{
/// Case, width and spaces do not matter while searching.
QString folded(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    out.removeIf([](QChar c) { return c.isSpace(); });
    return out;
}

std::vector<std::uint32_t> bigramsOf(const QString &text)
{
    std::vector<std::uint32_t> out;
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        out.push_back(static_cast<std::uint32_t>(text.at(i).unicode()) << 16 | text.at(i + 1).unicode());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

int commonCount(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    int count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++count;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return count;
}

struct Query {
    QString text;
    std::vector<std::uint32_t> bigrams;
    bool isCode;
};

// The ranks lie so far apart that what refines one never reaches the next.
int score(const Query &query, const Classification &row, const QString &name, const std::vector<std::uint32_t> &bigrams)
{
    if (query.isCode)
        return row.code.startsWith(query.text) ? 1000 : 0;
    const int length = static_cast<int>(std::min<qsizetype>(name.size(), 50)); // shorter names fit more exactly
    if (name == query.text)
        return 900;
    if (row.shortName == query.text)
        return 850 - length;
    if (name.startsWith(query.text))
        return 750 - length;
    if (name.contains(query.text))
        return 650 - length;
    if (name.size() >= 2 && query.text.contains(name)) // "联想笔记本电脑" says more than the table
        return 500 + length;
    const int common = commonCount(query.bigrams, bigrams);
    const int fewer = static_cast<int>(std::min(query.bigrams.size(), bigrams.size()));
    if (common > 0 && 3 * common >= fewer)
        return 300 + 100 * common / fewer - length;
    return query.text.size() >= 2 && row.description.contains(query.text) ? 200 - length : 0;
}
} // namespace

ClassificationCatalogue::ClassificationCatalogue(const QList<Classification> &rows)
{
    m_entries.reserve(static_cast<std::size_t>(rows.size()));
    for (const Classification &row : rows) {
        const QString name = folded(row.name);
        m_entries.push_back({row, name, bigramsOf(name)});
    }
    std::sort(
        m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.row.code < b.row.code; });
}

QList<const Classification *> ClassificationCatalogue::rows() const
{
    QList<const Classification *> out;
    out.reserve(static_cast<qsizetype>(m_entries.size()));
    for (const Entry &entry : m_entries)
        out.append(&entry.row);
    return out;
}

const Classification *ClassificationCatalogue::find(QStringView code) const
{
    const auto it = std::lower_bound(m_entries.begin(), m_entries.end(), code,
        [](const Entry &entry, QStringView wanted) { return entry.row.code < wanted; });
    return it != m_entries.end() && it->row.code == code ? &it->row : nullptr;
}

ClassificationLookup ClassificationCatalogue::lookup() const
{
    return [this](QStringView code) { return find(code); };
}

QList<const Classification *> ClassificationCatalogue::proposals(const QString &text, int limit) const
{
    const QString wanted = folded(text);
    if (wanted.isEmpty() || limit <= 0)
        return {};
    const bool isCode = std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const Query query{wanted, bigramsOf(wanted), isCode};

    struct Hit {
        int score;
        const Entry *entry;
    };
    std::vector<Hit> hits;
    for (const Entry &entry : m_entries)
        if (!entry.row.summary)
            if (const int points = score(query, entry.row, entry.name, entry.bigrams); points > 0)
                hits.push_back({points, &entry});
    const auto count = std::min(hits.size(), static_cast<std::size_t>(limit));
    const auto middle = std::next(hits.begin(), static_cast<std::ptrdiff_t>(count));
    // Equal ranks stay in the order of the table: entries lie in one vector, sorted by code.
    std::partial_sort(hits.begin(), middle, hits.end(),
        [](const Hit &a, const Hit &b) { return a.score != b.score ? a.score > b.score : a.entry < b.entry; });

    QList<const Classification *> out;
    out.reserve(static_cast<qsizetype>(count));
    std::transform(hits.begin(), middle, std::back_inserter(out), [](const Hit &hit) { return &hit.entry->row; });
    return out;
}

} // namespace kp::rules
