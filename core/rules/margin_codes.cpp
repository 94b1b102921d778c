// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/margin_codes.h"

#include "core/rules/report.h"
#include "core/rules/texts.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
/// A code without the pairs of zeros at its end: what all codes below it begin with.
QStringView stem(QStringView code)
{
    constexpr qsizetype chapter = 1; // one digit, then pairs
    while (code.size() > chapter + 1 && code.endsWith(u"00"))
        code.chop(2);
    return code;
}

/// The entry for a code: of several the one that is nearest to it.
const MarginCode *entryOf(const QList<MarginCode> &open, const QString &code)
{
    const MarginCode *nearest = nullptr;
    for (const MarginCode &entry : open)
        if (code.startsWith(stem(entry.code)) &&
            (nearest == nullptr || stem(entry.code).size() > stem(nearest->code).size()))
            nearest = &entry;
    return nearest;
}

QString rateWords(const QList<TaxRate> &rates)
{
    QStringList out;
    for (const TaxRate rate : rates)
        out.append(rate.toPercent());
    return out.join(QStringLiteral(u"、"));
}
} // namespace

void checkMarginCode(QList<Finding> &findings, const InvoiceDraft &draft, const QList<MarginCode> &open)
{
    if (open.isEmpty() || draft.lines.isEmpty() || draft.lines.constFirst().classification.isEmpty())
        return;
    const DraftLine &line = draft.lines.constFirst();
    Report report(findings, 0);
    const QString mode = label(draft.taxMode);
    const MarginCode *entry = entryOf(open, line.classification);
    if (entry == nullptr) {
        report.error("classification", ChecksText::tr("The tax platform does not allow \"%1\" for the classification "
                                                      "code %2. Choose another code, or \"%3\".")
                                           .arg(mode, line.classification, label(TaxMode::Ordinary)));
        return;
    }
    const bool net = draft.taxMode == TaxMode::MarginNet;
    if (net && !entry->net)
        report.error("classification",
            ChecksText::tr("With the classification code %1 the tax platform allows \"%2\", but not \"%3\".")
                .arg(line.classification, label(TaxMode::MarginGross), mode));
    else if (draft.kind == InvoiceKind::Special && !(net ? entry->netSpecial : entry->grossSpecial))
        report.error("classification",
            ChecksText::tr("With \"%1\" and the classification code %2 the tax platform allows no special invoice.")
                .arg(mode, line.classification));
    if (line.rate && !entry->rates.isEmpty() && !entry->rates.contains(*line.rate))
        report.error("rate", ChecksText::tr("With \"%1\" the classification code %2 has the rates %3.")
                                 .arg(mode, line.classification, rateWords(entry->rates)));
}

} // namespace kp::rules
