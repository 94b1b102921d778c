// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/placing.h"

#include <QtMath>

#include <cmath>

namespace kp::document
{

namespace
{

void placeStacked(Page &page, const Form &form, const TextSlot &slot, const QString &text, const QRectF &box)
{
    const qreal pitch = slot.style.points * mmPerPoint * rowPitch;
    qreal y = box.center().y() - pitch * static_cast<qreal>(text.size()) / 2;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const TextRow row{text.at(i), i == 0 ? text : QString(), i > 0};
        placeRow(page, form, row, slot.style, slot.style.points, slot.align, {box.left(), y, box.width(), pitch});
        y += pitch;
    }
}

} // namespace

void placeRow(
    Page &page, const Form &form, const TextRow &row, const Style &style, qreal points, Align align, const QRectF &box)
{
    const qreal wide = width(form.font(style.font), row.text, points);
    const qreal em = points * mmPerPoint;
    qreal x = box.left();
    if (align == Align::Right)
        x = box.right() - wide;
    else if (align == Align::Centre)
        x += (box.width() - wide) / 2;
    const qreal baseline = box.center().y() - em / 2 + em * emAscent;
    page.texts.append(
        {row.text, QPointF(x, baseline), wide, points, style.font, style.colour, 0, row.whole, row.continues});
}

void placeText(Page &page, const Form &form, const TextSlot &slot, const QString &text, qreal top)
{
    const FontStack &font = form.font(slot.style.font);
    const QRectF box = slot.box.translated(0, top);
    if (slot.flow == Flow::Stacked)
        return placeStacked(page, form, slot, text, box);
    if (slot.flow == Flow::One) {
        QString row = text;
        row.replace(u'\n', u' ');
        const qreal points = pointsForOneRow(font, row, slot.style.points, box.width());
        return placeRow(page, form, {row}, slot.style, points, slot.align, box);
    }
    const Setting setting = fit(font, text, slot.style.points, box.size());
    const qreal em = setting.points * mmPerPoint;
    qreal y = slot.flow == Flow::Top ? box.top() : box.top() + (box.height() - setting.height()) / 2;
    for (const TextRow &row : setting.rows) {
        placeRow(page, form, row, slot.style, setting.points, slot.align, {box.left(), y, box.width(), em});
        y += em * rowPitch;
    }
}

void placePracticeMarks(Page &page, const Form &form)
{
    const QPointF middle(page.size.width() / 2, page.size.height() / 2);
    QStringList texts;
    for (const PracticeMark &mark : form.layout.practiceMarks) {
        const qreal wide = width(form.font(mark.style.font), mark.text, mark.style.points);
        const qreal angle = qDegreesToRadians(mark.turn);
        const QPointF along(std::cos(angle), -std::sin(angle));
        const QPointF below(std::sin(angle), std::cos(angle));
        const qreal drop = mark.offset + mark.style.points * mmPerPoint * (emAscent - 0.5);
        const QPointF origin = middle - along * (wide / 2) + below * drop;
        page.backdrop.append({mark.text, origin, wide, mark.style.points, mark.style.font, mark.style.colour, mark.turn,
            {}, !texts.isEmpty()});
        texts.append(mark.text);
    }
    if (!texts.isEmpty())
        page.backdrop.first().whole = texts.join(u' ');
}

} // namespace kp::document
