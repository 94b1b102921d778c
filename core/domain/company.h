// SPDX-License-Identifier: GPL-3.0-or-later
// The enterprise that issues (使用单位), the connection it issues through (直连单位), and what the platform says of it.
#pragma once

#include "core/base/money.h"
#include "core/base/secret.h"
#include "core/domain/codes.h"
#include "core/domain/ids.h"
#include "core/domain/party.h"
#include "core/domain/tax_rate.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace kp
{

/// 直连单位: an approved access to the platform. The key lives in the secret store under secretName(), never here.
struct Connection {
    ConnectionId id;
    QString platformId;   ///< 乐企 ID of the direct-connect unit (20 characters)
    QString url;          ///< up to and including …/invoke; "practice:" is the platform built into this program
    int pollSeconds = 10; ///< how long to wait before asking for the result of an upload; the platform's rule is ≥ 10 s

    /// The platform built into this program.
    [[nodiscard]] bool isEmbedded() const { return url == QLatin1StringView("practice:"); }
    /// Nothing issued here is a real invoice: the embedded platform, or a sandbox address (S2 2.1.2).
    [[nodiscard]] bool isPractice() const
    {
        return isEmbedded() || url.contains(QLatin1StringView("sandbox/v2/invoke"));
    }
    [[nodiscard]] QString secretName() const { return QStringLiteral("connection/") + platformId; }
};

/// 使用单位: a taxpayer that issues through a connection.
struct Company {
    CompanyId id;
    ConnectionId connection;
    QString platformId; ///< 乐企 ID of the using unit
    Party party;
    TaxpayerKind taxpayerKind = TaxpayerKind::General;
    QString authority;       ///< 省级税务机关代码, 11 digits
    QString stateCode;       ///< nsrztdm; only 03 and 09 may issue
    QString riskClass;       ///< fxnsrlx; 01 may not issue
    QString alert;           ///< nsryjjb; 01 may not issue
    bool riskMarked = false; ///< fxnsrbz; Y may not issue
    QDateTime factsAt;       ///< when the platform was last asked; invalid: never
};

/// 可用税率: a rate the platform allows this taxpayer.
struct UsableRate {
    TaxRate rate;
    bool levy = false; ///< 征收率 rather than 税率
    QDate validFrom;
    QDate validTo; ///< invalid: without end

    friend bool operator==(const UsableRate &, const UsableRate &) = default;
};

/// 税收分类编码: one row of the classification.
struct Classification {
    QString code; ///< 19 digits
    QString name;
    QString shortName;
    QString rates;        ///< general rates as the tax office writes them: "13%" or "13%、9%"; may be empty
    bool summary = false; ///< 汇总项: not usable on invoices
    QString description;
};

/// 差额征税编码: what the margin scheme may do with a classification code and all those below it.
struct MarginCode {
    QString code;              ///< 19 digits
    bool net = false;          ///< 差额开票; 全额开票 is open to all of them
    bool netSpecial = false;   ///< 差额开票 on a special invoice
    bool grossSpecial = false; ///< 全额开票 on a special invoice
    QList<TaxRate> rates;      ///< empty: the platform names none

    friend bool operator==(const MarginCode &, const MarginCode &) = default;
};

/// 号段: consecutive invoice numbers bound to a year.
struct NumberRange {
    QString first; ///< 20 digits
    QString last;
    int count = 0;
};

/// 授信额度 as the platform tells it.
struct CreditState {
    bool suspended = false;
    Money total;      ///< 本月总额度
    Money available;  ///< still at the platform
    Money downloaded; ///< by this channel this month
    Money unused;     ///< downloaded and not used
    QString month;    ///< yyyyMM
};

/// When downloaded credit may be used, both days included.
struct CreditValidity {
    QDate from;
    QDate to;
};

/// What the platform has on a taxpayer (CXNSRJBXX).
struct Taxpayer {
    Party party;
    TaxpayerKind kind = TaxpayerKind::General;
    QString authority;
    QString stateCode;
};

/// Risk facts (CXNSRFXXX).
struct TaxpayerRisk {
    QString riskClass;
    QString alert;
    bool marked = false;
};

/// Everything a request to the platform needs to find its way: the connection, the company, and the key.
struct Route {
    QString url;
    QString connectionPlatformId;
    QString companyPlatformId;
    QString taxNumber;
    Secret key; ///< SM4, 16 bytes
    int pollSeconds = 10;
};

/// What the rules must know of the world to judge a draft.
struct IssuingFacts {
    Company company;
    QList<UsableRate> rates;
    QDate today;    ///< at China time
    QString issuer; ///< 开票人
    /// Names and classification codes of the items this person may use; empty: any (C5).
    std::optional<QSet<std::pair<QString, QString>>> allowedItems = {};
    QList<MarginCode> marginCodes = {}; ///< empty: the platform has not told
};

} // namespace kp
