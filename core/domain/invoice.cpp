// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/invoice.h"

namespace kp
{

QString Invoice::printedBuyerName() const
{
    static const QString suffix = QStringLiteral(u"（个人）");
    return naturalPerson && !buyer.name.endsWith(suffix) ? buyer.name + suffix : buyer.name;
}

} // namespace kp
