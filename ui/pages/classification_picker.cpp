// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classification_picker.h"

#include "core/rules/line_checks.h"
#include "ui/pages/texts.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// The code without the pairs of zeros that only fill it up: "1010101000000000000" is "1010101".
QString stem(const QString &code)
{
    qsizetype length = code.size();
    while (length > 1 && QStringView(code).mid(length - 2, 2) == "00"_L1)
        length -= 2;
    return code.left(length);
}

QList<TreeEntry> entriesOf(const rules::ClassificationCatalogue &catalogue)
{
    QList<TreeEntry> entries;
    QHash<QString, QString> codes; // by stem
    for (const Classification *row : catalogue.rows()) {
        const QString own = stem(row->code);
        QString above = own;
        while (above.size() > 1 && (above == own || !codes.contains(above)))
            above.chop(2);
        codes.insert(own, row->code);
        entries.append({.code = row->code,
            .parent = above == own ? QString() : codes.value(above),
            .name = row->name,
            .shortName = row->shortName,
            .note = row->rates,
            .words = row->description,
            .choosable = !row->summary});
    }
    return entries;
}
} // namespace

ClassificationPicker::ClassificationPicker(Office &office, QWidget *parent)
    : TreePicker(RecordPagesText::tr("Tax classification"), parent)
    , m_office(office)
{
    connect(this, &TreePicker::taken, this, [this](const TreeEntry &entry) {
        if (const Classification *chosen = m_shown->find(entry.code); chosen != nullptr && m_use)
            m_use(*chosen);
    });
}

void ClassificationPicker::open(QWidget *anchor, const QString &code, const Use &use)
{
    if (m_shown != m_office.classification())
        fill();
    m_use = use;
    openUnder(anchor, code);
}

void ClassificationPicker::fill()
{
    m_shown = m_office.classification();
    setEntries(entriesOf(*m_shown));
}

std::optional<TaxRate> proposedRate(const Classification &classification, const IssuingFacts *facts)
{
    if (facts == nullptr)
        return std::nullopt;
    const rules::UsableRates usable(facts->rates, facts->today);
    QList<TaxRate> rates;
    for (const QString &word : classification.rates.split(u'、', Qt::SkipEmptyParts))
        if (const auto rate = TaxRate::parse(word.trimmed()); rate && usable.contain(*rate))
            rates.append(*rate);
    return rates.size() == 1 ? std::optional(rates.constFirst()) : std::nullopt;
}

} // namespace kp
