// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/typeset.h"

#include "core/document/layout/page.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kp::document
{

namespace
{

/// Below it, sizes fall faster, so that even an absurd text ends somewhere.
constexpr qreal smallestReadable = 5;

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_SpacingCombining ||
           c.category() == QChar::Mark_Enclosing || c.isLowSurrogate();
}

/// Breaks one paragraph that is wider than @p limit (thousandths of the font size).
void breakParagraph(const FontStack &font, const QString &text, int limit, QList<TextRow> &rows)
{
    const qsizetype first = rows.size();
    const auto add = [&](qsizetype from, qsizetype length) {
        rows.append({text.mid(from, length).trimmed(), {}, rows.size() > first});
    };
    std::vector<bool> mayBreak(static_cast<std::size_t>(text.size()) + 1, false);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary())
        mayBreak[static_cast<std::size_t>(at)] = true;

    qsizetype start = 0;
    qsizetype allowed = 0; // last place where the row may end
    int width = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (at > start && mayBreak[static_cast<std::size_t>(at)])
            allowed = at;
        qsizetype next = at;
        width += font.find(nextCharacter(text, next)).advance;
        while (next < text.size() && isMark(text.at(next)))
            width += font.find(nextCharacter(text, next)).advance;
        // A space at the end of a row hangs out of it unseen.
        if (width <= limit || at == start || text.at(at) == u' ') {
            at = next;
            continue;
        }
        const qsizetype end = allowed > start ? allowed : at;
        add(start, end - start);
        start = end;
        while (start < text.size() && text.at(start) == u' ')
            ++start;
        at = allowed = start;
        width = 0;
    }
    if (start < text.size())
        add(start, text.size() - start);
    rows[first].whole = text;
}

/// As fit(), keeping the line breaks.
Setting fitAsIs(const FontStack &font, const QString &text, qreal points, const QSizeF &box)
{
    for (qreal size = points;; size = size > smallestReadable ? size - 0.5 : size * 0.9) {
        const Setting setting{size, wrap(font, text, size, box.width())};
        if (setting.height() <= box.height() || size < 0.1)
            return setting;
    }
}

} // namespace

QString printable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = nextCharacter(text, at);
        if (c == u'\n' || c == 0x2028 || c == 0x2029)
            out.append(u'\n');
        else if (c == u'\r' || QChar::category(c) == QChar::Other_Format)
            continue;
        else if (QChar::category(c) == QChar::Other_Control)
            out.append(u' ');
        else
            out.append(QChar::fromUcs4(c));
    }
    return out;
}

qreal width(const FontStack &font, QStringView text, qreal points)
{
    return font.width(text) * points * mmPerPoint / 1000;
}

qreal Setting::height() const
{
    return (1 + static_cast<qreal>(rows.size() - 1) * rowPitch) * points * mmPerPoint;
}

QList<TextRow> wrap(const FontStack &font, const QString &text, qreal points, qreal mm)
{
    const int limit = static_cast<int>(std::floor(mm * 1000 / (points * mmPerPoint)));
    QList<TextRow> rows;
    for (const QString &paragraph : text.split(u'\n')) {
        if (font.width(paragraph) <= limit)
            rows.append(TextRow{paragraph});
        else
            breakParagraph(font, paragraph, limit, rows);
    }
    return rows;
}

qreal pointsForOneRow(const FontStack &font, QStringView text, qreal points, qreal mm)
{
    const qreal needed = width(font, text, points);
    if (needed <= mm)
        return points;
    return std::max(std::floor(points * mm / needed * 20) / 20, 0.05);
}

Setting fit(const FontStack &font, const QString &text, qreal points, const QSizeF &box)
{
    const Setting setting = fitAsIs(font, text, points, box);
    if (setting.points >= smallestReadable || !text.contains(u'\n'))
        return setting;
    QString joined = text;
    return fitAsIs(font, joined.replace(u'\n', u' '), points, box);
}

} // namespace kp::document
