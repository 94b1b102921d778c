// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/shared_strings.h"

#include <cstring>

namespace kp::workbook
{

void SharedStrings::add(std::string_view utf8)
{
    const std::size_t needed = sizeof(Length) + utf8.size();
    if (m_blocks.empty() || m_blocks.back().size() + needed > blockBytes) {
        m_blocks.emplace_back();
        m_blocks.back().reserve(m_blocks.size() == 1 ? 0 : blockBytes); // most workbooks need little
    }
    std::vector<char> &block = m_blocks.back();
    m_places.push_back(static_cast<std::uint32_t>((m_blocks.size() - 1) * blockBytes + block.size()));
    const auto length = static_cast<Length>(utf8.size());
    const char *bytes = reinterpret_cast<const char *>(&length);
    block.insert(block.end(), bytes, bytes + sizeof(Length));
    block.insert(block.end(), utf8.begin(), utf8.end());
}

std::string_view SharedStrings::at(std::size_t index) const
{
    const std::size_t place = m_places[index];
    const char *at = m_blocks[place / blockBytes].data() + place % blockBytes;
    Length length = 0;
    std::memcpy(&length, at, sizeof length);
    return {at + sizeof length, length};
}

} // namespace kp::workbook
