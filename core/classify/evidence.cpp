// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/evidence.h"

#include <algorithm>
#include <cmath>

namespace kp::classify
{

namespace
{
constexpr qsizetype longName = 3; ///< characters; a shorter one may be there by chance
constexpr float tiny = 1e-3F;

/// The longest run of characters that stands in both.
qsizetype commonRun(QStringView a, QStringView b)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; at + longest < a.size(); ++at)
        while (at + longest < a.size() && b.contains(a.sliced(at, longest + 1)))
            ++longest;
    return longest;
}

struct Likeness {
    float name = 0;
    float described = 0;
    float shortName = 0;
    float excluded = 0;
    float squares = 0; ///< of the described phrases
    float votes = 0;
    float best = 0; ///< of name and described
    quint16 likest = 0;
};

using PerOrder = std::array<float, gramOrders>;

/// All rows and phrases weighed against one text.
class Weighing
{
public:
    Weighing(const Model &model, QStringView text);
    [[nodiscard]] std::vector<Candidate> best(std::size_t limit) const;

private:
    void weighPhrases(std::span<const Gram> grams);
    void weighRows(std::span<const Gram> grams);
    void gatherPhrases();
    void gatherGroups();
    void findMost();
    [[nodiscard]] float roughly(std::size_t row) const;
    void fill(Candidate &candidate) const;
    void compareTexts(Candidate &candidate) const;
    void compareNames(Candidate &candidate) const;
    [[nodiscard]] float shareHad(QStringView name) const;
    [[nodiscard]] quint16 above(std::size_t row) const { return row == noRow ? noRow : m_model.row(row).parent; }
    template<class T>
    [[nodiscard]] static T at(const std::vector<T> &values, std::size_t row)
    {
        return row == noRow ? T{} : values[row];
    }

    const Model &m_model;
    QStringView m_text;
    std::vector<Gram> m_grams;
    std::vector<float> m_phrases;   ///< likeness of each
    std::vector<float> m_coverage;  ///< of each row
    std::vector<PerOrder> m_orders; ///< the same by the length of runs
    std::vector<float> m_cosine;
    std::vector<Likeness> m_likeness;
    std::vector<float> m_group;
    std::vector<float> m_secondGroup;
    std::vector<float> m_groupVotes;
    float m_allVotes = tiny;
    float m_mostLike = tiny;
    float m_mostCosine = tiny;
    float m_mostOwn = tiny;
    float m_mostAbove = tiny;
};

Weighing::Weighing(const Model &model, QStringView text)
    : m_model(model)
    , m_text(text)
    , m_phrases(model.phraseCount())
    , m_coverage(model.rowCount())
    , m_orders(model.rowCount())
    , m_cosine(model.rowCount())
    , m_likeness(model.rowCount())
    , m_group(model.rowCount())
    , m_secondGroup(model.rowCount())
    , m_groupVotes(model.rowCount())
{
    m_grams = gramsOf(text);
    weighPhrases(m_grams);
    weighRows(m_grams);
    gatherPhrases();
    gatherGroups();
    findMost();
}

void Weighing::weighPhrases(std::span<const Gram> grams)
{
    const auto weight = [](Gram gram, const ModelGram *known) {
        return (known == nullptr ? unknownRarity : known->rarity) * (isEnding(gram) ? endingWeight : 1);
    };
    float squares = 0;
    for (const Gram gram : grams) {
        const float w = weight(gram, m_model.find(gram));
        squares += w * w;
    }
    const float length = std::sqrt(squares);
    for (const Gram gram : grams) {
        const ModelGram *known = m_model.find(gram);
        if (known == nullptr)
            continue;
        const float share = weight(gram, known) / length / 65535;
        for (const PhrasePlace &place : m_model.phrasesWith(*known))
            m_phrases[place.phrase] += share * static_cast<float>(place.weight);
    }
}

void Weighing::weighRows(std::span<const Gram> grams)
{
    float all = tiny;
    float squares = tiny;
    PerOrder rows{tiny, tiny, tiny, tiny};
    PerOrder groups{tiny, tiny, tiny, tiny};
    for (const Gram gram : grams) {
        const ModelGram *known = m_model.find(gram);
        const auto order = static_cast<std::size_t>(orderOf(gram));
        const float rarity = known == nullptr ? unknownRarity : known->rarity;
        all += rarity;
        rows.at(order) += rarity;
        groups.at(order) += known == nullptr ? unknownRarity : known->groupRarity;
        if (orderOf(gram) != GramOrder::Marked)
            squares += rarity * rarity;
    }
    const float length = std::sqrt(squares);
    for (const Gram gram : grams) {
        const ModelGram *known = m_model.find(gram);
        if (known == nullptr)
            continue;
        const auto order = static_cast<std::size_t>(orderOf(gram));
        const float own = known->rarity / all * bm25Most / 65535;
        const float cosine = orderOf(gram) == GramOrder::Marked ? 0 : known->rarity / length / 65535;
        for (const RowPlace &place : m_model.rowsWith(*known)) {
            const bool summary = m_model.row(place.row).summary != 0;
            const auto match = static_cast<float>(place.match);
            const float share = summary ? known->groupRarity / groups.at(order) : known->rarity / rows.at(order);
            m_coverage[place.row] += own * match;
            m_orders[place.row].at(order) += share * std::min(1.F, match * bm25Most / 65535);
            m_cosine[place.row] += cosine * static_cast<float>(place.cosine);
        }
    }
}

void Weighing::gatherPhrases()
{
    for (std::size_t i = 0; i < m_phrases.size(); ++i) {
        const float like = m_phrases[i];
        if (like <= 0)
            continue;
        const ModelPhrase &phrase = m_model.phrase(i);
        Likeness &row = m_likeness[phrase.row];
        const auto vote = [&] {
            row.votes += like * like * like;
            m_allVotes += like * like * like;
            if (like > row.best) {
                row.best = like;
                row.likest = static_cast<quint16>(i);
            }
        };
        switch (phrase.kind) {
        case PhraseKind::Name:
            row.name = std::max(row.name, like);
            vote();
            break;
        case PhraseKind::Described:
        case PhraseKind::OtherName:
            row.described = std::max(row.described, like);
            row.squares += like * like;
            vote();
            break;
        case PhraseKind::ShortName:
            row.shortName = std::max(row.shortName, like);
            break;
        case PhraseKind::Excluded:
            row.excluded = std::max(row.excluded, like);
            break;
        case PhraseKind::Explanation:
            break;
        }
    }
}

void Weighing::gatherGroups()
{
    for (std::size_t i = 0; i < m_model.rowCount(); ++i) {
        const quint16 first = above(i);
        if (first == noRow)
            continue;
        const quint16 second = above(first);
        m_group[first] = std::max(m_group[first], m_likeness[i].best);
        if (second != noRow)
            m_secondGroup[second] = std::max(m_secondGroup[second], m_likeness[i].best);
        for (quint16 node = first; node != noRow; node = above(node))
            m_groupVotes[node] += m_likeness[i].votes;
    }
}

void Weighing::findMost()
{
    for (std::size_t i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.row(i).summary != 0) {
            m_mostAbove = std::max(m_mostAbove, m_coverage[i]);
            continue;
        }
        m_mostLike = std::max(m_mostLike, m_likeness[i].best);
        m_mostCosine = std::max(m_mostCosine, m_cosine[i]);
        m_mostOwn = std::max(m_mostOwn, m_coverage[i]);
    }
}

/// Good enough to choose whom to look at closely.
float Weighing::roughly(std::size_t row) const
{
    const quint16 first = above(row);
    const quint16 second = above(first);
    const quint16 third = above(second);
    return 3 * m_cosine[row] + m_coverage[row] + 0.5F * at(m_coverage, first) + 0.3F * at(m_coverage, second) +
           0.2F * at(m_coverage, third) + 1.5F * m_likeness[row].best + 0.3F * at(m_group, first);
}

std::vector<Candidate> Weighing::best(std::size_t limit) const
{
    struct Rough {
        float value;
        quint16 row;
    };
    std::vector<Rough> rough;
    for (std::size_t i = 0; i < m_model.rowCount(); ++i)
        if (m_model.row(i).summary == 0)
            if (const float value = roughly(i); value > 0.05F)
                rough.push_back({value, static_cast<quint16>(i)});
    const auto count = std::min(limit, rough.size());
    const auto middle = std::next(rough.begin(), static_cast<std::ptrdiff_t>(count));
    std::partial_sort(rough.begin(), middle, rough.end(),
        [](const Rough &a, const Rough &b) { return a.value != b.value ? a.value > b.value : a.row < b.row; });
    std::vector<Candidate> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        out[i].row = rough[i].row;
        fill(out[i]);
        compareTexts(out[i]);
        compareNames(out[i]);
    }
    return out;
}

void Weighing::fill(Candidate &candidate) const
{
    const std::size_t row = candidate.row;
    const quint16 first = above(row);
    const quint16 second = above(first);
    const quint16 third = above(second);
    const Likeness &like = m_likeness[row];
    candidate.likeness = like.best;
    candidate.likest = like.likest;
    Clues &clues = candidate.clues;
    const auto put = [&clues](Clue clue, float value) { clues.at(static_cast<std::size_t>(clue)) = value; };
    put(Clue::Own, m_coverage[row]);
    put(Clue::Above, at(m_coverage, first));
    put(Clue::SecondAbove, at(m_coverage, second));
    put(Clue::ThirdAbove, at(m_coverage, third));
    put(Clue::NameLikeness, like.name);
    put(Clue::DescribedLikeness, like.described);
    put(Clue::ShortNameLikeness, like.shortName);
    put(Clue::ExcludedLikeness, like.excluded);
    put(Clue::DescribedSum, std::sqrt(like.squares));
    put(Clue::Group, at(m_group, first));
    put(Clue::SecondGroup, at(m_secondGroup, second));
    put(Clue::Cosine, m_cosine[row]);
    put(Clue::CosineRoot, std::sqrt(m_cosine[row]));
    const PerOrder own = m_orders[row];
    const PerOrder group = at(m_orders, first);
    for (std::size_t order = 0; order < own.size(); ++order) {
        clues.at(static_cast<std::size_t>(Clue::OwnSingles) + order) = own.at(order);
        clues.at(static_cast<std::size_t>(Clue::AboveSingles) + order) = group.at(order);
    }
    put(Clue::CosineShare, m_cosine[row] / m_mostCosine);
    put(Clue::LikenessShare, like.best / m_mostLike);
    put(Clue::OwnShare, m_coverage[row] / m_mostOwn);
    put(Clue::AboveShare, at(m_coverage, first) / m_mostAbove);
    put(Clue::Votes, std::log(tiny + like.votes / m_allVotes));
    put(Clue::VotesAbove, std::log(tiny + at(m_groupVotes, first) / m_allVotes));
    put(Clue::VotesSecondAbove, std::log(tiny + at(m_groupVotes, second) / m_allVotes));
    put(Clue::VotesThirdAbove, std::log(tiny + at(m_groupVotes, third) / m_allVotes));
    put(Clue::CosineLog, std::log(0.02F + m_cosine[row]));
    put(Clue::LikenessLog, std::log(0.02F + like.best));
}

void Weighing::compareTexts(Candidate &candidate) const
{
    const auto size = static_cast<float>(m_text.size());
    const QStringView folded = m_model.text(m_model.row(candidate.row).folded);
    const QStringView name = withoutRemainder(folded);
    float describedEnding = 0;
    float describedBeginning = 0;
    float described = 1;
    candidate.isName = folded == m_text;
    candidate.hasLongName = name.size() >= longName && m_text.contains(name);
    candidate.isInName = m_text.size() > 1 && folded.contains(m_text);
    candidate.isDescribed = candidate.isShortName = false;
    for (const ModelPhrase &phrase : m_model.phrasesOf(candidate.row)) {
        const QStringView words = m_model.text(phrase.text);
        if (phrase.kind == PhraseKind::ShortName)
            candidate.isShortName |= words == m_text;
        if (phrase.kind != PhraseKind::Described && phrase.kind != PhraseKind::OtherName)
            continue;
        ++described;
        candidate.isDescribed |= words == m_text;
        describedEnding = std::max(describedEnding, static_cast<float>(commonEnding(m_text, words)));
        describedBeginning = std::max(describedBeginning, static_cast<float>(commonBeginning(m_text, words)));
    }
    const auto ending = static_cast<float>(commonEnding(m_text, name));
    const float remainder = isRemainder(folded) ? 1 : 0;
    Clues &clues = candidate.clues;
    const auto put = [&clues](Clue clue, float value) { clues.at(static_cast<std::size_t>(clue)) = value; };
    const auto value = [&clues](Clue clue) { return clues.at(static_cast<std::size_t>(clue)); };
    put(Clue::NameEnding, ending / size);
    put(Clue::EndingOfName, name.isEmpty() ? 0 : ending / static_cast<float>(name.size()));
    put(Clue::DescribedEnding, describedEnding / size);
    put(Clue::NameBeginning, static_cast<float>(commonBeginning(m_text, name)) / size);
    put(Clue::DescribedBeginning, describedBeginning / size);
    put(Clue::EndsWithName, m_text.endsWith(name) ? 1 : 0);
    put(Clue::HasName, m_text.contains(name) ? 1 : 0);
    put(Clue::InName, name.contains(m_text) ? 1 : 0);
    put(Clue::Breadth, std::log(described));
    put(Clue::VotesEach, std::log(tiny + m_likeness[candidate.row].votes / described));
    put(Clue::Remainder, remainder);
    put(Clue::RemainderAbove, remainder * value(Clue::Above));
    put(Clue::RemainderGroup, remainder * value(Clue::Group));
}

/// How much of a name stands in the text, rare runs counting more.
float Weighing::shareHad(QStringView name) const
{
    float had = 0;
    float all = tiny;
    for (const Gram gram : gramsOf(name)) {
        if (orderOf(gram) == GramOrder::Marked)
            continue;
        const ModelGram *known = m_model.find(gram);
        const float rarity = known == nullptr ? unknownRarity : known->rarity;
        all += rarity;
        had += std::binary_search(m_grams.begin(), m_grams.end(), gram) ? rarity : 0;
    }
    return had / all;
}

void Weighing::compareNames(Candidate &candidate) const
{
    const auto put = [&](Clue clue, float value) { candidate.clues.at(static_cast<std::size_t>(clue)) = value; };
    const auto nameOf = [this](std::size_t row) {
        return row == noRow ? QStringView() : withoutRemainder(m_model.text(m_model.row(row).folded));
    };
    const auto size = [](QStringView text) { return static_cast<float>(std::max<qsizetype>(text.size(), 1)); };
    const QStringView name = nameOf(candidate.row);
    const QStringView upper = nameOf(above(candidate.row));
    const auto run = static_cast<float>(commonRun(name, m_text));
    put(Clue::NameRun, run / size(name));
    put(Clue::RunOfText, run / size(m_text));
    put(Clue::NameAboveRun, static_cast<float>(commonRun(upper, m_text)) / size(upper));
    put(Clue::NameHad, shareHad(name));
    put(Clue::NameAboveHad, shareHad(upper));
    put(Clue::Length, std::log(size(m_text)));
    put(Clue::MostLikeness, m_mostLike);
    put(Clue::MostCosine, m_mostCosine);
}
} // namespace

std::vector<Candidate> candidatesFor(const Model &model, QStringView text, std::size_t limit)
{
    return text.isEmpty() ? std::vector<Candidate>() : Weighing(model, text).best(limit);
}

} // namespace kp::classify
