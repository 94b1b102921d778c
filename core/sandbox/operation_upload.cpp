// SPDX-License-Identifier: GPL-3.0-or-later
// Upload and its result: leqi-protocol §5, §6, §13. What becomes of each invoice is decided and stored here, when the
// upload comes in; the result query only tells it.
#include "core/sandbox/ledger.h"
#include "core/sandbox/line_amounts.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/quota.h"
#include "core/sandbox/upload_fields.h"
#include "core/sandbox/upload_red.h"
#include "core/sandbox/upload_rules.h"

#include <QJsonDocument>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype maxInvoices = 100;
constexpr qsizetype numberLength = 20;
constexpr qint64 resultKeptMs = 12LL * 3600 * 1000;

bool isInvoiceNumber(const QString &text)
{
    return text.size() == numberLength &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Why the call as a whole is refused; empty when its invoices can be looked at one by one.
QString callObjection(const Call &call, const QList<Json::Value> &invoices)
{
    if (!call.request.isArray() || invoices.isEmpty())
        return u"请求须为非空的发票数组"_s;
    if (invoices.size() > maxInvoices)
        return u"一次最多上传%1张发票，本次%2张"_s.arg(maxInvoices).arg(invoices.size());
    QSet<QString> seen;
    for (qsizetype i = 0; i < invoices.size(); ++i) {
        const Json::Value &invoice = invoices.at(i);
        const QString number = invoice.member("fphm").text();
        if (!isInvoiceNumber(number))
            return u"第%1张发票的发票号码fphm须为20位数字"_s.arg(i + 1);
        if (seen.contains(number))
            return u"同一次上传中发票号码%1重复"_s.arg(number);
        seen.insert(number);
        if (invoice.member("ptbh").text() != call.company.connectionId)
            return u"第%1张发票的平台编号ptbh须为直连单位平台编号"_s.arg(i + 1);
    }
    return {};
}

Check checkQuota(const Call &call, const UploadedInvoice &invoice)
{
    const auto found = [](const QString &what) { return Finding{Group::Quota, what}; };
    if (call.mischiefs.has(Mischief::QuotaExhausted))
        return found(u"可用发票额度不足"_s);
    const QDate day = invoice.issuedAt.date();
    const std::optional<Quota> quota = downloadedQuota(call.store, call.company, quotaPeriod(day));
    if (!quota)
        return found(u"未下载开票当月的发票额度"_s);
    if (day.toString(u"yyyyMMdd"_s) > quota->validTo)
        return found(u"授信额度不在有效期内，请先申报或调整有效期"_s);
    if (invoice.net > Decimal::fromMoney(quota->left()))
        return found(u"发票额度不足，剩余%1"_s.arg(quota->left().toString()));
    return std::nullopt;
}

/// The order is the platform's: right to issue, data, quota, number (§5).
Check checkInvoice(const Call &call, Json::Value json, const UploadedInvoice &invoice)
{
    KP_CHECK(checkRight(call.company));
    KP_CHECK(checkFields(json));
    KP_CHECK(checkHead(invoice, call.company));
    KP_CHECK(checkAmounts(invoice));
    KP_CHECK(checkDiscounts(invoice));
    KP_CHECK(checkMargin(invoice));
    KP_CHECK(checkCodes(invoice, call.company, call.classification, ratesFor(call.company.kind)));
    KP_CHECK(checkQuota(call, invoice));
    KP_CHECK(checkTime(invoice, call.clock.now()));
    if (!ownsNumber(call.store, call.company, invoice.number))
        return Finding{Group::Number, u"发票号码不属于该企业领用的号段"_s};
    return std::nullopt;
}

/// A red invoice is held against its form instead of the tables: names and rates may have changed since the blue one.
/// It needs no quota.
Check checkRed(const Call &call, Json::Value json, const UploadedInvoice &red)
{
    KP_CHECK(checkRight(call.company));
    KP_CHECK(checkFields(json));
    KP_CHECK(checkRedRemark(json));
    KP_CHECK(checkHead(red, call.company));
    const RedBasis basis = redBasis(call.store, call.clock.nowMs(), call.company, red);
    if (!basis.form)
        return basis.refused;
    const std::optional<UploadedInvoice> blue = acceptedInvoice(call.store, red.blueNumber);
    if (!blue)
        return Finding{Group::Right, u"对应蓝字发票不存在"_s};
    KP_CHECK(checkRedInvoice(red, *basis.form, *blue));
    KP_CHECK(checkTime(red, call.clock.now()));
    if (!ownsNumber(call.store, call.company, red.number))
        return Finding{Group::Number, u"发票号码不属于该企业领用的号段"_s};
    return std::nullopt;
}

/// What an accepted invoice costs, in the month it is dated: a red one gives back what its blue one took, but only in
/// the same month (§4.3).
void settleQuota(const Call &call, const UploadedInvoice &invoice)
{
    const QString period = quotaPeriod(invoice.issuedAt.date());
    if (invoice.red) {
        const std::optional<UploadedInvoice> blue = acceptedInvoice(call.store, invoice.blueNumber);
        if (!blue || quotaPeriod(blue->issuedAt.date()) != period)
            return;
    }
    chargeQuota(call.store, call.company, period, inFen(invoice.net));
}

QJsonObject result(const QString &number, const QString &status, const QString &message, const QString &code)
{
    return {{u"fphm"_s, number}, {u"status"_s, status}, {u"message"_s, message}, {u"Code"_s, code}};
}

QJsonObject settle(const Call &call, Json::Value json)
{
    const QString number = json.member("fphm").text();
    const QByteArray content = json.source();
    if (countRepetition(call.store, call.company, number, content))
        return result(number, u"03"_s, u"重复上传"_s, u"03"_s);
    if (call.mischiefs.has(Mischief::ForceFailed))
        return result(number, u"02"_s, u"练习平台按要求判为上传失败"_s, u"9002"_s);
    const UploadedInvoice invoice = readInvoice(json);
    if (const Check found = invoice.red ? checkRed(call, json, invoice) : checkInvoice(call, json, invoice))
        return result(number, u"02"_s, found->message, found->code());
    enterInvoice(call.store, call.company, invoice, content, call.clock.nowMs());
    settleQuota(call, invoice);
    if (invoice.red)
        noteRedInvoice(call.store, invoice);
    if (call.mischiefs.has(Mischief::ForceDuplicate))
        return result(number, u"03"_s, u"重复上传"_s, u"03"_s);
    return result(number, u"00"_s, u"上传成功"_s, u"00"_s);
}
} // namespace

Answer upload(const Call &call)
{
    const QList<Json::Value> invoices = call.request.items();
    if (const QString words = callObjection(call, invoices); !words.isEmpty())
        return refusal(words);
    QJsonArray results;
    for (const Json::Value &invoice : invoices)
        results.append(settle(call, invoice));
    const QString receipt = QUuid::createUuid().toString(QUuid::Id128);
    const qint64 now = call.clock.nowMs();
    // A result that waits for nothing is ready also when the clock is set back.
    const qint64 readyAt = call.plan.processingMs > 0 ? now + call.plan.processingMs : 0;
    call.store.write("INSERT INTO receipt VALUES(?, ?, ?, ?, ?, ?, ?)",
        {receipt, call.company.connectionId, call.company.taxNumber, now, call.plan.processingPolls, readyAt,
            QString::fromUtf8(QJsonDocument(results).toJson(QJsonDocument::Compact))});
    return success({{u"sllsh"_s, receipt}});
}

Answer uploadResult(const Call &call)
{
    const QString receipt = call.request.member("sllsh").text();
    if (receipt.isEmpty())
        return refusal(u"缺少受理流水号sllsh"_s);
    const auto row =
        call.store.row("SELECT at, polls_left, ready_at, results FROM receipt WHERE id = ? AND tax_number = ?",
            {receipt, call.company.taxNumber});
    const qint64 now = call.clock.nowMs();
    if (!row || now - row->at(0).toLongLong() >= resultKeptMs)
        return refusal(u"没有该受理流水号的处理结果，请重新上传后再查询"_s);
    QJsonArray results = QJsonDocument::fromJson(row->at(3).toString().toUtf8()).array();
    const bool pollsLeft = row->at(1).toInt() > 0;
    if (pollsLeft)
        call.store.write("UPDATE receipt SET polls_left = polls_left - 1 WHERE id = ?", {receipt});
    if (pollsLeft || now < row->at(2).toLongLong() || call.mischiefs.has(Mischief::Processing)) {
        for (QJsonValueRef item : results)
            item = result(item.toObject().value(u"fphm"_s).toString(), u"01"_s, u"处理中"_s, u"01"_s);
    }
    return success({{u"resultList"_s, results}});
}

} // namespace kp::sandbox
