// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/holdout.h"

#include "core/classify/ranking.h"
#include "core/classify/training/model_builder.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace kp::classify
{

namespace
{
constexpr qsizetype shortest = 2; ///< of what counts as an item name, in characters
constexpr qsizetype longest = 14;

/// FNV-1a over the UTF-16 units: qHash may differ from one Qt to the next.
int tenthOf(const QString &text)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 1099511628211ULL;
    }
    return static_cast<int>((hash ^ hash >> 32) % 10);
}

/// Runs of characters with how often each stands in the text.
QMap<Gram, int> countsIn(const QString &text)
{
    QMap<Gram, int> out;
    for (qsizetype at = 0; at < text.size(); ++at)
        for (int length = 1; length <= 3 && at + length <= text.size(); ++length) {
            Gram gram = 0;
            for (int i = 0; i < length; ++i)
                gram |= Gram(text.at(at + i).unicode()) << (16 * i);
            ++out[gram];
        }
    return out;
}
} // namespace

Split splitOf(const QString &text)
{
    const int tenth = tenthOf(text);
    return tenth == 0 ? Split::Test : tenth == 1 ? Split::Development : Split::Training;
}

int foldOf(const QString &text)
{
    return tenthOf(text) - 2;
}

std::vector<Question> questions(const OfficialTable &table, const std::function<bool(const QString &text)> &wanted)
{
    QSet<QString> names;
    for (const Classification &row : table.rows)
        names.insert(folded(row.name));
    const auto phrases = rowPhrases(table, {});
    QMap<QString, Question> found; // in the order of the texts
    for (std::size_t row = 0; row < phrases.size(); ++row) {
        if (table.rows.at(static_cast<qsizetype>(row)).summary)
            continue;
        for (const DescribedItem &item : phrases[row]) {
            const bool described = item.kind == PhraseKind::Described || item.kind == PhraseKind::OtherName;
            if ((!described && item.kind != PhraseKind::ShortName) || item.text.size() < shortest ||
                item.text.size() > longest || names.contains(item.text) || !wanted(item.text))
                continue;
            Question &question = found[item.text];
            question.shortName = !described && (question.text.isEmpty() || question.shortName);
            question.text = item.text;
            if (question.answers.empty() || question.answers.back() != row)
                question.answers.push_back(static_cast<quint16>(row));
        }
    }
    return {found.cbegin(), found.cend()};
}

OfficialTable withoutDescriptions(OfficialTable table, const RowWanted &taken)
{
    for (Classification &row : table.rows)
        if (taken(row.code)) {
            row.description.clear();
            row.shortName.clear();
        }
    table.history.removeIf([&taken](const ShortNamePeriod &period) { return taken(period.code); });
    return table;
}

OfficialTable trainingTable(const OfficialTable &table)
{
    return withoutDescriptions(table, [](const QString &code) { return splitOf(code) != Split::Training; });
}

std::vector<Question> questionsOfRows(const OfficialTable &table, const OfficialTable &left, const RowWanted &taken)
{
    QSet<QString> known;
    for (const QList<DescribedItem> &phrases : rowPhrases(left, {}))
        for (const DescribedItem &item : phrases)
            known.insert(item.text);
    std::vector<Question> all = questions(table, [&known](const QString &text) { return !known.contains(text); });
    std::erase_if(all, [&](const Question &question) {
        return std::none_of(question.answers.begin(), question.answers.end(),
            [&](quint16 row) { return taken(table.rows.at(row).code); });
    });
    return all;
}

std::vector<Question> wholeDescriptions(const OfficialTable &table, const RowWanted &taken)
{
    QMap<QString, Question> found;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const Classification &official = table.rows.at(row);
        const QString text = folded(official.description);
        if (official.summary || text.size() < shortest || !taken(official.code))
            continue;
        found[text].text = text;
        found[text].answers.push_back(static_cast<quint16>(row));
    }
    return {found.cbegin(), found.cend()};
}

void Accuracy::count(const Question &question, std::span<const quint16> ranked)
{
    ++asked;
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i)
        if (std::binary_search(question.answers.begin(), question.answers.end(), ranked[i])) {
            first += i == 0 ? 1 : 0;
            ++firstThree;
            return;
        }
}

PlainSearch::PlainSearch(const OfficialTable &table, const HeldOut &heldOut)
{
    const auto phrases = rowPhrases(table, heldOut);
    m_rows = phrases.size();
    std::vector<QMap<Gram, int>> counts(m_rows);
    for (std::size_t row = 0; row < m_rows; ++row) {
        for (const DescribedItem &item : phrases[row]) {
            const auto inItem = countsIn(item.text);
            for (auto it = inItem.cbegin(); it != inItem.cend(); ++it)
                counts[row][it.key()] += it.value();
        }
        for (auto it = counts[row].cbegin(); it != counts[row].cend(); ++it)
            m_grams[it.key()].rarity += 1; // for now how many rows have it
    }
    for (Known &known : m_grams)
        known.rarity = std::log((1.0 + static_cast<double>(m_rows)) / (1 + known.rarity)) + 1;
    for (std::size_t row = 0; row < m_rows; ++row) {
        if (table.rows.at(static_cast<qsizetype>(row)).summary)
            continue;
        double squares = 0;
        for (auto it = counts[row].cbegin(); it != counts[row].cend(); ++it)
            squares += std::pow(it.value() * m_grams[it.key()].rarity, 2);
        for (auto it = counts[row].cbegin(); it != counts[row].cend(); ++it) {
            Known &known = m_grams[it.key()];
            known.places.push_back({static_cast<quint16>(row), it.value() * known.rarity / std::sqrt(squares)});
        }
    }
}

std::vector<quint16> PlainSearch::firstThree(const QString &text) const
{
    std::vector<double> likeness(m_rows);
    const auto counts = countsIn(text);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (const auto known = m_grams.constFind(it.key()); known != m_grams.cend())
            for (const Place &place : known->places)
                likeness[place.row] += it.value() * known->rarity * place.weight;
    std::vector<quint16> rows;
    for (std::size_t row = 0; row < m_rows; ++row)
        if (likeness[row] > 0)
            rows.push_back(static_cast<quint16>(row));
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, rows.size()));
    std::partial_sort(rows.begin(), middle, rows.end(),
        [&](quint16 a, quint16 b) { return likeness[a] != likeness[b] ? likeness[a] > likeness[b] : a < b; });
    return {rows.begin(), middle};
}

Result<Comparison> compare(const OfficialTable &table, Split split, Kept kept, const Weights &weights)
{
    const auto inSplit = [split](const QString &text) { return splitOf(text) == split; };
    OfficialTable known = table;
    HeldOut heldOut;
    std::vector<Question> asked;
    if (kept == Kept::Texts) {
        heldOut = [](const QString &text) { return splitOf(text) != Split::Training; };
        asked = questions(table, inSplit);
    } else {
        known = trainingTable(table);
        asked = kept == Kept::Wholes ? wholeDescriptions(table, inSplit) : questionsOfRows(table, known, inSplit);
    }
    KP_TRY(bytes, buildModel(known, heldOut));
    KP_TRY(model, Model::open(bytes));
    const PlainSearch plain(known, heldOut);
    Comparison out;
    for (const Question &question : asked) {
        std::vector<quint16> rows;
        for (const Ranked &ranked : rank(model, question.text, weights))
            rows.push_back(ranked.candidate.row);
        out.ours.count(question, rows);
        out.plain.count(question, plain.firstThree(question.text));
        if (question.shortName)
            out.oursShortNames.count(question, rows);
    }
    return out;
}

} // namespace kp::classify
