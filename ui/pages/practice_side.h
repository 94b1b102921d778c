// SPDX-License-Identifier: GPL-3.0-or-later
// Practice mode: the other side of an invoice, and what the tax platform would do by itself, played by whoever
// practises. Nothing of it exists with a real connection.
#pragma once

#include "core/domain/red_platform.h"

#include <QFuture>

#include <chrono>

namespace kp
{

/// May be called from any thread. Faults: Rejected (the platform says no, in its own words), Offline, Uncertain.
class PracticeSide
{
public:
    virtual ~PracticeSide() = default;

    /// The company that is not the asking one agrees, refuses or withdraws; Invalid for a form without a uuid.
    virtual QFuture<Outcome> answer(const RedForm &form, RedAnswer answer) = 0;
    /// The buyer applies for reversing an invoice. @param lines what of it, below zero as in a form; empty: all that is
    /// left. Gives the form's uuid.
    virtual QFuture<Result<QString>> applyAsBuyer(
        const QString &number, RedReason reason, const QList<RedFormLine> &lines = {}) = 0;

    // What the buyer does with an invoice it has received.
    virtual QFuture<Outcome> tick(const QString &number) = 0;    ///< 用途确认: deducts its tax
    virtual QFuture<Outcome> post(const QString &number) = 0;    ///< 入账
    virtual QFuture<Outcome> untouch(const QString &number) = 0; ///< takes both back

    /// Moves the platform's clock on, or back; it stays moved. Gives how far it then is from this computer's, in
    /// seconds. Uploads are refused while they are days apart: move it back before issuing.
    virtual QFuture<Result<qint64>> moveClock(std::chrono::seconds by) = 0;
};

} // namespace kp
