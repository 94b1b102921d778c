// SPDX-License-Identifier: GPL-3.0-or-later
// The platform without its socket: a request in, a reply out. Each request is one transaction, durable before the
// reply exists.
#pragma once

#include "core/sandbox/classification.h"
#include "core/sandbox/company.h"
#include "core/sandbox/envelope.h"
#include "core/sandbox/http_message.h"
#include "core/sandbox/misbehaviour.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/platform_clock.h"
#include "core/sandbox/store.h"

#include <QMap>

#include <memory>

namespace kp::sandbox
{

class Platform
{
public:
    struct Settings {
        bool throttleQuotaQuery = true;
        int latencyMs = 0; ///< added to every answer of the platform, not to the control interface
    };

    /// Takes a store that is open for writing, and fills it with the seed companies. Faults: Storage, Internal.
    static Result<std::unique_ptr<Platform>> make(std::unique_ptr<Store> store, Settings settings);

    HttpReply answer(const HttpRequest &request);
    [[nodiscard]] Store &store() { return *m_store; }

private:
    Platform(std::unique_ptr<Store> store, Classification classification, Settings settings);

    HttpReply route(const HttpRequest &request);
    HttpReply answerOperation(const HttpRequest &request, const Address &address);
    HttpReply process(const HttpRequest &request, const Address &address, const Mischiefs &mischiefs);
    HttpReply answerControl(const HttpRequest &request);
    HttpReply controlLedger(const HttpRequest &request);
    HttpReply controlInvoice(const HttpRequest &request);
    HttpReply controlRequests();
    HttpReply controlCompanies();
    HttpReply setFaults(Json::Value wanted);
    HttpReply setClock(Json::Value wanted);
    HttpReply setCompany(Json::Value wanted);
    HttpReply reset();
    // control_red.cpp
    HttpReply controlUse(const QString &number);
    HttpReply setUse(Json::Value wanted);
    HttpReply controlRed(const QString &taxNumber);
    HttpReply actRed(Json::Value wanted);
    HttpReply applyRed(Json::Value wanted);

    struct Traffic {
        qint64 calls = 0;
        qint64 unicodeEscapes = 0; ///< requests with \uXXXX, which the real platform forbids (§1.3)
    };

    std::unique_ptr<Store> m_store;
    Classification m_classification;
    Settings m_settings;
    PlatformClock m_clock;
    MisbehaviourPlan m_plan;
    QMap<QString, Traffic> m_traffic;
};

} // namespace kp::sandbox
