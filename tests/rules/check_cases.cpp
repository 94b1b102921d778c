// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/check_cases.h"

#include "core/domain/schemas.h"

#include <QTest>

namespace kp::rules::cases
{

namespace
{
Classification classification(
    const char *code, const char16_t *name, const char16_t *shortName, const char16_t *rates, bool summary = false)
{
    return {QString::fromLatin1(code), QString::fromUtf16(name), QString::fromUtf16(shortName),
        QString::fromUtf16(rates), summary, {}};
}

bool isKnownField(const QString &field, int line)
{
    if (field.isEmpty() || field == u"vouchers")
        return true;
    if (line >= 0)
        return schema<DraftLine>().find(field) != nullptr;
    const QString entry = field.section(u'.', 2);
    return field.startsWith(u"vouchers.")   ? schema<DeductionVoucher>().find(entry) != nullptr
           : field.startsWith(u"elements.") ? schema<ExtraElement>().find(entry) != nullptr
                                            : schema<InvoiceDraft>().find(field) != nullptr;
}
} // namespace

QString han(int count)
{
    return QString(count, QChar(u'汉'));
}

QString latin(int count)
{
    return QString(count, u'x');
}

const ClassificationCatalogue &catalogue()
{
    static const ClassificationCatalogue instance({
        classification("1060402000000000000", u"文具", u"文具", u"", true),
        classification("1060402019900000000", u"其他笔", u"文具", u"13%"),
        classification("1090000000000000000", u"农业机械", u"机械", u""),
        classification("1090000000000000001", u"图书", u"图书", u"13%、9%"),
        classification("3040502020200000000", u"车辆停放服务", u"经营租赁", u"9%"),
        classification("3010301010100000000", u"国内航空旅客运输服务", u"交通运输服务", u"9%"),
        classification("6010000000000000000", u"预付卡销售和充值", u"预付卡销售", u"0%"),
        classification("6110000000000000000", u"不征增值税自来水", u"不征增值税自来水", u"0%"),
        classification("6130000000000000000", u"代收民航发展基金", u"代收民航发展基金", u"0%"),
    });
    return instance;
}

Money yuan(const char *text)
{
    return *Money::parse(QString::fromLatin1(text));
}

TaxRate rateOf(int tenthsOfPercent)
{
    return TaxRate::fromMillionths(tenthsOfPercent * 1000);
}

DraftLine notTaxable(const char *code)
{
    DraftLine out = Case::good().line();
    out.classification = QString::fromLatin1(code);
    out.shortName.clear();
    out.preference = Preference::NotTaxable;
    out.rate = TaxRate();
    return out;
}

Case Case::good()
{
    Case out;
    out.draft.buyer.name = QStringLiteral(u"杭州样例科技有限公司");
    out.draft.buyer.taxNumber = QStringLiteral("91330100799655058B");
    DraftLine line;
    line.item = QStringLiteral(u"铅笔");
    line.classification = QStringLiteral("1060402019900000000");
    line.shortName = QStringLiteral(u"文具");
    line.quantity = Decimal(10);
    line.price = Decimal::parse(u"11.3");
    line.amount = Money::fromFen(11300);
    line.rate = rateOf(130);
    out.draft.lines = {line};
    out.facts.company.party.name = QStringLiteral(u"长沙样例贸易有限公司");
    out.facts.company.party.taxNumber = QStringLiteral("91430104MA4T8FT50U");
    out.facts.company.stateCode = QStringLiteral("03");
    out.facts.issuer = QStringLiteral(u"李明");
    out.facts.today = QDate(2026, 3, 30);
    for (const int rate : {130, 90, 60, 0})
        out.facts.rates.append({rateOf(rate), false, QDate(2020, 1, 1), {}});
    for (const int rate : {30, 50})
        out.facts.rates.append({rateOf(rate), true, {}, {}});
    return out;
}

QList<Finding> findingsOf(const Case &c)
{
    return check(c.draft, compose(c.draft), c.facts, catalogue().lookup());
}

QString describe(const QList<Finding> &findings)
{
    QString out;
    for (const Finding &finding : findings)
        out += QStringLiteral("\n  %1 line %2 %3: %4")
                   .arg(finding.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning"))
                   .arg(finding.line)
                   .arg(finding.field, finding.text);
    return out;
}

void beginCases()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("severity"); // -1: no finding
}

void pass(const char *name, const Change &change)
{
    QTest::newRow(name) << change << QString() << 0 << -1;
}

void error(const char *name, const char *field, int line, const Change &change)
{
    QTest::newRow(name) << change << QString::fromLatin1(field) << line << static_cast<int>(Severity::Error);
}

void warning(const char *name, const char *field, int line, const Change &change)
{
    QTest::newRow(name) << change << QString::fromLatin1(field) << line << static_cast<int>(Severity::Warning);
}

void judgeCase()
{
    QFETCH(Change, change);
    QFETCH(QString, field);
    QFETCH(int, line);
    QFETCH(int, severity);
    Case c = Case::good();
    change(c);
    const QList<Finding> findings = findingsOf(c);
    if (severity < 0) {
        QVERIFY2(findings.isEmpty(), qPrintable(describe(findings)));
        return;
    }
    QVERIFY2(findings.size() == 1, qPrintable(describe(findings)));
    QCOMPARE(findings.front().field, field);
    QCOMPARE(findings.front().line, line);
    QCOMPARE(static_cast<int>(findings.front().severity), severity);
    QVERIFY2(isKnownField(field, line), qPrintable(field)); // a form can mark it
    QVERIFY(findings.front().text.size() > 10);
    QVERIFY(!findings.front().text.contains(u'%' + QStringLiteral("1")) &&
            !findings.front().text.contains(u'%' + QStringLiteral("2")));
}

} // namespace kp::rules::cases
