// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform can do wrong in the four conversations on the way to an invoice, and what the clerk must read then.
#pragma once

#include "tests/soak/watched_platform.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kp::test
{

constexpr Operation operations[] = {Operation::Numbers, Operation::Quota, Operation::Upload, Operation::Result};
/// Its 服务编码.
const char *code(Operation operation);

struct FaultCase {
    QString kind; ///< as the control interface names it, or "clock"
    Operation operation = Operation::Numbers;
    /// Parts of the message: what happened, and what the clerk does next or what the program does by itself.
    QStringList words;
};

/// Every kind at every conversation.
QList<FaultCase> faultCases();

/// The order to misbehave. Even runs: until it is cleared; odd ones: once. Every other pair: the request is processed
/// all the same, where that makes a difference.
QByteArray faultOrder(const FaultCase &fault, int run);
/// Whether the order holds until it is cleared.
constexpr bool isLasting(int run)
{
    return run % 2 == 0;
}
/// How far the platform's clock jumps when the conversation begins, so that it matters there: into another year
/// (numbers), another month (credit), out of the 48 hours of an upload, out of the 12 hours of a receipt.
qint64 clockShiftSeconds(Operation operation, const QDate &today);

} // namespace kp::test
