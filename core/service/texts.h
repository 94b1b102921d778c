// SPDX-License-Identifier: GPL-3.0-or-later
// Where the texts of this folder are translated: one context for what belongs together.
#pragma once

#include <QCoreApplication>

namespace kp::service
{

struct IssuingText {
    Q_DECLARE_TR_FUNCTIONS(Issuing)
};

struct ReversingText {
    Q_DECLARE_TR_FUNCTIONS(Reversing)
};

struct RecordsText {
    Q_DECLARE_TR_FUNCTIONS(Records)
};

} // namespace kp::service
