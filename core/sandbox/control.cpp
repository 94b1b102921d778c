// SPDX-License-Identifier: GPL-3.0-or-later
// The control interface (/control/…): what a test or a teacher sees and sets. In English, as it is for developers.
#include "core/sandbox/amounts.h"
#include "core/sandbox/control_reply.h"
#include "core/sandbox/ledger.h"
#include "core/sandbox/platform.h"

#include <QJsonArray>

#include <utility>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
QJsonObject companyJson(const Company &c)
{
    return {{u"tax_number"_s, c.taxNumber}, {u"name"_s, c.name}, {u"platform_id"_s, c.unitId},
        {u"connection_platform_id"_s, c.connectionId}, {u"kind"_s, c.kind}, {u"industry"_s, c.industry},
        {u"risk"_s, c.risk}, {u"alert"_s, c.alert}, {u"flagged"_s, c.flagged}, {u"state"_s, c.state},
        {u"month_quota"_s, c.quota.toString()}, {u"suspended"_s, c.suspended}, {u"filed"_s, c.filed}};
}
} // namespace

HttpReply Platform::answerControl(const HttpRequest &request)
{
    const QByteArray path = request.path.endsWith('/') ? request.path.chopped(1) : request.path;
    if (request.method == "GET") {
        if (path == "/control/ledger")
            return controlLedger(request);
        if (path == "/control/invoice")
            return controlInvoice(request);
        if (path == "/control/use")
            return controlUse(request.query.queryItemValue(u"number"_s));
        if (path == "/control/red")
            return controlRed(request.query.queryItemValue(u"taxpayer"_s));
        if (path == "/control/requests")
            return controlRequests();
        if (path == "/control/company")
            return controlCompanies();
        if (path == "/control/faults")
            return HttpReply{.body = planJson(m_plan)};
        return errorReply(404, u"no such control page"_s);
    }
    if (request.method != "POST")
        return errorReply(405, u"GET or POST"_s);
    if (path == "/control/reset")
        return reset();
    const Result<Json> json = Json::parse(request.body);
    if (!json)
        return errorReply(400, json.fault().message);
    if (path == "/control/faults")
        return setFaults(json->root());
    if (path == "/control/clock")
        return setClock(json->root());
    if (path == "/control/company")
        return setCompany(json->root());
    if (path == "/control/use")
        return setUse(json->root());
    if (path == "/control/red")
        return actRed(json->root());
    return errorReply(404, u"no such control page"_s);
}

HttpReply Platform::controlLedger(const HttpRequest &request)
{
    return jsonReply({{u"invoices"_s, ledger(*m_store, request.query.queryItemValue(u"seller"_s))}});
}

HttpReply Platform::controlInvoice(const HttpRequest &request)
{
    const std::optional<QByteArray> content = acceptedContent(*m_store, request.query.queryItemValue(u"number"_s));
    return content ? HttpReply{.body = *content} : errorReply(404, u"no accepted invoice has this number"_s);
}

HttpReply Platform::controlRequests()
{
    QJsonObject operations;
    for (auto it = m_traffic.cbegin(); it != m_traffic.cend(); ++it)
        operations.insert(it.key(), QJsonObject{{u"calls"_s, it->calls}, {u"unicode_escapes"_s, it->unicodeEscapes}});
    return jsonReply({{u"operations"_s, operations}});
}

HttpReply Platform::controlCompanies()
{
    QJsonArray list;
    for (const Company &company : companies(*m_store))
        list.append(companyJson(company));
    return jsonReply({{u"companies"_s, list}});
}

HttpReply Platform::setFaults(Json::Value wanted)
{
    if (const Outcome applied = applyPlan(m_plan, wanted); !applied)
        return errorReply(400, applied.fault().message);
    return HttpReply{.body = planJson(m_plan)};
}

HttpReply Platform::setClock(Json::Value wanted)
{
    qint64 shiftMs = 0;
    const Json::Value by = wanted.member("move_seconds"); // from where it stands
    const Json::Value seconds = by.isEmpty() ? wanted.member("shift_seconds") : by;
    if (!seconds.isEmpty()) {
        bool ok = false;
        constexpr qint64 century = 3'155'760'000;
        const auto bounded = [](qint64 shift) { return shift <= century && shift >= -century; };
        const qint64 given = seconds.text().toLongLong(&ok);
        const qint64 from = by.isEmpty() ? 0 : m_clock.shiftMs() / 1000;
        if (!ok || !bounded(given) || !bounded(from + given))
            return errorReply(400, u"shift_seconds, move_seconds: a whole number of at most a century is expected"_s);
        shiftMs = (from + given) * 1000;
    } else {
        const QDateTime now = Clock::parseChinaTime(wanted.member("now").text());
        if (!now.isValid())
            return errorReply(400, u"shift_seconds, or now as \"yyyy-MM-dd HH:mm:ss\" at UTC+8, is expected"_s);
        shiftMs = now.toMSecsSinceEpoch() - SystemClock().nowMs();
    }
    m_store->write("UPDATE clock SET shift = ?", {shiftMs});
    m_clock.setShiftMs(shiftMs);
    return jsonReply({{u"now"_s, Clock::stamp(m_clock.now())}, {u"shift_seconds"_s, shiftMs / 1000}});
}

HttpReply Platform::setCompany(Json::Value wanted)
{
    std::optional<Company> company = companyByTaxNumber(*m_store, wanted.member("tax_number").text());
    if (!company)
        return errorReply(404, u"tax_number: no such practice company"_s);
    const std::pair<QByteArrayView, QString *> texts[] = {{"kind", &company->kind}, {"industry", &company->industry},
        {"risk", &company->risk}, {"alert", &company->alert}, {"flagged", &company->flagged},
        {"state", &company->state}, {"suspended", &company->suspended}, {"filed", &company->filed}};
    for (const auto &[name, field] : texts)
        if (const Json::Value value = wanted.member(name); value.kind() == Json::Kind::String)
            *field = value.text();
    if (const Json::Value quota = wanted.member("month_quota"); !quota.isEmpty()) {
        const std::optional<Money> amount = amountOf(quota);
        if (!amount || amount->isNegative())
            return errorReply(400, u"month_quota: an amount is expected"_s);
        company->quota = *amount;
    }
    updateCompany(*m_store, *company);
    return jsonReply(companyJson(*company));
}

HttpReply Platform::reset()
{
    for (const Company &company : seedCompanies()) {
        forgetCompany(*m_store, company.taxNumber);
        updateCompany(*m_store, company);
    }
    m_store->write("UPDATE clock SET shift = 0");
    m_clock.setShiftMs(0);
    m_plan = MisbehaviourPlan{.orders = {}, .latencyMs = m_settings.latencyMs};
    m_traffic.clear();
    return jsonReply({{u"reset"_s, true}});
}

} // namespace kp::sandbox
