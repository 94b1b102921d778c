// SPDX-License-Identifier: GPL-3.0-or-later
// A line grid over draft lines, as an issuing page would describe it, without any rule of tax.
#pragma once

#include "ui/kit/futures.h"
#include "ui/kit/line_table.h"

namespace kp
{

class DraftGrammar final : public RecordGrammar<DraftLine>
{
public:
    DraftGrammar()
        : RecordGrammar(columnsOfDraft())
    {
    }
    [[nodiscard]] QString text(const QVariant &line, int column) const override
    {
        if (columns().at(column).key != QLatin1StringView("gross"))
            return RecordGrammar::text(line, column);
        const auto amount = line.value<DraftLine>().amount;
        return amount ? amount->toString() : QString();
    }
    [[nodiscard]] QFuture<QList<Proposal>> proposals(const QVariant &, int, const QString &typed) override
    {
        QList<Proposal> out;
        for (const char16_t *item : {u"办公用纸 A4", u"办公椅", u"技术服务费", u"餐饮服务"})
            if (const QString text = QString::fromUtf16(item); text.contains(typed))
                out.append({.text = text, .detail = QStringLiteral("*纸制品*  1060105040000000000  13%"), .value = 7});
        return ready(out);
    }
    void accept(QVariant &line, int column, const Proposal &proposal) const override
    {
        auto record = line.value<DraftLine>();
        record.item = proposal.text;
        record.shortName = QStringLiteral("纸制品");
        record.rate = TaxRate::fromMillionths(130000);
        line = QVariant::fromValue(record);
        Q_UNUSED(column)
    }

protected:
    void settle(DraftLine &line, const char *) const override
    {
        if (line.quantity && line.price)
            line.amount = Decimal::productAsMoney(*line.quantity, *line.price);
    }

private:
    static QList<LineColumn> columnsOfDraft()
    {
        const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
        return {{.key = s(u"item"), .label = {}, .width = 220, .stretch = true, .proposes = true},
            {.key = s(u"spec"), .label = {}, .width = 110}, {.key = s(u"unit"), .label = {}, .width = 70},
            {.key = s(u"quantity"), .label = {}, .width = 100}, {.key = s(u"price"), .label = {}, .width = 120},
            {.key = s(u"amount"), .label = {}, .width = 120},
            {.key = s(u"rate"),
                .label = {},
                .width = 90,
                .words = {{s(u"0.13"), s(u"13%")}, {s(u"0.09"), s(u"9%")}, {s(u"0.06"), s(u"6%")},
                    {s(u"0.01"), s(u"1%")}}},
            {.key = s(u"gross"), .label = s(u"Gross"), .kind = FieldKind::Money, .width = 120, .editable = false}};
    }
};

} // namespace kp
