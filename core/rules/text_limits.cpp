// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/text_limits.h"

#include "core/domain/schemas.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::rules
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};
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
        report.error(field, Text::tr("%1 has %2 characters; at most %3 are allowed.")
                                .arg(fieldLabel(label))
                                .arg(characterCount(text))
                                .arg(characters));
    else if (bytes > 0 && 3 * text.size() > bytes && utf8Size(text) > bytes)
        report.error(
            field, Text::tr("%1 takes %2 bytes (a Chinese character counts 3); the tax platform takes at most %3.")
                       .arg(fieldLabel(label))
                       .arg(utf8Size(text))
                       .arg(bytes));
    const bool invisible = std::any_of(text.begin(), text.end(),
        [&](QChar c) { return (c < QChar(0x20) && !(severalLines && c == u'\n')) || c == QChar(0x7F); });
    if (invisible)
        report.error(field, Text::tr("%1 contains a line break, a tab or another invisible character. Take it out.")
                                .arg(fieldLabel(label)));
}

} // namespace kp::rules
