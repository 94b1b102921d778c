// SPDX-License-Identifier: GPL-3.0-or-later
// Looking into the tables of the closed lists; used within core/domain only.
#pragma once

#include "core/domain/codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace kp
{

struct CodesText {
    Q_DECLARE_TR_FUNCTIONS(Codes)
};

/// The row whose member equals the value, or null.
template<class Rows, class Predicate>
auto findRow(const Rows &rows, Predicate matches) -> decltype(&rows[0])
{
    const auto it = std::find_if(std::begin(rows), std::end(rows), matches);
    return it == std::end(rows) ? nullptr : &*it;
}

/// The rows stand in the order of their enum.
template<class E, std::size_t Count>
const CodeRow<E> &rowOf(const CodeRow<E> (&rows)[Count], E value)
{
    return rows[static_cast<std::size_t>(value) - static_cast<std::size_t>(rows[0].value)];
}

template<class E, std::size_t Count>
std::optional<E> fromCode(const CodeRow<E> (&rows)[Count], QStringView code)
{
    const auto *found = findRow(rows, [&](const CodeRow<E> &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->value) : std::nullopt;
}

template<class E, std::size_t Count>
std::optional<E> fromOfficial(const CodeRow<E> (&rows)[Count], QStringView name)
{
    const auto *found = findRow(rows, [&](const CodeRow<E> &r) { return name == QStringView(r.official); });
    return found != nullptr ? std::optional(found->value) : std::nullopt;
}

} // namespace kp
