// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/model_builder.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace kp::classify
{

namespace
{
constexpr int codeLength = 19;
constexpr double saturation = 1.2; ///< BM25: how soon repeating a run stops to count
constexpr double lengthShare = 0.6;

struct Counted {
    std::size_t gram;
    double count;
};
using Bag = std::vector<Counted>;

/// How much a run counts in BM25, by what it stands in.
double fieldWeight(PhraseKind kind)
{
    switch (kind) {
    case PhraseKind::Name:
        return 3;
    case PhraseKind::Described:
    case PhraseKind::OtherName:
    case PhraseKind::ShortName:
        return 1.5;
    case PhraseKind::Explanation:
        return 0.5;
    case PhraseKind::Excluded:
        return 0;
    }
    return 0;
}

void sum(Bag &bag)
{
    std::sort(bag.begin(), bag.end(), [](const Counted &a, const Counted &b) { return a.gram < b.gram; });
    Bag out;
    for (const Counted &one : bag) {
        if (!out.empty() && out.back().gram == one.gram)
            out.back().count += one.count;
        else
            out.push_back(one);
    }
    bag = std::move(out);
}

double total(const Bag &bag)
{
    double out = 0;
    for (const Counted &one : bag)
        out += one.count;
    return out;
}

quint16 share(double value)
{
    return static_cast<quint16>(std::lround(std::clamp(value, 0.0, 1.0) * 65535));
}

/// Places collected by run, then laid one behind the other.
template<class Place>
class Places
{
public:
    explicit Places(std::size_t grams)
        : m_byGram(grams)
    {
    }
    void add(std::size_t gram, const Place &place) { m_byGram[gram].push_back(place); }
    /// The places of each run in turn; @p begin is told where they begin.
    template<class Begin>
    std::vector<Place> laidOut(const Begin &begin) const
    {
        std::vector<Place> out;
        for (std::size_t i = 0; i < m_byGram.size(); ++i) {
            begin(i, static_cast<quint32>(out.size()));
            out.insert(out.end(), m_byGram[i].begin(), m_byGram[i].end());
        }
        begin(m_byGram.size(), static_cast<quint32>(out.size()));
        return out;
    }

private:
    std::vector<std::vector<Place>> m_byGram;
};

class Builder
{
public:
    Builder(const OfficialTable &table, const HeldOut &heldOut)
        : m_table(table)
        , m_rowPhrases(rowPhrases(table, heldOut))
    {
    }
    Result<QByteArray> build();

private:
    TextRef keep(const QString &text);
    void putRows();
    void putShortNames(ModelRow &row, const Classification &official);
    void putPhrases();
    void numberGrams();
    void findRarity();
    void placePhrases();
    void placeRows();
    [[nodiscard]] Bag bagOf(std::size_t row, bool byField) const;
    [[nodiscard]] std::size_t numberOf(Gram gram) const;

    const OfficialTable &m_table;
    std::vector<QList<DescribedItem>> m_rowPhrases;
    ModelParts m_parts;
    QHash<QString, TextRef> m_texts;
    std::vector<std::vector<std::size_t>> m_phraseGrams; ///< numbers of runs, by phrase
};

TextRef Builder::keep(const QString &text)
{
    auto known = m_texts.constFind(text);
    if (known == m_texts.cend()) {
        known = m_texts.insert(text, {static_cast<quint32>(m_parts.texts.size()), static_cast<quint32>(text.size())});
        m_parts.texts += text;
    }
    return *known;
}

/// The code without what lies below it: 1010101 for 1010101000000000000. Levels have one and then two digits each.
QString stem(const QString &code)
{
    qsizetype length = code.size();
    while (length > 1 && code.at(length - 1) == u'0')
        --length;
    return code.left(length + (length % 2 == 0 ? 1 : 0));
}

void Builder::putRows()
{
    QHash<QString, quint16> byCode;
    for (const Classification &official : m_table.rows) {
        ModelRow row{};
        row.code = official.code.toULongLong();
        row.name = keep(official.name);
        row.folded = keep(folded(official.name));
        row.rates = keep(official.rates);
        row.parent = noRow;
        row.summary = official.summary ? 1 : 0;
        for (QString above = stem(official.code); above.size() > 1 && row.parent == noRow;) {
            above.chop(2);
            row.parent = byCode.value(above.leftJustified(codeLength, u'0'), noRow);
        }
        putShortNames(row, official);
        byCode.insert(official.code, static_cast<quint16>(m_parts.rows.size()));
        m_parts.rows.push_back(row);
    }
    ModelRow end{};
    end.shortNames = static_cast<quint32>(m_parts.shortNames.size());
    m_parts.rows.push_back(end);
}

void Builder::putShortNames(ModelRow &row, const Classification &official)
{
    const auto day = [](QDate date, qint32 otherwise) {
        return date.isValid() ? static_cast<qint32>(date.toJulianDay()) : otherwise;
    };
    constexpr qint32 never = std::numeric_limits<qint32>::max();
    row.shortNames = static_cast<quint32>(m_parts.shortNames.size());
    for (const ShortNamePeriod &period : m_table.history)
        if (period.code == official.code)
            m_parts.shortNames.push_back({keep(period.text), day(period.from, 0), day(period.until, never)});
    if (m_parts.shortNames.size() == row.shortNames && !official.shortName.isEmpty())
        m_parts.shortNames.push_back({keep(official.shortName), 0, never});
    std::sort(m_parts.shortNames.begin() + row.shortNames, m_parts.shortNames.end(),
        [](const ModelShortName &a, const ModelShortName &b) { return a.from < b.from; });
}

void Builder::putPhrases()
{
    for (std::size_t row = 0; row < m_rowPhrases.size(); ++row) {
        m_parts.rows[row].phrases = static_cast<quint32>(m_parts.phrases.size());
        for (const DescribedItem &item : std::as_const(m_rowPhrases[row]))
            m_parts.phrases.push_back({keep(item.text), static_cast<quint16>(row), item.kind, 0});
    }
    m_parts.rows.back().phrases = static_cast<quint32>(m_parts.phrases.size());
}

/// Runs of three that stand in prose alone are left out: most are no words.
void Builder::numberGrams()
{
    std::vector<std::vector<Gram>> grams;
    std::vector<Gram> all;
    for (const QList<DescribedItem> &items : m_rowPhrases)
        for (const DescribedItem &item : items) {
            grams.push_back(gramsOf(item.text));
            std::copy_if(grams.back().begin(), grams.back().end(), std::back_inserter(all), [&item](Gram gram) {
                return item.kind != PhraseKind::Explanation || orderOf(gram) < GramOrder::Triple;
            });
        }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const Gram gram : all)
        m_parts.grams.push_back({gram, 0, 0, 0, 0});
    for (const std::vector<Gram> &phrase : grams) {
        std::vector<std::size_t> numbers;
        for (const Gram gram : phrase)
            if (const std::size_t number = numberOf(gram); number < all.size() && all[number] == gram)
                numbers.push_back(number);
        m_phraseGrams.push_back(std::move(numbers));
    }
}

std::size_t Builder::numberOf(Gram gram) const
{
    const auto it = std::lower_bound(m_parts.grams.begin(), m_parts.grams.end(), gram,
        [](const ModelGram &entry, Gram wanted) { return entry.gram < wanted; });
    return static_cast<std::size_t>(it - m_parts.grams.begin());
}

void Builder::findRarity()
{
    const std::size_t grams = m_parts.grams.size();
    std::vector<int> rows(grams);
    std::vector<int> groups(grams);
    std::vector<quint16> lastRow(grams, noRow);
    std::vector<std::vector<quint16>> parents(grams);
    for (std::size_t i = 0; i < m_parts.phrases.size(); ++i) {
        const ModelPhrase &phrase = m_parts.phrases[i];
        if (phrase.kind == PhraseKind::Excluded)
            continue;
        for (const std::size_t gram : m_phraseGrams[i])
            if (lastRow[gram] != phrase.row) {
                lastRow[gram] = phrase.row;
                ++rows[gram];
                parents[gram].push_back(m_parts.rows[phrase.row].parent);
            }
    }
    const auto summaries =
        std::count_if(m_table.rows.begin(), m_table.rows.end(), [](const Classification &row) { return row.summary; });
    const auto rarity = [](qsizetype of, qsizetype having) {
        return static_cast<float>(std::log((static_cast<double>(of) + 1) / (static_cast<double>(having) + 0.5)));
    };
    for (std::size_t i = 0; i < grams; ++i) {
        std::sort(parents[i].begin(), parents[i].end());
        const auto last = std::unique(parents[i].begin(), parents[i].end());
        m_parts.grams[i].rarity = rarity(m_table.rows.size(), rows[i]);
        m_parts.grams[i].groupRarity = rarity(summaries, last - parents[i].begin());
    }
}

void Builder::placePhrases()
{
    Places<PhrasePlace> places(m_parts.grams.size() - 1);
    for (std::size_t i = 0; i < m_parts.phrases.size(); ++i) {
        if (m_parts.phrases[i].kind == PhraseKind::Explanation)
            continue;
        const auto weight = [this](std::size_t gram) {
            const ModelGram &known = m_parts.grams[gram];
            return static_cast<double>(known.rarity * (isEnding(known.gram) ? endingWeight : 1));
        };
        double squares = 0;
        for (const std::size_t gram : m_phraseGrams[i])
            squares += weight(gram) * weight(gram);
        for (const std::size_t gram : m_phraseGrams[i])
            places.add(gram, {static_cast<quint16>(i), share(weight(gram) / std::sqrt(squares))});
    }
    m_parts.phrasePlaces = places.laidOut([this](std::size_t gram, quint32 at) { m_parts.grams[gram].inPhrases = at; });
}

/// The runs of a row; each phrase counts by its field, or all alike.
Bag Builder::bagOf(std::size_t row, bool byField) const
{
    Bag bag;
    for (std::size_t i = m_parts.rows[row].phrases; i < m_parts.rows[row + 1].phrases; ++i) {
        const PhraseKind kind = m_parts.phrases[i].kind;
        if (kind == PhraseKind::Excluded)
            continue;
        for (const std::size_t gram : m_phraseGrams[i])
            bag.push_back({gram, byField ? fieldWeight(kind) : 1});
    }
    sum(bag);
    return bag;
}

void Builder::placeRows()
{
    const std::size_t rows = m_rowPhrases.size();
    std::vector<Bag> bags(rows);
    double leaves = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const Bag own = bagOf(row, true);
        leaves += total(own) / static_cast<double>(rows);
        bags[row].insert(bags[row].end(), own.begin(), own.end());
        for (quint16 above = m_parts.rows[row].parent; above != noRow; above = m_parts.rows[above].parent)
            if (m_parts.rows[above].summary != 0)
                bags[above].insert(bags[above].end(), own.begin(), own.end());
    }
    double summaries = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sum(bags[row]);
        if (m_parts.rows[row].summary != 0)
            summaries += total(bags[row]);
    }
    summaries /= static_cast<double>(std::count_if(
        m_parts.rows.begin(), std::prev(m_parts.rows.end()), [](const ModelRow &row) { return row.summary != 0; }));

    Places<RowPlace> places(m_parts.grams.size() - 1);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool summary = m_parts.rows[row].summary != 0;
        if (summary && m_parts.rows[row].parent == noRow)
            continue; // has nearly every run: tells nothing
        const double normal =
            saturation * (1 - lengthShare + lengthShare * total(bags[row]) / (summary ? summaries : leaves));
        const Bag plain = summary ? Bag() : bagOf(row, false);
        const auto weight = [this](const Counted &one) {
            const ModelGram &known = m_parts.grams[one.gram];
            return orderOf(known.gram) == GramOrder::Marked ? 0.0 : one.count * static_cast<double>(known.rarity);
        };
        double squares = 0;
        for (const Counted &one : plain)
            squares += weight(one) * weight(one);
        for (std::size_t i = 0; i < bags[row].size(); ++i) {
            const Counted &one = bags[row][i];
            const double match = one.count * (saturation + 1) / (one.count + normal);
            places.add(one.gram, {static_cast<quint16>(row), share(match / static_cast<double>(bm25Most)),
                                     summary ? quint16(0) : share(weight(plain[i]) / std::sqrt(squares))});
        }
    }
    m_parts.rowPlaces = places.laidOut([this](std::size_t gram, quint32 at) { m_parts.grams[gram].inRows = at; });
}

Result<QByteArray> Builder::build()
{
    putRows();
    putPhrases();
    if (m_parts.rows.size() > noRow || m_parts.phrases.size() > noRow)
        return Fault{FaultKind::Invalid, QStringLiteral("The tables are larger than the model can number.")};
    numberGrams();
    m_parts.grams.push_back({~Gram(0), 0, 0, 0, 0}); // where the last one's places end
    findRarity();
    placePhrases();
    placeRows();
    return bytesOf(m_parts);
}
} // namespace

Result<QByteArray> buildModel(const OfficialTable &table, const HeldOut &heldOut)
{
    return Builder(table, heldOut).build();
}

} // namespace kp::classify
