// SPDX-License-Identifier: GPL-3.0-or-later
// Invoice quota (发票额度): leqi-protocol §4.2 to §4.4.
#include "core/sandbox/amounts.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/quota.h"

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 queryIntervalMs = 60LL * 60 * 1000;
constexpr int filingDay = 15; // the last day quota downloaded before filing can be used

QVariant fen(Money money)
{
    return QVariant::fromValue(qint64(money.fen()));
}

/// What of the month's quota nobody has downloaded yet.
Money undownloaded(const Call &call, const QString &period)
{
    const auto taken =
        call.store.row("SELECT ifnull(sum(downloaded), 0) FROM quota WHERE tax_number = ? AND period = ?",
            {call.company.taxNumber, period});
    return call.company.quota - Money::fromFen(taken ? taken->front().toLongLong() : 0);
}

QString lastUsableDay(const Company &company, const QDate &today)
{
    const int day = company.filed == u"Y" ? today.daysInMonth() : filingDay;
    return QDate(today.year(), today.month(), day).toString(u"yyyyMMdd"_s);
}

struct Transfer {
    QString request, direction;
    Money amount;
};

Answer transferAnswer(const QString &direction, const QString &from, const QString &to)
{
    if (direction == u"1")
        return success();
    return success({{u"syqjq"_s, from}, {u"syqjz"_s, to}});
}

/// Why the quota can not move like this; empty when it can.
QString objection(const Call &call, const Transfer &transfer, const QString &period)
{
    if (transfer.direction == u"1") {
        const std::optional<Quota> quota = downloadedQuota(call.store, call.company, period);
        const Money left = quota ? quota->left() : Money();
        if (transfer.amount > left)
            return u"退回额度超过已下载未使用额度%1"_s.arg(left.toString());
        return {};
    }
    if (call.company.suspended == u"Y")
        return u"发票额度已暂停使用，不能下载"_s;
    if (call.mischiefs.has(Mischief::QuotaExhausted))
        return u"剩余可用额度不足"_s;
    if (call.company.filed != u"Y" && call.clock.today().day() > filingDay)
        return u"授信额度不在有效期内，请先申报或者调整授信额度有效期"_s;
    const Money left = undownloaded(call, period);
    if (!call.company.onDemand() && transfer.amount > left)
        return u"申请额度超过本月剩余可用额度%1"_s.arg(left.toString());
    return {};
}
} // namespace

QString quotaPeriod(const QDate &day)
{
    return day.toString(u"yyyyMM"_s);
}

std::optional<Quota> downloadedQuota(Store &store, const Company &company, const QString &period)
{
    const auto row = store.row("SELECT downloaded, used, valid_from, valid_to FROM quota"
                               " WHERE tax_number = ? AND connection_id = ? AND period = ?",
        {company.taxNumber, company.connectionId, period});
    if (!row)
        return std::nullopt;
    return Quota{Money::fromFen(row->at(0).toLongLong()), Money::fromFen(row->at(1).toLongLong()),
        row->at(2).toString(), row->at(3).toString()};
}

void chargeQuota(Store &store, const Company &company, const QString &period, Money net)
{
    store.write("UPDATE quota SET used = used + ? WHERE tax_number = ? AND connection_id = ? AND period = ?",
        {fen(net), company.taxNumber, company.connectionId, period});
}

Answer quotaState(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const Company &c = call.company;
    const qint64 now = call.clock.nowMs();
    const auto asked = call.store.row(
        "SELECT at FROM quota_query WHERE tax_number = ? AND connection_id = ?", {c.taxNumber, c.connectionId});
    if (call.throttled && asked) {
        const qint64 since = now - asked->front().toLongLong();
        if (since >= 0 && since < queryIntervalMs)
            return refusal(
                u"发票额度查询间隔不得少于1小时，请%1分钟后再查"_s.arg((queryIntervalMs - since) / 60000 + 1));
    }
    call.store.write("INSERT OR REPLACE INTO quota_query VALUES(?, ?, ?)", {c.taxNumber, c.connectionId, now});
    const QString period = quotaPeriod(call.clock.today());
    const Quota quota = downloadedQuota(call.store, c, period).value_or(Quota{});
    const QString nines(16, u'9');
    return success({{u"ztsxbz"_s, c.suspended}, {u"bysxed"_s, c.onDemand() ? nines : c.quota.toString()},
        {u"kysyed"_s, c.onDemand() ? nines : undownloaded(call, period).toString()},
        {u"yxzed"_s, quota.downloaded.toString()}, {u"yxzwsyed"_s, quota.left().toString()}, {u"sq"_s, period}});
}

Answer quotaTransfer(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const Company &c = call.company;
    if (call.request.member("ptbh").text() != c.connectionId)
        return refusal(u"平台编号ptbh须为直连单位平台编号"_s);
    const std::optional<Money> amount = amountOf(call.request.member("sqed"));
    const Transfer transfer{
        call.request.member("ywlsh").text(), call.request.member("sqlx").text(), amount.value_or(Money())};
    if (transfer.request.isEmpty() || transfer.request.size() > 100)
        return refusal(u"业务流水号ywlsh须为1至100个字符"_s);
    if (transfer.direction != u"0" && transfer.direction != u"1")
        return refusal(u"申请类型sqlx须为0（下载）或1（退回）"_s);
    if (transfer.amount <= Money())
        return refusal(u"申请额度sqed须为大于零、至多两位小数的金额"_s);

    if (const auto done = call.store.row("SELECT direction, amount, valid_from, valid_to FROM quota_request"
                                         " WHERE tax_number = ? AND request = ?",
            {c.taxNumber, transfer.request})) {
        if (done->at(0).toString() != transfer.direction || done->at(1).toLongLong() != transfer.amount.fen())
            return refusal(u"业务流水号已使用，重试时申请类型和申请额度须相同"_s);
        return transferAnswer(transfer.direction, done->at(2).toString(), done->at(3).toString());
    }
    const QDate today = call.clock.today();
    const QString period = quotaPeriod(today);
    if (const QString words = objection(call, transfer, period); !words.isEmpty())
        return refusal(words);

    const bool download = transfer.direction == u"0";
    const QString from = download ? period + u"01"_s : QString();
    const QString to = download ? lastUsableDay(c, today) : QString();
    if (download)
        call.store.write("INSERT INTO quota VALUES(?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO UPDATE"
                         " SET downloaded = downloaded + excluded.downloaded, valid_to = excluded.valid_to",
            {c.taxNumber, c.connectionId, period, fen(transfer.amount), from, to});
    else
        call.store.write(
            "UPDATE quota SET downloaded = downloaded - ? WHERE tax_number = ? AND connection_id = ? AND period = ?",
            {fen(transfer.amount), c.taxNumber, c.connectionId, period});
    call.store.write("INSERT INTO quota_request VALUES(?, ?, ?, ?, ?, ?)",
        {c.taxNumber, transfer.request, transfer.direction, fen(transfer.amount), from, to});
    return transferAnswer(transfer.direction, from, to);
}

Answer quotaExtension(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call, "xsfnsrsbh"))
        return *refused;
    const QDate today = call.clock.today();
    const QString month = today.toString(u"yyyy-MM"_s);
    if (call.request.member("sxedsq").text() != month)
        return refusal(u"授信额度属期sxedsq须为本月%1"_s.arg(month));
    if (call.company.filed != u"Y")
        return refusal(u"本期尚未申报，不能调整授信额度有效期"_s);
    const QString period = quotaPeriod(today);
    const std::optional<Quota> quota = downloadedQuota(call.store, call.company, period);
    if (!quota)
        return refusal(u"本月尚未下载发票额度"_s);
    const QString to = lastUsableDay(call.company, today);
    call.store.write("UPDATE quota SET valid_to = ? WHERE tax_number = ? AND connection_id = ? AND period = ?",
        {to, call.company.taxNumber, call.company.connectionId, period});
    return success({{u"sxedsq"_s, month}, {u"syqjq"_s, quota->validFrom}, {u"syqjz"_s, to}});
}

} // namespace kp::sandbox
