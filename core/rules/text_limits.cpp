// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/text_limits.h"

#include "core/domain/schemas.h"
#include "core/rules/texts.h"

#include <algorithm>
#include <optional>

namespace kp::rules
{

namespace
{
/// Control, direction and joining characters, private ones, halves of pairs: nobody sees them, or everybody something
/// else. Pictographs: no font of an invoice has them.
bool isPrintable(char32_t c)
{
    constexpr char32_t pictographsFrom = 0x1F000;
    constexpr char32_t pictographsTo = 0x1FAFF;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return (c < pictographsFrom || c > pictographsTo) && c != QChar::ReplacementCharacter; // of half a pair
    }
}

/// The first character that can not stand on an invoice.
std::optional<char32_t> firstUnprintable(const QString &text, bool severalLines)
{
    const auto usual = [](char16_t c) { return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF); };
    if (std::all_of(text.begin(), text.end(), [&](QChar c) { return usual(c.unicode()); })) // most texts
        return std::nullopt;
    for (const char32_t c : text.toUcs4()) {
        const bool newLine = severalLines && c == U'\n';
        if (!newLine && !isPrintable(c))
            return c;
    }
    return std::nullopt;
}
} // namespace

int characterCount(QStringView text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

int utf8Size(QStringView text)
{
    int size = 0;
    for (const QChar c : text)
        size += c < QChar(0x80) ? 1 : c < QChar(0x800) ? 2 : c.isSurrogate() ? 2 : 3; // a pair of surrogates takes 4
    return size;
}

void checkText(Report &report, const char *field, const char *label, const QString &text, int characters, int bytes,
    bool severalLines)
{
    // A text of n code units has at most n characters and 3n bytes: most need no counting.
    if (characters > 0 && text.size() > characters && characterCount(text) > characters)
        report.error(field, ChecksText::tr("%1 has %2 characters; at most %3 are allowed.")
                                .arg(fieldLabel(label))
                                .arg(characterCount(text))
                                .arg(characters));
    else if (bytes > 0 && 3 * text.size() > bytes && utf8Size(text) > bytes)
        report.error(field,
            ChecksText::tr("%1 takes %2 bytes (a Chinese character counts 3); the tax platform takes at most %3.")
                .arg(fieldLabel(label))
                .arg(utf8Size(text))
                .arg(bytes));
    const auto bad = firstUnprintable(text, severalLines);
    if (bad && QChar::category(*bad) == QChar::Symbol_Other)
        report.error(field, ChecksText::tr("%1 contains %2, which can not be printed on an invoice. Take it out.")
                                .arg(fieldLabel(label), QString::fromUcs4(&*bad, 1)));
    else if (bad)
        report.error(
            field, ChecksText::tr("%1 contains a line break, a tab or another invisible character. Take it out.")
                       .arg(fieldLabel(label)));
}

} // namespace kp::rules
