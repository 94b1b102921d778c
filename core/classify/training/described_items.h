// SPDX-License-Identifier: GPL-3.0-or-later
// The official descriptions taken apart: 包括稻谷、小麦、玉米，不包括种用谷物（详见101011901）。
#pragma once

#include "core/classify/model.h"

namespace kp::classify
{

struct DescribedItem {
    QString text; ///< folded
    PhraseKind kind = PhraseKind::Described;
    QString reference = {}; ///< beginning of the code the text says the item belongs to (详见…); may be empty
};

QList<DescribedItem> describedItems(const QString &description);

} // namespace kp::classify
