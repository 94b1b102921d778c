// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/match.h"

#include "core/classify/builtin_model.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
std::vector<Classification> byCode(const QList<Classification> &rows)
{
    std::vector<Classification> out(rows.cbegin(), rows.cend());
    std::sort(out.begin(), out.end(), [](const Classification &a, const Classification &b) { return a.code < b.code; });
    return out;
}

QList<Classification> listOf(const std::vector<Classification> &rows)
{
    return {rows.cbegin(), rows.cend()};
}
} // namespace

ClassificationCatalogue::ClassificationCatalogue(const QList<Classification> &rows)
    : m_rows(std::make_shared<const Rows>(byCode(rows)))
    , m_classifier(classify::builtInModel(), {}, rows)
{
}

ClassificationCatalogue ClassificationCatalogue::knowing(const QList<classify::LearnedItem> &learned) const
{
    ClassificationCatalogue out;
    out.m_rows = m_rows;
    out.m_classifier = classify::Classifier(classify::builtInModel(), learned, listOf(*m_rows));
    return out;
}

QList<const Classification *> ClassificationCatalogue::rows() const
{
    QList<const Classification *> out;
    out.reserve(static_cast<qsizetype>(m_rows->size()));
    for (const Classification &row : *m_rows)
        out.append(&row);
    return out;
}

const Classification *ClassificationCatalogue::find(QStringView code) const
{
    const auto it = std::lower_bound(m_rows->begin(), m_rows->end(), code,
        [](const Classification &row, QStringView wanted) { return row.code < wanted; });
    return it != m_rows->end() && it->code == code ? &*it : nullptr;
}

ClassificationLookup ClassificationCatalogue::lookup() const
{
    return [this](QStringView code) { return find(code); };
}

QList<ClassificationCatalogue::Proposal> ClassificationCatalogue::proposals(
    const QString &text, QDate day, int limit) const
{
    QList<Proposal> out;
    // The program may know rows that the platform has withdrawn, or made summary nodes, meanwhile.
    for (const classify::CodeProposal &found : m_classifier.propose(text, day, classify::everyProposal)) {
        if (out.size() >= limit)
            break;
        if (const Classification *row = find(found.code); row != nullptr && !row->summary)
            out.append({row, found.reason, found.score});
    }
    return out;
}

} // namespace kp::rules
