// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/stores.h"

#include <limits>
#include <optional>

namespace kp::service
{

inline constexpr CustomerId lastOfAllCustomers{std::numeric_limits<qint64>::max()};

/// A tax number that can not be right, under the name of a customer who has a right one, is that customer's, mistyped:
/// his number. Empty when the number is as it should be, or nobody of that name is known. Two right numbers under one
/// name are two customers. @param upTo the last customer that counts as known
[[nodiscard]] Result<std::optional<QString>> numberMeant(
    store::Stores &stores, const Customer &buyer, CustomerId upTo = lastOfAllCustomers);

} // namespace kp::service
