// SPDX-License-Identifier: GPL-3.0-or-later
// The strings that the cells of a workbook share, as they came, in UTF-8: a list of 100,000 customers has half a
// million of them, which as QStrings would take four times the room.
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace kp::workbook
{

class SharedStrings
{
public:
    /// @param utf8 shorter than longest
    void add(std::string_view utf8);
    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    [[nodiscard]] std::string_view at(std::size_t index) const;

    static constexpr std::size_t longest = 1 << 20;

private:
    static constexpr std::size_t blockBytes = 4 * longest;
    using Length = std::uint32_t;

    std::vector<std::vector<char>> m_blocks; ///< of length and bytes of each string
    std::vector<std::uint32_t> m_places;     ///< block × blockBytes + where it begins
};

} // namespace kp::workbook
