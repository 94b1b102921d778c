// SPDX-License-Identifier: GPL-3.0-or-later
// Pinyin initials: 北京 is found by "bj", 重庆 by "cq" and by "zq", since 重 is read both ways.
// Source: resources/reference/pinyin-initials.csv, the first letters of all readings in pinyin-data (MIT licence).
#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace kp
{

/// The letters a character of a name may be typed as: bit 0 is a … bit 25 is z, bit 26 is 0 … bit 35 is 9.
/// Latin letters and digits (of any width and case) are typed as themselves; 0: it is not typed at all (brackets).
std::uint64_t initialsOf(QChar character);

/// What of a text is typed when its initials are.
std::vector<std::uint64_t> initialsOf(QStringView text);

/// Whether a text can be typed as initials: Latin letters and digits only, at least one.
bool areInitials(QStringView typed);

/// Whether the initials stand side by side somewhere in the text.
bool containsInitials(QStringView text, QStringView initials);

} // namespace kp
