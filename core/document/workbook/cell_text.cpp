// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/cell_text.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
bool isInvisible(QChar c)
{
    // Zero width space and joiners, direction marks, byte order mark, soft hyphen.
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || u == 0x2060 || u == 0xFEFF || u == 0x00AD;
}

bool isFullWidth(QChar c)
{
    return c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E;
}

/// Nearly all cells need no repair; this finds them fast.
bool isOrdinary(QChar c)
{
    const char16_t u = c.unicode();
    return (u > 0x20 && u < 0x7F) || (u >= 0x2E80 && u < 0xFE00 && u != 0x3000) ||
           (u > 0xA0 && u < 0x1680 && u != 0x00AD);
}
} // namespace

QString cleaned(const QString &text, Cleaning how)
{
    const bool narrow = how != Cleaning::Words && how != Cleaning::Paragraph;
    const bool dense = how == Cleaning::Code || how == Cleaning::Capitals || how == Cleaning::Number;
    QString out = text;
    if (!std::all_of(text.cbegin(), text.cend(), isOrdinary)) {
        out.clear();
        out.reserve(text.size());
        for (const QChar c : text) {
            if (isInvisible(c) || c == u'\r' || (dense && c.isSpace()))
                continue;
            if (c.isSpace() || c.category() == QChar::Other_Control)
                out += c == u'\n' && how == Cleaning::Paragraph ? c : c == QChar(0x3000) && !narrow ? c : QChar(u' ');
            else
                out += narrow && isFullWidth(c) ? QChar(c.unicode() - 0xFEE0) : c;
        }
        out = out.trimmed();
    }
    if (how == Cleaning::Capitals)
        out = out.toUpper();
    if (how == Cleaning::Number && (out.startsWith(u'¥') || out.startsWith(QChar(0xFFE5))))
        out.remove(0, 1);
    return out;
}

} // namespace kp::workbook
