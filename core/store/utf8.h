// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 written in place. Most stored texts are short, so that Qt's encoder would spend its time on beginning.
#pragma once

#include <QStringView>

namespace kp::store
{

/// Writes one code point, at most four bytes, and gives the end.
inline char *writeUtf8(char *out, char32_t point)
{
    const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
    return out;
}

/// Writes a text, at most three bytes a unit, and gives the end. Half a surrogate pair becomes U+FFFD.
inline char *writeUtf8(char *out, QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!c.isSurrogate())
            out = writeUtf8(out, c.unicode());
        else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            out = writeUtf8(out, QChar::surrogateToUcs4(c, text[++i]));
        else
            out = writeUtf8(out, QChar::ReplacementCharacter);
    }
    return out;
}

} // namespace kp::store
