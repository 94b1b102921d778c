// SPDX-License-Identifier: GPL-3.0-or-later
// The operations (fwbm) of the platform: each turns a decrypted request into a business answer, inside a transaction
// of the caller's.
#pragma once

#include "core/sandbox/classification.h"
#include "core/sandbox/company.h"
#include "core/sandbox/json.h"
#include "core/sandbox/misbehaviour.h"
#include "core/sandbox/platform_clock.h"
#include "core/sandbox/store.h"

#include <QJsonObject>

namespace kp::sandbox
{

/// What an operation may use.
struct Call {
    Store &store;
    const Classification &classification;
    const Clock &clock;
    const Company &company; ///< the using unit of the headers
    Json::Value request;
    const Mischiefs &mischiefs;
    const MisbehaviourPlan &plan;
    bool throttled; ///< whether the hourly limit of CXSXED holds
};

/// The business object that goes back, as JSON text in UTF-8.
using Answer = QByteArray;
using Operation = Answer (*)(const Call &);

/// The operation of that code; nullptr when this platform does not offer it. Aliases are known.
Operation findOperation(const QString &code);

/// returncode 00 and the members beside it.
Answer success(QJsonObject members = {});
/// Any other returncode, with the words for the clerk.
Answer refusal(const QString &message, const QString &code = QStringLiteral("01"));
/// Refuses a request that names another taxpayer than the headers do; nothing when it names the right one.
std::optional<Answer> refusedTaxpayer(const Call &call, QByteArrayView member = "nsrsbh");

// By theme, each in its own file.
Answer taxpayerFacts(const Call &call);       // CXNSRJBXX
Answer taxpayerRisk(const Call &call);        // CXNSRFXXX
Answer virtualCompany(const Call &call);      // LQSX_SWZJ_GT4_CXXNQYXX
Answer initialiseCompany(const Call &call);   // LQSX_SWZJ_GT4_QYXXCSH
Answer rateList(const Call &call);            // CXKYSL
Answer classificationTable(const Call &call); // CXSSFLBM
Answer marginCodes(const Call &call);         // CXCEZSBM
Answer numberRange(const Call &call);         // QDFPPLFM
Answer quotaState(const Call &call);          // CXSXED
Answer quotaTransfer(const Call &call);       // XZTHSXED
Answer quotaExtension(const Call &call);      // TZSXEDYXQ
Answer upload(const Call &call);              // QDFPSC
Answer uploadResult(const Call &call);        // CXQDFPSCJG
Answer redApply(const Call &call);            // QDHZQRDSQ
Answer redAnswer(const Call &call);           // QDHZQRDQR
Answer redList(const Call &call);             // CXQDHZQRDLB
Answer redDetail(const Call &call);           // CXQDHZQRDMX
Answer invoiceStatus(const Call &call);       // FPZTXXCX
Answer verifyInvoice(const Call &call);       // FPCY_NEW

/// Forgets what a company has done: ranges, quota, invoices with their use, red forms and receipts.
void forgetCompany(Store &store, const QString &taxNumber);

} // namespace kp::sandbox
