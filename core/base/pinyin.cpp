// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include "core/base/csv.h"

#include <algorithm>
#include <array>

namespace kp
{

namespace
{
constexpr char16_t firstHan = 0x3400; // extension A and the unified ideographs
constexpr char16_t lastHan = 0x9FFF;
using Letters = std::array<std::uint32_t, lastHan - firstHan + 1>;

constexpr std::uint64_t letterBit(char16_t letter)
{
    return std::uint64_t{1} << (letter - u'a');
}

constexpr std::uint64_t digitBit(char16_t digit)
{
    return std::uint64_t{1} << (26 + digit - u'0');
}

/// By character, read once: a tenth of a megabyte.
const Letters &letters()
{
    static const Letters table = [] {
        Letters out{};
        const auto rows = readCsvFile(QStringLiteral(":/reference/pinyin-initials.csv")).valueOr({});
        for (const QStringList &row : rows) {
            std::uint32_t bits = 0;
            for (const QChar letter : row.at(0))
                bits |= static_cast<std::uint32_t>(letterBit(letter.unicode()));
            for (const QChar han : row.value(1))
                if (han.unicode() >= firstHan && han.unicode() <= lastHan)
                    out[static_cast<std::size_t>(han.unicode() - firstHan)] = bits;
        }
        return out;
    }();
    return table;
}

/// Full-width forms as ASCII, capitals as small letters.
char16_t plain(QChar character)
{
    char16_t c = character.unicode();
    if (c >= 0xFF01 && c <= 0xFF5E)
        c = static_cast<char16_t>(c - 0xFEE0);
    return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
}

/// The bit of a letter or digit; 0 for anything else.
std::uint64_t ownBit(QChar character)
{
    const char16_t c = plain(character);
    if (c >= u'a' && c <= u'z')
        return letterBit(c);
    return c >= u'0' && c <= u'9' ? digitBit(c) : 0;
}
} // namespace

std::uint64_t initialsOf(QChar character)
{
    const char16_t c = character.unicode();
    if (c >= firstHan && c <= lastHan)
        return letters()[static_cast<std::size_t>(c - firstHan)];
    return ownBit(character);
}

std::vector<std::uint64_t> initialsOf(QStringView text)
{
    std::vector<std::uint64_t> out;
    out.reserve(static_cast<std::size_t>(text.size()));
    for (const QChar c : text)
        if (const std::uint64_t bits = initialsOf(c))
            out.push_back(bits);
    return out;
}

bool areInitials(QStringView typed)
{
    return !typed.isEmpty() && std::all_of(typed.begin(), typed.end(), [](QChar c) { return ownBit(c) != 0; });
}

bool containsInitials(QStringView text, QStringView initials)
{
    if (!areInitials(initials))
        return false;
    const std::vector<std::uint64_t> able = initialsOf(text);
    return std::search(able.begin(), able.end(), initials.begin(), initials.end(),
               [](std::uint64_t bits, QChar letter) { return (bits & ownBit(letter)) != 0; }) != able.end();
}

} // namespace kp
