// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of one role (宋体 for filled text …) in order of preference.
#pragma once

#include "core/document/font/font_file.h"

#include <QStringList>

namespace kp::document
{

/// What a text is for; the layout file says which fonts serve a role.
enum class FontRole { Title, Label, Text, Digits };
inline constexpr int fontRoleCount = 4;

/// One character in the font that has it.
struct Glyph {
    const FontFile *font = nullptr;
    quint16 index = 0;
    int advance = 0; ///< thousandths of the font size
};

class FontStack
{
public:
    FontStack() = default;
    /// @param families in order of preference; those that are not installed are passed over
    explicit FontStack(const QStringList &families);

    /// False when none of the families is installed.
    [[nodiscard]] bool isUsable() const { return m_first != nullptr; }
    /// The family most characters are drawn in.
    [[nodiscard]] const FontFile *first() const { return m_first; }
    /// From the first font that has the character; when none has it, the first font's box for missing ones.
    [[nodiscard]] Glyph find(char32_t character) const;
    /// Width on one row, in thousandths of the font size: the plain sum of the advances, without kerning.
    [[nodiscard]] int width(QStringView text) const;

private:
    const FontFile *m_first = nullptr;
    QStringList m_others; ///< read only when a character asks for them: they are large
};

/// The next character of a UTF-16 text; moves @p at behind it. Half a surrogate pair gives U+FFFD.
char32_t nextCharacter(QStringView text, qsizetype &at);

} // namespace kp::document
