// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list of confirmation forms.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/office.h"

namespace kp
{

// What the lists show beyond the fields of a form.
inline constexpr QLatin1StringView counterpartyKey("counterparty");
inline constexpr QLatin1StringView grossKey("gross");
inline constexpr QLatin1StringView timeLeftKey("timeLeft");

/// What a list asks for of the chosen company's forms, with what its page is about.
store::RedFormQuery formQuery(const Office &office, const ListQuery &query, store::RedFormQuery of);

/// @param of what the page is about, whatever its filters say @param columns keys of Schema<RedForm> and those above
std::shared_ptr<RowSource> makeFormRows(Office &office, const store::RedFormQuery &of, const QStringList &columns);

} // namespace kp
