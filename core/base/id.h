// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids that can not be mixed up: Id<struct InvoiceTag> is not Id<struct UserTag>.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace kp
{

template<class Tag>
class Id
{
public:
    constexpr Id() = default;
    explicit constexpr Id(std::int64_t value)
        : m_value(value)
    {
    }
    [[nodiscard]] constexpr std::int64_t value() const { return m_value; }
    /// Ids given by the store begin at 1; 0 means "not stored yet".
    [[nodiscard]] constexpr bool isValid() const { return m_value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend std::size_t qHash(Id id, std::size_t seed = 0) { return std::hash<std::int64_t>{}(id.m_value) ^ seed; }

private:
    std::int64_t m_value = 0;
};

} // namespace kp
