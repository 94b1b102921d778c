// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform does wrong on demand, so that clients can be tried against it.
#pragma once

#include "core/base/result.h"
#include "core/sandbox/json.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kp::sandbox
{

/// The ways to fail. "Before" and "after" are meant against the processing of the request.
enum class Mischief {
    Delay,            ///< answers later
    DropBefore,       ///< connection dropped, nothing processed
    DropAfter,        ///< processed, connection dropped
    HalfAnswer,       ///< processed, answer breaks off
    Http500,          ///< HTTP status 500
    EnvelopeStatus,   ///< envelope with httpStatusCode 500
    Error,            ///< Response.Error instead of Data
    WrongKey,         ///< processed, answer encrypted with another key
    Processing,       ///< upload result: every invoice is still being processed
    ForceFailed,      ///< upload: all invoices refused (02); elsewhere a business refusal
    ForceDuplicate,   ///< upload: accepted, but told as a repetition (03)
    NumbersExhausted, ///< no more invoice numbers to be had
    QuotaExhausted,   ///< no quota to download; upload: quota not enough
};

/// One order to misbehave.
struct Misbehaviour {
    Mischief kind = Mischief::Delay;
    QString operation = QStringLiteral("*"); ///< fwbm, or * for every operation the kind makes sense for
    int times = 1;                           ///< calls it still hits; -1 for ever
    double probability = 1.0;                ///< that a call it could hit is hit
    int ms = 0;                              ///< Delay only
    bool processed = false; ///< Http500, EnvelopeStatus, Error: whether the request is processed all the same
};

/// The misbehaviours that hit one call.
class Mischiefs
{
public:
    explicit Mischiefs(QList<Misbehaviour> hits = {})
        : m_hits(std::move(hits))
    {
    }
    [[nodiscard]] const Misbehaviour *find(Mischief kind) const;
    [[nodiscard]] bool has(Mischief kind) const { return find(kind) != nullptr; }

private:
    QList<Misbehaviour> m_hits;
};

/// All orders in force, and the settings that stand beside them. Not kept over a restart.
struct MisbehaviourPlan {
    QList<Misbehaviour> orders;
    int latencyMs = 0;       ///< added to every answer
    int processingPolls = 0; ///< polls of each new receipt that are answered 01 first
    int processingMs = 0;    ///< time during which each new receipt is answered 01

    /// The orders that hit this call; counts them down.
    Mischiefs draw(const QString &operation);
};

/// Changes the plan by a JSON text: a list of orders replaces the orders; an object sets the members it has (faults,
/// latency_ms, processing_polls, processing_ms). Fault: Invalid, naming the place; the plan is then unchanged.
Outcome applyPlan(MisbehaviourPlan &plan, Json::Value wanted);
/// The plan as the same JSON object, with the calls that are left.
QByteArray planJson(const MisbehaviourPlan &plan);

} // namespace kp::sandbox
