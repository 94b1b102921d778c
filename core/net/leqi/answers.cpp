// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/answers.h"

#include "core/net/leqi/envelope.h"

#include <algorithm>

namespace kp::leqi
{

namespace
{
const QString yes = QStringLiteral("Y");

std::optional<TaxpayerKind> taxpayerKind(const QString &code)
{
    bool ok = false;
    const int value = code.toInt(&ok);
    if (!ok || value < static_cast<int>(TaxpayerKind::General) || value > static_cast<int>(TaxpayerKind::NaturalPerson))
        return std::nullopt;
    return static_cast<TaxpayerKind>(value);
}

UploadVerdict::Kind verdictKind(const QString &status)
{
    using Kind = UploadVerdict::Kind;
    if (status == QLatin1StringView("00"))
        return Kind::Accepted;
    if (status == QLatin1StringView("01"))
        return Kind::Processing;
    if (status == QLatin1StringView("02"))
        return Kind::Failed;
    if (status == QLatin1StringView("03"))
        return Kind::Duplicate;
    return Kind::NoResult;
}

bool isInvoiceNumber(const QString &text)
{
    return text.size() == 20 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

QString provincialAuthority(const QString &county)
{
    if (county.size() != 11)
        return {};
    static constexpr QStringView plannedCities[] = {u"2102", u"3302", u"3502", u"3702", u"4403"};
    const bool planned = std::find(std::begin(plannedCities), std::end(plannedCities), QStringView(county).mid(1, 4)) !=
                         std::end(plannedCities);
    return county.left(planned ? 5 : 3).leftJustified(11, u'0');
}

Result<Taxpayer> taxpayerFrom(const JsonObject &answer)
{
    const JsonObject facts = answer.object("jcxx").value_or(answer); // one printed sample nests them, another does not
    const auto kind = taxpayerKind(facts.text("nsrlx"));
    Taxpayer out;
    out.party.name = facts.text("nsrmc");
    out.party.taxNumber = facts.text("nsrsbh");
    if (!kind || out.party.name.isEmpty() || out.party.taxNumber.isEmpty())
        return unreadable(QStringLiteral("nsrmc, nsrsbh or nsrlx"));
    out.kind = *kind;
    out.party.address = facts.text("scjydz");
    out.party.phone = facts.text("zcdlxdh");
    out.party.bank = facts.text("khhmc");
    out.party.account = facts.text("yhzh");
    out.authority = provincialAuthority(facts.text("qxjswjgdm"));
    out.stateCode = facts.text("nsrztdm");
    return out;
}

Result<TaxpayerRisk> riskFrom(const JsonObject &answer)
{
    // Each of them may be empty, but an answer without any of them says nothing about risk.
    if (!answer.has("fxnsrlx") && !answer.has("nsryjjb") && !answer.has("fxnsrbz"))
        return unreadable(QStringLiteral("fxnsrlx, nsryjjb and fxnsrbz"));
    return TaxpayerRisk{answer.text("fxnsrlx"), answer.text("nsryjjb"), answer.text("fxnsrbz") == yes};
}

Result<QList<UsableRate>> ratesFrom(const JsonObject &answer)
{
    const auto rows = answer.objects({"slzslList", "szlist"});
    if (!rows)
        return unreadable(QStringLiteral("the list of rates"));
    QList<UsableRate> out;
    for (const JsonObject &row : *rows) {
        const auto rate = TaxRate::parse(row.text({"slzsl", "szsl"}));
        if (!rate)
            return unreadable(QStringLiteral("slzsl"));
        if (row.text({"cszt", "czt"}) == QLatin1StringView("1"))
            continue;
        UsableRate usable{*rate, row.text("csxz") == QLatin1StringView("2"), row.date({"yxqq"}), row.date({"yxqz"})};
        const QDate stopped = row.date({"tyrq"});
        if (stopped.isValid() && (!usable.validTo.isValid() || stopped < usable.validTo))
            usable.validTo = stopped;
        out.append(usable);
    }
    return out;
}

Result<QList<MarginCode>> marginCodesFrom(const JsonObject &answer)
{
    const auto rows = answer.objects({"cezsbmList"});
    if (!rows && answer.whole({"count"}) != 0)
        return unreadable(QStringLiteral("cezsbmList"));
    QList<MarginCode> out;
    for (const JsonObject &row : rows.value_or(std::vector<JsonObject>{})) {
        MarginCode code{row.text("sphfwssflhbbm"), row.text("sfkycekp") == yes, row.text("cekpsfkykzp") == yes,
            row.text("qekpsfkykzp") == yes, {}};
        if (code.code.isEmpty())
            return unreadable(QStringLiteral("sphfwssflhbbm"));
        for (const char *list : {"ybnsrsl", "ybnsrzsl", "xgmnsrzsl"}) {
            const QStringList words = row.text(list).split(u'、', Qt::SkipEmptyParts);
            for (const QString &word : words)
                if (const auto rate = TaxRate::parse(word); rate && !code.rates.contains(*rate))
                    code.rates.append(*rate);
        }
        out.append(code);
    }
    return out;
}

Result<ClassificationUpdate> classificationFrom(const JsonObject &answer)
{
    ClassificationUpdate out;
    out.mark = answer.text("sjc");
    const auto rows = answer.objects({"ssbmList"});
    if (out.mark.isEmpty() || (!rows && answer.whole({"count"}) != 0))
        return unreadable(QStringLiteral("sjc or ssbmList"));
    const QDate today = answer.date({"sjc"}); // the platform's own date
    for (const JsonObject &row : rows.value_or(std::vector<JsonObject>{})) {
        Classification code;
        code.code = row.text("sphfwssflhbbm");
        code.name = row.text("sphfwmc");
        code.shortName = row.text("sphfwfljc");
        code.rates = row.text("zzssl");
        code.description = row.text("sm");
        const QDate stopped = row.date({"tyrq"});
        code.summary = row.text("sfhzx") == yes || (stopped.isValid() && stopped <= today);
        if (code.code.isEmpty())
            return unreadable(QStringLiteral("sphfwssflhbbm"));
        out.rows.append(code);
    }
    return out;
}

Result<CreditState> creditFrom(const JsonObject &answer)
{
    const auto total = answer.money({"bysxed"});
    const auto available = answer.money({"kysyed"});
    const auto downloaded = answer.money({"yxzed"});
    const auto unused = answer.money({"yxzwsyed"});
    if (!total || !available || !downloaded || !unused)
        return unreadable(QStringLiteral("bysxed, kysyed, yxzed or yxzwsyed"));
    CreditState out{answer.text("ztsxbz") == yes, *total, *available, *downloaded, *unused, answer.text("sq")};
    out.month.remove(u'-');
    return out;
}

Result<CreditValidity> validityFrom(const JsonObject &answer, bool givenBack)
{
    const CreditValidity out{answer.date({"syqjq", "syqqq"}), answer.date({"syqjz"})};
    if (!givenBack && (!out.from.isValid() || !out.to.isValid()))
        return unreadable(QStringLiteral("syqjq or syqjz"));
    return out;
}

Result<NumberRange> numbersFrom(const JsonObject &answer)
{
    const NumberRange out{answer.text("fpqshm"), answer.text("fpzzhm"), answer.whole({"lysl"}).value_or(0)};
    const auto first = isInvoiceNumber(out.first) ? Decimal::parse(out.first) : std::nullopt;
    const auto last = isInvoiceNumber(out.last) ? Decimal::parse(out.last) : std::nullopt;
    if (!first || !last || out.count < 1 || Decimal::difference(*last, *first) != Decimal(out.count - 1))
        return unreadable(QStringLiteral("a range in fpqshm, fpzzhm and lysl"));
    return out;
}

Result<QString> receiptFrom(const JsonObject &answer)
{
    QString receipt = answer.text("sllsh");
    if (receipt.isEmpty())
        return unreadable(QStringLiteral("sllsh"));
    return receipt;
}

Result<QList<UploadVerdict>> verdictsFrom(const JsonObject &answer)
{
    const auto rows = answer.objects({"resultList"});
    if (!rows)
        return unreadable(QStringLiteral("resultList"));
    QList<UploadVerdict> out;
    for (const JsonObject &row : *rows) {
        UploadVerdict verdict{row.text("fphm"), verdictKind(row.text("status")), row.text("message")};
        if (verdict.number.isEmpty())
            return unreadable(QStringLiteral("fphm"));
        out.append(verdict);
    }
    return out;
}

} // namespace kp::leqi
