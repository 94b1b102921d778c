// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/font/font_stack.h"

namespace kp::document
{

FontStack::FontStack(const QStringList &families)
{
    for (const QString &family : families) {
        if (m_first != nullptr)
            m_others.append(family);
        else
            m_first = FontFile::find(family);
    }
}

Glyph FontStack::find(char32_t character) const
{
    if (const quint16 index = m_first->glyph(character); index != 0)
        return {m_first, index, m_first->advance(index)};
    for (const QString &family : m_others)
        if (const FontFile *font = FontFile::find(family); font != nullptr)
            if (const quint16 index = font->glyph(character); index != 0)
                return {font, index, font->advance(index)};
    return {m_first, 0, m_first->advance(0)};
}

int FontStack::width(QStringView text) const
{
    int sum = 0;
    for (qsizetype at = 0; at < text.size();)
        sum += find(nextCharacter(text, at)).advance;
    return sum;
}

char32_t nextCharacter(QStringView text, qsizetype &at)
{
    const QChar c = text.at(at++);
    if (!c.isSurrogate())
        return c.unicode();
    if (c.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(at++));
    return QChar::ReplacementCharacter;
}

} // namespace kp::document
