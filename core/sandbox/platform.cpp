// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/platform.h"

#include "core/sandbox/gzip.h"
#include "core/sandbox/sm4.h"

#include <QLoggingCategory>

#include <utility>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
HttpReply plainReply(int status, const QByteArray &words)
{
    return HttpReply{.status = status, .contentType = "text/plain; charset=utf-8", .body = words + '\n'};
}

HttpReply refused(const QByteArray &httpStatusCode, const QByteArray &code, const QString &message)
{
    return HttpReply{.body = sealRefusal(Refusal{httpStatusCode, code, message})};
}

bool acceptsGzip(const HttpRequest &request)
{
    for (const QByteArray &coding : request.header("accept-encoding").split(','))
        if (coding.trimmed().toLower().startsWith("gzip") && !coding.contains("q=0"))
            return true;
    return false;
}

HttpReply packed(HttpReply reply, const HttpRequest &request)
{
    constexpr qsizetype worthwhile = 1024;
    if (reply.status != 200 || reply.body.size() < worthwhile || !acceptsGzip(request))
        return reply;
    if (std::optional<QByteArray> zipped = gzip(reply.body)) {
        reply.body = std::move(*zipped);
        reply.gzipped = true;
    }
    return reply;
}

/// A key that is not the connection's, so that what it encrypts can not be read.
QByteArray otherKey(QByteArray key)
{
    for (char &byte : key)
        byte = static_cast<char>(~byte);
    return key;
}

/// The failure that replaces the answer, if one was ordered.
std::optional<HttpReply> orderedFailure(const Mischiefs &mischiefs)
{
    if (mischiefs.has(Mischief::Http500))
        return plainReply(500, "practice platform: ordered failure");
    if (mischiefs.has(Mischief::EnvelopeStatus))
        return refused("500", "500", u"网关服务异常（练习平台按要求返回）"_s);
    if (mischiefs.has(Mischief::Error))
        return refused("200", "01", u"平台服务异常（练习平台按要求返回）"_s);
    return std::nullopt;
}

/// Whether what was ordered keeps the request from being processed.
bool staysUnprocessed(const Mischiefs &mischiefs)
{
    for (const Mischief kind : {Mischief::Http500, Mischief::EnvelopeStatus, Mischief::Error})
        if (const Misbehaviour *hit = mischiefs.find(kind); hit != nullptr && !hit->processed)
            return true;
    return mischiefs.has(Mischief::DropBefore);
}
} // namespace

Platform::Platform(std::unique_ptr<Store> store, Classification classification, Settings settings)
    : m_store(std::move(store))
    , m_classification(std::move(classification))
    , m_settings(settings)
{
    m_plan.latencyMs = settings.latencyMs;
}

Result<std::unique_ptr<Platform>> Platform::make(std::unique_ptr<Store> store, Settings settings)
{
    KP_TRY(classification, Classification::load());
    std::unique_ptr<Platform> platform(new Platform(std::move(store), std::move(classification), settings));
    Store &opened = *platform->m_store;
    opened.begin();
    KP_DO(seed(opened));
    const std::optional<Store::Row> shift = opened.row("SELECT shift FROM clock");
    KP_DO(opened.commit());
    platform->m_clock.setShiftMs(shift ? shift->front().toLongLong() : 0);
    return platform;
}

HttpReply Platform::answer(const HttpRequest &request)
{
    // A page in a browser may reach loopback, but can not send a request without Origin.
    if (request.headers.contains("origin"))
        return plainReply(403, "not for web pages");
    m_store->begin();
    const HttpReply reply = route(request);
    if (const Outcome kept = m_store->commit(); !kept) {
        qWarning("%s", qUtf8Printable(kept.fault().message));
        return plainReply(500, "the practice platform could not store or read what this request needs");
    }
    return packed(reply, request);
}

HttpReply Platform::route(const HttpRequest &request)
{
    if (request.path.startsWith("/control/"))
        return answerControl(request);
    const std::optional<Address> address = addressOf(request);
    if (!address)
        return plainReply(404, "no such path");
    if (request.method != "POST")
        return plainReply(405, "the platform takes POST only");
    return answerOperation(request, *address);
}

HttpReply Platform::answerOperation(const HttpRequest &request, const Address &address)
{
    ++m_traffic[address.operation].calls;
    const Mischiefs mischiefs = m_plan.draw(address.operation);
    HttpReply reply;
    if (!staysUnprocessed(mischiefs))
        reply = process(request, address, mischiefs);
    if (const std::optional<HttpReply> failure = orderedFailure(mischiefs))
        reply = *failure;
    reply.delayMs = m_plan.latencyMs;
    if (const Misbehaviour *delay = mischiefs.find(Mischief::Delay))
        reply.delayMs += delay->ms;
    if (mischiefs.has(Mischief::HalfAnswer))
        reply.delivery = HttpReply::Delivery::Half;
    if (mischiefs.has(Mischief::DropBefore) || mischiefs.has(Mischief::DropAfter))
        reply.delivery = HttpReply::Delivery::None;
    return reply;
}

HttpReply Platform::process(const HttpRequest &request, const Address &address, const Mischiefs &mischiefs)
{
    const Operation operation = findOperation(address.operation);
    if (operation == nullptr)
        return refused("404", "404", u"服务编码%1不存在或未开通"_s.arg(address.operation));
    const std::optional<QByteArray> key = connectionKey(*m_store, address.connectionId);
    if (!key)
        return refused("401", "401", u"接入单位平台编号jrdwptbh未登记"_s);
    const std::optional<Company> company = companyByUnit(*m_store, address.connectionId, address.unitId);
    if (!company)
        return refused("403", "403", u"使用单位平台编号sydwptbh未登记或未授权给该直连单位"_s);
    const Result<QByteArray> plain = openRequest(request.body, *key);
    if (!plain)
        return refused("200", "01", plain.fault().message);
    const Result<Json> json = Json::parse(*plain);
    if (!json)
        return refused("200", "01", json.fault().message);
    if (json->usesUnicodeEscapes())
        ++m_traffic[address.operation].unicodeEscapes;

    const bool refuse = mischiefs.has(Mischief::ForceFailed) && operation != &upload;
    const Answer answer = refuse ? refusal(u"练习平台按要求判为失败"_s)
                                 : operation(Call{*m_store, m_classification, m_clock, *company, json->root(),
                                       mischiefs, m_plan, m_settings.throttleQuotaQuery});
    return HttpReply{.body = sealAnswer(answer, mischiefs.has(Mischief::WrongKey) ? otherKey(*key) : *key)};
}

} // namespace kp::sandbox
