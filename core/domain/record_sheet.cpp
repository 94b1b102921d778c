// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/record_sheet.h"

namespace kp
{

const char *code(RowState state)
{
    constexpr const char *codes[] = {"added", "changed", "same", "bad"};
    return codes[static_cast<std::size_t>(state)];
}

} // namespace kp
