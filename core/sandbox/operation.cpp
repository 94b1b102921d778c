// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/operation.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
struct Entry {
    QLatin1StringView code;
    Operation operation;
};
constexpr std::array operations = {
    Entry{"CXNSRJBXX"_L1, taxpayerFacts},
    Entry{"CXNSRFXXX"_L1, taxpayerRisk},
    Entry{"CXKYSL"_L1, rateList},
    Entry{"CXYKYSL"_L1, rateList}, // the spelling of the scanned manual
    Entry{"CXSSFLBM"_L1, classificationTable},
    Entry{"CXCEZSBM"_L1, marginCodes},
    Entry{"QDFPPLFM"_L1, numberRange},
    Entry{"CXSXED"_L1, quotaState},
    Entry{"XZTHSXED"_L1, quotaTransfer},
    Entry{"TZSXEDYXQ"_L1, quotaExtension},
    Entry{"QDFPSC"_L1, upload},
    Entry{"CXQDFPSCJG"_L1, uploadResult},
    Entry{"QDHZQRDSQ"_L1, redApply},
    Entry{"QDHZQRDQR"_L1, redAnswer},
    Entry{"CXQDHZQRDLB"_L1, redList},
    Entry{"CXQDHZQRDMX"_L1, redDetail},
    Entry{"FPZTXXCX"_L1, invoiceStatus},
    Entry{"FPCY_NEW"_L1, verifyInvoice},
    Entry{"LQSX_SWZJ_GT4_CXXNQYXX"_L1, virtualCompany},
    Entry{"LQSX_SWZJ_GT4_QYXXCSH"_L1, initialiseCompany},
};
} // namespace

Operation findOperation(const QString &code)
{
    const auto *entry =
        std::find_if(operations.begin(), operations.end(), [&](const Entry &e) { return e.code == code; });
    return entry == operations.end() ? nullptr : entry->operation;
}

Answer success(QJsonObject members)
{
    members.insert(u"returncode"_s, u"00"_s);
    members.insert(u"returnmsg"_s, u"成功"_s);
    return QJsonDocument(members).toJson(QJsonDocument::Compact);
}

Answer refusal(const QString &message, const QString &code)
{
    return QJsonDocument(QJsonObject{{u"returncode"_s, code}, {u"returnmsg"_s, message}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Answer> refusedTaxpayer(const Call &call, QByteArrayView member)
{
    const Json::Value given = call.request.member(member);
    if (given.isEmpty())
        return refusal(u"缺少纳税人识别号（%1）"_s.arg(QString::fromUtf8(member)));
    if (given.text() != call.company.taxNumber)
        return refusal(u"纳税人识别号%1与使用单位平台编号不符"_s.arg(given.text()));
    return std::nullopt;
}

void forgetCompany(Store &store, const QString &taxNumber)
{
    store.write("DELETE FROM receipt WHERE tax_number = ?", {taxNumber});
    // Before the invoices they are about. A form of another seller that has its red invoice stays: it is part of what
    // was reversed.
    store.write("DELETE FROM red_form WHERE seller_tax_number = ?", {taxNumber});
    store.write("DELETE FROM red_form WHERE buyer_tax_number = ? AND applicant = '1' AND red_number = ''", {taxNumber});
    store.write(
        "DELETE FROM invoice_use WHERE number IN (SELECT number FROM invoice WHERE buyer_tax_number = ?)", {taxNumber});
    store.write("DELETE FROM invoice WHERE seller_tax_number = ?", {taxNumber});
    store.write("DELETE FROM number_range WHERE tax_number = ?", {taxNumber});
    store.write("DELETE FROM quota WHERE tax_number = ?", {taxNumber});
    store.write("DELETE FROM quota_request WHERE tax_number = ?", {taxNumber});
    store.write("DELETE FROM quota_query WHERE tax_number = ?", {taxNumber});
}

} // namespace kp::sandbox
