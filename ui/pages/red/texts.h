// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace kp
{

struct RedText {
    Q_DECLARE_TR_FUNCTIONS(RedPages)
};

} // namespace kp
