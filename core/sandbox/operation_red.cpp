// SPDX-License-Identifier: GPL-3.0-or-later
// Red forms (红字确认单): apply, answer, list and detail. leqi-protocol §9.1 to §9.3.
#include "core/sandbox/operation.h"
#include "core/sandbox/red_application.h"
#include "core/sandbox/upload_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int maxPageSize = 500;
constexpr int usualPageSize = 50;

struct AnswerKind {
    QStringView code; // qrlx
    RedEvent event;
};
constexpr AnswerKind answerKinds[] = {
    {u"Y", RedEvent::Agree},
    {u"N", RedEvent::Refuse},
    {u"C", RedEvent::Withdraw},
};

QString stampOf(qint64 ms)
{
    return ms == 0 ? QString() : Clock::stamp(Clock::chinaTime(ms));
}

/// The header of a form, as list and detail tell it.
QJsonObject headerJson(const RedForm &f)
{
    return {{u"uuid"_s, f.uuid}, {u"hzfpxxqrdbh"_s, f.number}, {u"lrfsf"_s, f.applicant},
        {u"xsfnsrsbh"_s, f.sellerTaxNumber}, {u"xsfmc"_s, f.sellerName}, {u"gmfnsrsbh"_s, f.buyerTaxNumber},
        {u"gmfmc"_s, f.buyerName}, {u"lzfpdm"_s, QString()}, {u"lzfphm"_s, f.blueNumber}, {u"sfzzfpbz"_s, u"N"_s},
        {u"lzkprq"_s, f.blueIssuedAt}, {u"lzhjje"_s, f.blueNet.toString()}, {u"lzhjse"_s, f.blueTax.toString()},
        {u"lzfppzDm"_s, f.kind}, {u"lzfpTdyslxDm"_s, QString()}, {u"hzcxje"_s, f.net.toString()},
        {u"hzcxse"_s, f.tax.toString()}, {u"hzqrdmxsl"_s, QString::number(f.lineCount)}, {u"chyyDm"_s, f.reason},
        {u"hzqrxxztDm"_s, f.state}, {u"qrrq"_s, stampOf(f.answeredAt)},
        {u"ykjhzfpbz"_s, f.isIssued() ? u"Y"_s : u"N"_s}, {u"hzfphm"_s, f.redNumber}, {u"hzkprq"_s, f.redIssuedAt},
        {u"yxbz"_s, isStanding(f.state) ? u"Y"_s : u"N"_s}, {u"lrrq"_s, stampOf(f.enteredAt)}};
}

/// The form a request names by uuid and seller, if the company has a part in it.
std::optional<RedForm> ownForm(const Call &call)
{
    std::optional<RedForm> form = formByUuid(call.store, call.clock.nowMs(), call.request.member("uuid").text());
    const QString &own = call.company.taxNumber;
    if (!form || form->sellerTaxNumber != call.request.member("xsfnsrsbh").text() ||
        (form->sellerTaxNumber != own && form->buyerTaxNumber != own))
        return std::nullopt;
    return form;
}

/// Midnight in China at the beginning of that day, plus @p days; nothing when the text is no day.
std::optional<qint64> dayStart(const QString &day, int days)
{
    const QDateTime midnight = Clock::parseChinaTime(day + u" 00:00:00"_s);
    if (!midnight.isValid())
        return std::nullopt;
    return midnight.addDays(days).toMSecsSinceEpoch();
}

/// A whole number from 1 to @p most; @p usual when it is not given.
std::optional<int> pageNumber(Json::Value value, int usual, int most)
{
    if (value.isEmpty())
        return usual;
    bool whole = false;
    const int number = value.text().toInt(&whole);
    if (!whole || number < 1 || number > most)
        return std::nullopt;
    return number;
}
} // namespace

Answer redApply(const Call &call)
{
    if (const Check found = checkApplicationFields(call.request))
        return refusal(found->message);
    if (const Check found = checkRight(call.company))
        return refusal(found->message);
    RedApplication application = readApplication(call.request);
    RedForm &form = application.form;
    const QString &own = form.bySeller() ? form.sellerTaxNumber : form.buyerTaxNumber;
    if (own != call.company.taxNumber)
        return refusal(u"录入方身份与使用单位不符"_s);
    const std::optional<Company> seller = companyByTaxNumber(call.store, form.sellerTaxNumber);
    if (!seller)
        return refusal(u"蓝字发票不存在"_s);
    if (const Check found = enterApplication(call.store, call.clock.nowMs(), application, seller->area))
        return refusal(found->message);
    return success({{u"hzfpxxqrdbh"_s, form.number}, {u"uuid"_s, form.uuid}, {u"hzqrxxztDm"_s, form.state}});
}

Answer redAnswer(const Call &call)
{
    const QString kind = call.request.member("qrlx").text();
    const auto *known = std::find_if(
        std::begin(answerKinds), std::end(answerKinds), [&](const AnswerKind &k) { return k.code == kind; });
    if (known == std::end(answerKinds))
        return refusal(u"确认类型qrlx须为Y、N或C"_s);
    std::optional<RedForm> form = ownForm(call);
    if (!form)
        return refusal(u"红字确认单不存在"_s);
    if (call.request.member("hzqrdbh").text() != form->number)
        return refusal(u"红字确认单编号与UUID不符"_s);
    if (known->event == RedEvent::Agree)
        if (const Check found = checkRight(call.company))
            return refusal(found->message);
    const RedActor actor = form->sellerTaxNumber == call.company.taxNumber ? RedActor::Seller : RedActor::Buyer;
    const qint64 now = call.clock.nowMs();
    if (const Check found = moveForm(call.store, now, *form, known->event, actor))
        return refusal(found->message);
    return success({{u"qrrq"_s, stampOf(now)}, {u"hzfpxxqrdbh"_s, form->number}, {u"uuid"_s, form->uuid},
        {u"hzqrxxztDm"_s, form->state}});
}

Answer redList(const Call &call)
{
    const auto text = [&](QByteArrayView name) { return call.request.member(name).text(); };
    const QString role = text("yhjslx");
    if (role != u"0" && role != u"1")
        return refusal(u"用户角色类型yhjslx须为0或1"_s);
    const bool asSeller = role == u"0";
    if (const std::optional<Answer> refused = refusedTaxpayer(call, asSeller ? "xsfnsrsbh" : "gmfnsrsbh"))
        return *refused;
    if (text(asSeller ? "xsfmc" : "gmfmc") != call.company.name)
        return refusal(asSeller ? u"销售方名称xsfmc与税务登记名称不符"_s : u"购买方名称gmfmc与税务登记名称不符"_s);
    RedFilter filter{.asSeller = asSeller,
        .own = call.company.taxNumber,
        .other = text(asSeller ? "gmfnsrsbh" : "xsfnsrsbh"),
        .applicant = text("lrfsf"),
        .blueNumber = text("lzfphm"),
        .number = text("hzfpxxqrdbh"),
        .state = text("hzqrxxztDm"),
        .kind = text("fppzDm")};
    if (const QString from = text("lrrqq"); !from.isEmpty()) {
        const std::optional<qint64> start = dayStart(from, 0);
        if (!start)
            return refusal(u"录入日期起lrrqq须为yyyy-MM-dd"_s);
        filter.enteredFrom = *start;
    }
    if (const QString to = text("lrrqz"); !to.isEmpty()) {
        const std::optional<qint64> end = dayStart(to, 1);
        if (!end)
            return refusal(u"录入日期止lrrqz须为yyyy-MM-dd"_s);
        filter.enteredBefore = *end;
    }
    constexpr int maxPage = 1'000'000;
    const std::optional<int> page = pageNumber(call.request.member("pageNumber"), 1, maxPage);
    const std::optional<int> size = pageNumber(call.request.member("pageSize"), usualPageSize, maxPageSize);
    if (!page)
        return refusal(u"页码pageNumber须为大于零的整数"_s);
    if (!size)
        return refusal(u"每页条数pageSize须为1至%1的整数"_s.arg(maxPageSize));

    const qint64 now = call.clock.nowMs();
    QJsonArray list;
    // This platform holds no forms of paper invoices, which alone have a code.
    const bool paper = !text("lzfpdm").isEmpty();
    const qint64 total = paper ? 0 : countForms(call.store, now, filter);
    if (!paper)
        for (const RedForm &form : forms(call.store, now, filter, *size, qint64(*page - 1) * *size))
            list.append(headerJson(form));
    return success({{u"hzqrxxList"_s,
        QJsonObject{{u"pageNumber"_s, QString::number(*page)}, {u"pageSize"_s, QString::number(*size)},
            {u"total"_s, QString::number(total)}, {u"list"_s, list}}}});
}

Answer redDetail(const Call &call)
{
    const std::optional<RedForm> form = ownForm(call);
    if (!form)
        return refusal(u"红字确认单不存在"_s);
    QJsonObject members = headerJson(*form);
    members.insert(u"cezslxDm"_s, form->margin);
    members.insert(u"hzqrdmxList"_s, QJsonDocument::fromJson(form->lines).array());
    return success(members);
}

} // namespace kp::sandbox
