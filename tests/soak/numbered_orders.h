// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that can be found again in the platform's ledger: each has a buyer of its own, and amounts that need no
// calculation. The ledger is the judge of what was issued, not the client.
#pragma once

#include "core/document/workbook/order_writer.h"
#include "core/domain/order_sheet.h"

#include <QJsonArray>

namespace kp::test
{

/// So many orders; serials and buyers begin with @p prefix, which no other batch may share.
struct NumberedOrders {
    QString prefix;
    int count = 0;

    [[nodiscard]] QString name(int order) const;
    /// Without tax, exact to the yuan; the tax at 13 % is exact to the fen.
    [[nodiscard]] static Money net(int order) { return Money::fromFen(100'00LL * (order + 1)); }
    [[nodiscard]] static Money tax(int order) { return Money::fromFen(13'00LL * (order + 1)); }

    [[nodiscard]] OrderSheet sheet() const;
    [[nodiscard]] workbook::OrderRows rows() const;
};

/// What the ledger says of a batch.
struct Judgement {
    int lost = 0;
    int doubled = 0; ///< accepted twice, or sent with two contents
    int wrong = 0;   ///< accepted with other amounts
    QStringList words;
    [[nodiscard]] bool clean() const { return words.isEmpty(); }
};
/// @param ledger the list of GET /control/ledger
Judgement judged(const QJsonArray &ledger, const NumberedOrders &orders);

} // namespace kp::test
