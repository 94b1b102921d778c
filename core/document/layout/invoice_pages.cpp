// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/face_texts.h"
#include "core/document/layout/form.h"
#include "core/document/layout/invoice_face.h"
#include "core/document/layout/line_table.h"
#include "core/document/layout/paging.h"
#include "core/document/layout/placing.h"

#include <algorithm>
#include <cmath>

namespace kp::document
{

namespace
{

/// How many rows fit on the pages of a layout. A page without totals is as high as the highest one with them.
PageRoom roomOf(const Layout &layout)
{
    constexpr qreal hair = 1e-6; // heights are sums of decimals
    const qreal row = layout.rowHeight;
    const auto more = static_cast<int>(std::floor((layout.total.height - layout.subtotal.height) / row + hair));
    const auto fewer = static_cast<int>(std::ceil(layout.subtotal.height / row - hair));
    return {layout.mostRows, layout.mostRows + more, layout.mostRows - fewer};
}

void placeSection(Page &page, const Form &form, const Section &section, const QHash<QString, QString> &fields,
    const QrMatrix &symbol, qreal top, qreal height)
{
    for (Stroke stroke : section.strokes) {
        stroke.line.translate(0, top);
        page.strokes.append(stroke);
    }
    for (const Side &side : section.sides)
        page.strokes.append({QLineF(side.x, top, side.x, top + height), side.width, side.colour});
    for (Ring ring : section.rings) {
        ring.centre.ry() += top;
        page.rings.append(ring);
    }
    for (const SymbolSlot &slot : section.symbols)
        page.symbols.append({slot.box.translated(0, top), symbol});
    for (const TextSlot &slot : section.texts) {
        const QString text = slot.isField ? fields.value(slot.text) : slot.text;
        if (!text.isEmpty())
            placeText(page, form, slot, text, top);
    }
}

/// The rows of one page and what is around them.
struct PagePlan {
    int firstRow = 0;
    int rows = 0;
    bool isLast = true;
    bool hasSubtotal = false;
};

Page pageOf(const Form &form, const LineTable &table, const QHash<QString, QString> &fields, const QrMatrix &symbol,
    const PagePlan &plan)
{
    const Layout &layout = form.layout;
    Page page;
    qreal y = 0;
    const auto add = [&](const Section &section, qreal height) {
        placeSection(page, form, section, fields, symbol, y, height);
        y += height;
    };
    add(layout.top, layout.top.height);
    const qreal firstTop = y + layout.heading.height;
    add(layout.heading, layout.heading.height + std::max(plan.rows, layout.fitRows) * layout.rowHeight);
    table.place(page, plan.firstRow, plan.firstRow + plan.rows, firstTop);
    if (plan.hasSubtotal)
        add(layout.subtotal, layout.subtotal.height);
    if (plan.isLast)
        add(layout.total, layout.total.height);
    add(layout.foot, layout.foot.height);
    page.size = QSizeF(layout.width, y);
    return page;
}

void setPageFields(QHash<QString, QString> &fields, const QList<InvoiceLine> &lines, qsizetype page, qsizetype pages)
{
    Totals sum;
    for (const InvoiceLine &line : lines) {
        sum.net += line.net;
        sum.tax += line.tax;
    }
    const SumTexts texts = sumTexts(sum, lines);
    fields.insert(QStringLiteral("subtotal.net"), texts.net);
    fields.insert(QStringLiteral("subtotal.tax"), texts.tax);
    fields.insert(QStringLiteral("pages"), QStringLiteral(u"共%1页  第%2页").arg(pages).arg(page));
}

} // namespace

QList<Page> pagesOf(const Form &form, Filling filling)
{
    for (QString &text : filling.fields)
        text = printable(text);
    const LineTable table(form, filling.lines, filling.taxMode);
    const QList<int> rowsOfPage = rowsOfPages(table.blocks(), roomOf(form.layout));

    QList<Page> pages;
    PagePlan plan;
    plan.hasSubtotal = rowsOfPage.size() > 1;
    for (qsizetype i = 0; i < rowsOfPage.size(); ++i) {
        plan.rows = rowsOfPage.at(i);
        plan.isLast = i + 1 == rowsOfPage.size();
        if (plan.hasSubtotal)
            setPageFields(filling.fields, table.linesBeginningIn(plan.firstRow, plan.firstRow + plan.rows), i + 1,
                rowsOfPage.size());
        Page page = pageOf(form, table, filling.fields, filling.symbol, plan);
        if (filling.practice)
            placePracticeMarks(page, form);
        pages.append(page);
        plan.firstRow += plan.rows;
    }
    return pages;
}

Result<QList<Page>> layOut(const InvoiceFace &face)
{
    const Result<Form> &form = invoiceForm();
    if (!form)
        return form.fault();
    KP_TRY(symbol, qrMatrix(face.qrText.toUtf8()));
    const Invoice &invoice = face.invoice;
    return pagesOf(*form, {fieldTexts(face), invoice.lines, invoice.taxMode, symbol, invoice.practice});
}

} // namespace kp::document
