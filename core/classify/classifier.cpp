// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/classifier.h"

#include "core/classify/ranking.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace kp::classify
{

namespace
{
struct ClassificationText {
    Q_DECLARE_TR_FUNCTIONS(Classification)
};

constexpr qsizetype shortestCode = 3; ///< digits; fewer are a name
constexpr float pointsOfLearned = 60; ///< above all that the table says
constexpr float pointsOfAddedName = 40;
constexpr float pointsOfLikeness = 16; ///< of one that is nearly equal
constexpr float leastLikeness = 0.4F;  ///< what is less alike says nothing
constexpr float namedLikeness = 0.3F;  ///< what is less alike is no reason to name

Reason reasonFor(const Model &model, const Candidate &candidate)
{
    if (candidate.isName)
        return {Reason::Kind::Name};
    if (candidate.isDescribed)
        return {Reason::Kind::Described};
    if (candidate.isShortName)
        return {Reason::Kind::ShortName};
    if (candidate.hasLongName || candidate.isInName)
        return {Reason::Kind::LikeName, model.text(model.row(candidate.row).name).toString()};
    if (candidate.likeness < namedLikeness)
        return {Reason::Kind::Words};
    const ModelPhrase &likest = model.phrase(candidate.likest);
    return {likest.kind == PhraseKind::Name ? Reason::Kind::LikeName : Reason::Kind::LikeDescribed,
        model.text(likest.text).toString()};
}
} // namespace

struct Classifier::Scored {
    QString code;
    float points;
    Reason reason;
};

QString label(const Reason &reason)
{
    switch (reason.kind) {
    case Reason::Kind::Learned:
        return ClassificationText::tr("chosen before");
    case Reason::Kind::LikeLearned:
        return ClassificationText::tr("like %1, chosen before").arg(reason.words);
    case Reason::Kind::Code:
        return ClassificationText::tr("code");
    case Reason::Kind::Name:
        return ClassificationText::tr("official name");
    case Reason::Kind::Described:
        return ClassificationText::tr("named in the description");
    case Reason::Kind::ShortName:
        return ClassificationText::tr("short name");
    case Reason::Kind::LikeName:
        return ClassificationText::tr("like the name %1").arg(reason.words);
    case Reason::Kind::LikeDescribed:
        return ClassificationText::tr("like %1 in the description").arg(reason.words);
    case Reason::Kind::Words:
        break;
    }
    return ClassificationText::tr("words in common");
}

const char *code(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::Learned:
        return "learned";
    case Reason::Kind::LikeLearned:
        return "like-learned";
    case Reason::Kind::Code:
        return "code";
    case Reason::Kind::Name:
        return "name";
    case Reason::Kind::Described:
        return "description";
    case Reason::Kind::ShortName:
        return "short-name";
    case Reason::Kind::LikeName:
        return "like-name";
    case Reason::Kind::LikeDescribed:
        return "like-description";
    case Reason::Kind::Words:
        break;
    }
    return "words";
}

Classifier::Classifier(const Model &model, const QList<LearnedItem> &learned, const QList<Classification> &added)
    : m_model(&model)
{
    for (const Classification &row : added)
        if (!row.summary && !model.find(row.code)) {
            m_added.insert(row.code, row);
            addExtra({folded(row.name), row.code, row.name, false});
        }
    QSet<QString> seen;
    for (const LearnedItem &item : learned) {
        const QString text = folded(item.item);
        if (text.isEmpty() || seen.contains(text) || !isProposable(item.code))
            continue;
        seen.insert(text);
        addExtra({text, item.code, item.item, true});
    }
}

bool Classifier::isProposable(const QString &code) const
{
    const auto row = m_model->find(code);
    return row ? m_model->row(*row).summary == 0 : m_added.contains(code);
}

float Classifier::weightOf(Gram gram) const
{
    const ModelGram *known = m_model->find(gram);
    return (known == nullptr ? unknownRarity : known->rarity) * (isEnding(gram) ? endingWeight : 1);
}

void Classifier::addExtra(const Extra &extra)
{
    float squares = 0;
    for (const Gram gram : gramsOf(extra.text)) {
        const float weight = weightOf(gram);
        squares += weight * weight;
        m_extrasWith[gram].push_back(static_cast<quint32>(m_extras.size()));
    }
    m_lengths.push_back(std::sqrt(squares));
    m_extras.push_back(extra);
}

/// Of each extra to the text: 1 is equal.
std::vector<float> Classifier::likenesses(const QString &text) const
{
    std::vector<float> out(m_extras.size());
    float squares = 0;
    for (const Gram gram : gramsOf(text)) {
        const float weight = weightOf(gram);
        squares += weight * weight;
        if (const auto with = m_extrasWith.constFind(gram); with != m_extrasWith.cend())
            for (const quint32 extra : *with)
                out[extra] += weight * weight;
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] /= std::sqrt(squares) * m_lengths[i];
    return out;
}

std::vector<Classifier::Scored> Classifier::byCode(const QString &digits) const
{
    std::vector<Scored> out;
    for (std::size_t row = 0; row < m_model->rowCount(); ++row)
        if (m_model->row(row).summary == 0)
            if (const QString code = m_model->codeOf(row); code.startsWith(digits))
                out.push_back({code, 0, {Reason::Kind::Code}});
    for (const Classification &row : m_added)
        if (row.code.startsWith(digits))
            out.push_back({row.code, 0, {Reason::Kind::Code}});
    return out;
}

std::vector<Classifier::Scored> Classifier::byName(const QString &text) const
{
    std::vector<Scored> out;
    for (const Ranked &ranked : rank(*m_model, text))
        out.push_back({m_model->codeOf(ranked.candidate.row), ranked.points, reasonFor(*m_model, ranked.candidate)});
    if (!m_extras.empty())
        blendExtras(text, out);
    return out;
}

/// What the company chose raises its code; the code need not be among the candidates.
void Classifier::blendExtras(const QString &text, std::vector<Scored> &scored) const
{
    const float most = scored.empty() ? 0 : scored.front().points;
    const float least = scored.empty() ? 0 : scored.back().points;
    const std::vector<float> likeness = likenesses(text);
    for (std::size_t i = 0; i < m_extras.size(); ++i) {
        const Extra &extra = m_extras[i];
        const bool equal = extra.text == text;
        if (!equal && likeness[i] < leastLikeness)
            continue;
        auto it = std::find_if(
            scored.begin(), scored.end(), [&extra](const Scored &other) { return other.code == extra.code; });
        if (it == scored.end())
            it = scored.insert(scored.end(), {extra.code, least, {}});
        const float bonus = pointsOfLikeness * (likeness[i] - leastLikeness) / (1 - leastLikeness);
        const float points = equal ? (extra.learned ? most + pointsOfLearned : pointsOfAddedName) : least + bonus;
        const float raised = equal ? points : std::max(points, it->points + bonus / 2);
        if (raised <= it->points)
            continue;
        it->points = raised;
        if (extra.learned)
            it->reason = {equal ? Reason::Kind::Learned : Reason::Kind::LikeLearned, extra.item};
        else
            it->reason = {equal ? Reason::Kind::Name : Reason::Kind::LikeName, extra.item};
    }
}

CodeProposal Classifier::proposal(const Scored &scored, QDate day, float all, float most) const
{
    const int score = static_cast<int>(std::lround(1000 * std::exp(scored.points - most) / all));
    if (const auto row = m_model->find(scored.code)) {
        const ModelRow &official = m_model->row(*row);
        return {scored.code, m_model->text(official.name).toString(), m_model->shortName(*row, day).toString(),
            m_model->text(official.rates).toString(), score, scored.reason};
    }
    const Classification added = m_added.value(scored.code);
    return {added.code, added.name, added.shortName, added.rates, score, scored.reason};
}

QList<CodeProposal> Classifier::propose(const QString &typed, QDate day, qsizetype limit) const
{
    const QString text = folded(typed);
    if (m_model == nullptr || text.isEmpty() || limit <= 0)
        return {};
    const bool digits = text.size() >= shortestCode &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    std::vector<Scored> scored = digits ? byCode(text) : byName(text);
    std::sort(scored.begin(), scored.end(),
        [](const Scored &a, const Scored &b) { return a.points != b.points ? a.points > b.points : a.code < b.code; });
    if (scored.empty())
        return {};
    const float most = scored.front().points;
    float all = 0;
    for (const Scored &one : scored)
        all += std::exp(one.points - most);
    QList<CodeProposal> out;
    for (const Scored &one : scored) {
        if (out.size() == limit)
            break;
        out.append(proposal(one, day, all, most));
    }
    return out;
}

} // namespace kp::classify
