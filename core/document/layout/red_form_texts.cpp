// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/red_form_texts.h"

#include "core/base/clock.h"
#include "core/document/layout/face_texts.h"

namespace kp::document
{

using namespace Qt::StringLiterals;

namespace
{
QString timeText(const QDateTime &time)
{
    return time.isValid() ? Clock::stamp(time) : QString();
}
} // namespace

QHash<QString, QString> redFormTexts(const RedForm &form)
{
    return {
        {u"number"_s, form.number},
        {u"state"_s, official(form.state)},
        {u"valid"_s, form.valid ? u"有效"_s : u"无效"_s},
        {u"enteredBy"_s, official(form.enteredBy)},
        {u"enteredAt"_s, timeText(form.enteredAt)},
        {u"confirmedAt"_s, timeText(form.confirmedAt)},
        {u"reason"_s, official(form.reason)},
        {u"seller.name"_s, form.seller.name},
        {u"seller.taxNumber"_s, form.seller.taxNumber},
        {u"buyer.name"_s, form.buyer.name},
        {u"buyer.taxNumber"_s, form.buyer.taxNumber},
        {u"blue.number"_s, form.blueNumber},
        {u"blue.kind"_s, QString::fromUtf16(row(form.kind).title)},
        {u"blue.issuedAt"_s, timeText(form.blueIssuedAt)},
        {u"blue.net"_s, yuan(form.blueTotals.net)},
        {u"blue.tax"_s, yuan(form.blueTotals.tax)},
        {u"red.number"_s, form.isIssued() ? form.redNumber : u"未开具"_s},
        {u"red.issuedAt"_s, timeText(form.redIssuedAt)},
        {u"total.net"_s, yuan(form.totals.net)},
        {u"total.tax"_s, yuan(form.totals.tax)},
        {u"gross"_s, yuan(form.totals.gross())},
    };
}

QList<InvoiceLine> redFormLines(const RedForm &form)
{
    QList<InvoiceLine> out;
    out.reserve(form.lines.size());
    for (const RedFormLine &red : form.lines) {
        InvoiceLine line;
        line.number = red.number;
        line.blueLine = red.blueLine;
        line.item = red.item;
        line.classification = red.classification;
        line.shortName = red.shortName;
        line.spec = red.spec;
        line.unit = red.unit;
        line.quantity = red.quantity;
        line.price = red.price;
        line.net = red.net;
        line.rate = red.rate;
        line.tax = red.tax;
        line.preference = red.preference;
        line.deduction = red.deduction;
        out.append(line);
    }
    return out;
}

} // namespace kp::document
