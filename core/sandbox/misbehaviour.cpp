// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/misbehaviour.h"

#include "core/sandbox/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
struct Kind {
    Mischief kind;
    QLatin1StringView name;
    QLatin1StringView operations; // those it makes sense for; "" for all
};
constexpr std::array kinds = {
    Kind{Mischief::Delay, "delay"_L1, ""_L1},
    Kind{Mischief::DropBefore, "drop_before"_L1, ""_L1},
    Kind{Mischief::DropAfter, "drop_after"_L1, ""_L1},
    Kind{Mischief::HalfAnswer, "half_answer"_L1, ""_L1},
    Kind{Mischief::Http500, "http_500"_L1, ""_L1},
    Kind{Mischief::EnvelopeStatus, "envelope_status"_L1, ""_L1},
    Kind{Mischief::Error, "error"_L1, ""_L1},
    Kind{Mischief::WrongKey, "wrong_key"_L1, ""_L1},
    Kind{Mischief::ForceFailed, "force_failed"_L1, ""_L1},
    Kind{Mischief::Processing, "processing"_L1, "CXQDFPSCJG"_L1},
    Kind{Mischief::ForceDuplicate, "force_duplicate"_L1, "QDFPSC"_L1},
    Kind{Mischief::NumbersExhausted, "numbers_exhausted"_L1, "QDFPPLFM"_L1},
    Kind{Mischief::QuotaExhausted, "quota_exhausted"_L1, "XZTHSXED QDFPSC"_L1},
};

const Kind &entry(Mischief kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [&](const Kind &k) { return k.kind == kind; });
}

bool applies(Mischief kind, const QString &operation)
{
    const QLatin1StringView only = entry(kind).operations;
    return only.isEmpty() || QString(only).split(u' ').contains(operation);
}

/// A whole number the control interface was given, as a number or as text; the present value when it was not given.
Result<int> wholeNumber(Json::Value object, QByteArrayView name, int present, int least)
{
    const Json::Value value = object.member(name);
    if (value.isEmpty())
        return present;
    bool ok = false;
    const int number = value.text().toInt(&ok);
    if (!ok || number < least)
        return Fault{
            FaultKind::Invalid, u"%1: a whole number from %2 on is expected"_s.arg(QString::fromUtf8(name)).arg(least)};
    return number;
}

Result<Misbehaviour> readOrder(Json::Value object)
{
    Misbehaviour order;
    const QString name = object.member("kind").text();
    const auto *kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &k) { return k.name == name; });
    if (kind == kinds.end())
        return Fault{FaultKind::Invalid, u"kind: unknown kind \"%1\""_s.arg(name)};
    order.kind = kind->kind;
    if (const Json::Value operation = object.member("operation"); !operation.isEmpty())
        order.operation = operation.text();
    if (order.operation != u"*" && (findOperation(order.operation) == nullptr || !applies(order.kind, order.operation)))
        return Fault{FaultKind::Invalid, u"operation: %1 does not apply to \"%2\""_s.arg(name, order.operation)};
    KP_TRY(times, wholeNumber(object, "times", 1, -1));
    KP_TRY(ms, wholeNumber(object, "ms", 0, 0));
    order.times = times;
    order.ms = ms;
    if (const Json::Value probability = object.member("probability"); !probability.isEmpty()) {
        bool ok = false;
        order.probability = probability.text().toDouble(&ok);
        const bool within = order.probability >= 0 && order.probability <= 1; // of which "nan" is neither
        if (!ok || !within)
            return Fault{FaultKind::Invalid, u"probability: a number from 0 to 1 is expected"_s};
    }
    order.processed = object.member("processed").text() == u"true";
    return order;
}
} // namespace

const Misbehaviour *Mischiefs::find(Mischief kind) const
{
    const auto hit =
        std::find_if(m_hits.cbegin(), m_hits.cend(), [&](const Misbehaviour &m) { return m.kind == kind; });
    return hit == m_hits.cend() ? nullptr : &*hit;
}

Mischiefs MisbehaviourPlan::draw(const QString &operation)
{
    QList<Misbehaviour> hits;
    for (Misbehaviour &order : orders) {
        const bool meant = order.operation == operation || (order.operation == u"*" && applies(order.kind, operation));
        if (!meant || order.times == 0 || QRandomGenerator::global()->generateDouble() >= order.probability)
            continue;
        if (order.times > 0)
            --order.times;
        hits.append(order);
    }
    return Mischiefs(hits);
}

Outcome applyPlan(MisbehaviourPlan &plan, Json::Value wanted)
{
    MisbehaviourPlan next = plan;
    const Json::Value list = wanted.isArray() ? wanted : wanted.member("faults");
    if (!wanted.isArray() && !wanted.isObject())
        return Fault{FaultKind::Invalid, u"a list of faults or an object is expected"_s};
    if (list.isArray()) {
        next.orders.clear();
        for (const Json::Value &item : list.items()) {
            KP_TRY(order, readOrder(item));
            next.orders.append(order);
        }
    }
    KP_TRY(latency, wholeNumber(wanted, "latency_ms", plan.latencyMs, 0));
    KP_TRY(polls, wholeNumber(wanted, "processing_polls", plan.processingPolls, 0));
    KP_TRY(processing, wholeNumber(wanted, "processing_ms", plan.processingMs, 0));
    next.latencyMs = latency;
    next.processingPolls = polls;
    next.processingMs = processing;
    plan = next;
    return Done{};
}

QByteArray planJson(const MisbehaviourPlan &plan)
{
    QJsonArray faults;
    for (const Misbehaviour &order : plan.orders)
        faults.append(QJsonObject{{u"kind"_s, entry(order.kind).name}, {u"operation"_s, order.operation},
            {u"times"_s, order.times}, {u"probability"_s, order.probability}, {u"ms"_s, order.ms},
            {u"processed"_s, order.processed}});
    return QJsonDocument(QJsonObject{{u"faults"_s, faults}, {u"latency_ms"_s, plan.latencyMs},
                             {u"processing_polls"_s, plan.processingPolls}, {u"processing_ms"_s, plan.processingMs}})
        .toJson();
}

} // namespace kp::sandbox
