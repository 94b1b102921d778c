// SPDX-License-Identifier: GPL-3.0-or-later
// The closed lists, rates, rights and the small sentences a record says of itself.
#include <QSet>
#include <QTest>

#include "core/domain/access.h"
#include "core/domain/codes.h"
#include "core/domain/company.h"
#include "core/domain/country.h"
#include "core/domain/finding.h"
#include "core/domain/invoice.h"
#include "core/domain/order_sheet.h"
#include "core/domain/red_plan.h"
#include "core/domain/tax_rate.h"

using namespace kp;

class TestDomain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds();
    void natures();
    void closedLists();
    void documentsAndCountries();
    void preferencesKeepTheirNumbers();
    void rateParses_data();
    void rateParses();
    void rateRefuses_data();
    void rateRefuses();
    void ratePrints();
    void roleTable();
    void actorSeesItsCompanies();
    void printedNames();
    void findings();
    void findingsFindTheirCell();
    void practiceConnection();
};

void TestDomain::kinds()
{
    QCOMPARE(invoiceKinds().size(), 2U);
    for (const InvoiceKindRow &kind : invoiceKinds()) {
        QCOMPARE(&row(kind.kind), &kind); // the table stands in the order of the enum
        QCOMPARE(invoiceKindFromCode(QString::fromLatin1(kind.code)), kind.kind);
        QCOMPARE(invoiceKindFromOfficial(QStringView(kind.official)), kind.kind);
        QVERIFY(!label(kind.kind).isEmpty());
    }
    QCOMPARE(QString::fromLatin1(row(InvoiceKind::Special).qrCode), QStringLiteral("31"));
    QCOMPARE(QString::fromLatin1(row(InvoiceKind::Ordinary).qrCode), QStringLiteral("32"));
    QVERIFY(!invoiceKindFromCode(u"03").has_value());
    QVERIFY(!invoiceKindFromOfficial(u"").has_value());
}

namespace
{
template<class E>
void checkRows()
{
    QSet<QString> codes;
    for (const CodeRow<E> &row : codeRows<E>()) {
        QCOMPARE(QString::fromLatin1(code(row.value)), QString::fromLatin1(row.code));
        QCOMPARE(fromCode<E>(QString::fromLatin1(row.code)), row.value);
        QVERIFY(!label(row.value).isEmpty());
        codes.insert(QString::fromLatin1(row.code));
    }
    QCOMPARE(codes.size(), static_cast<qsizetype>(codeRows<E>().size()));
    QVERIFY(!fromCode<E>(u"99").has_value());
}
} // namespace

void TestDomain::closedLists()
{
    checkRows<TaxMode>();
    checkRows<InvoiceState>();
    checkRows<PartyKind>();
    checkRows<ElementType>();
    checkRows<Side>();
    checkRows<RedReason>();
    checkRows<RedFormState>();
    checkRows<VoucherKind>();
    checkRows<WaiverReason>();
    checkRows<RefundClass>();
    checkRows<RedPlanStepKind>();
    checkRows<RedPlanStepState>();
    checkRows<RedPlanState>();
    // The platform's own: cezslxDm, pzlx, zzsjzjtDm.
    QCOMPARE(fromCode<TaxMode>(u"02"), TaxMode::MarginNet);
    QCOMPARE(fromCode<VoucherKind>(u"06"), VoucherKind::CourtRuling);
    QCOMPARE(fromOfficial<RefundClass>(u"增值税即征即退-铂金"), RefundClass::Platinum);
    QCOMPARE(fromOfficial<WaiverReason>(u"因为实际经营业务需要，放弃享受减按1%征收率征收增值税政策。"),
        WaiverReason::OwnChoice);
    QVERIFY(isMargin(TaxMode::MarginGross) && isMargin(TaxMode::MarginNet) && !isMargin(TaxMode::Reduced));
}

void TestDomain::documentsAndCountries()
{
    QCOMPARE(idDocumentTypes().size(), 44U);
    const IdDocumentRow *passport = idDocumentTypeNamed(u"外国护照");
    QVERIFY(passport != nullptr);
    QCOMPARE(QString::fromLatin1(passport->code), QStringLiteral("208"));
    QVERIFY(passport->servesBuyer());
    QVERIFY(!idDocumentType(u"102")->servesBuyer());
    QCOMPARE(idDocumentType(u"000"), nullptr);
    QCOMPARE(countries().size(), 245U);
    const auto codeOf = [](QStringView name) {
        const CountryRow *row = countryNamed(name);
        return row != nullptr ? QString::fromLatin1(row->code) : QStringLiteral("none");
    };
    QCOMPARE(codeOf(u"中华人民共和国"), QStringLiteral("156"));
    QCOMPARE(codeOf(u"日本国"), QStringLiteral("392"));
    QCOMPARE(codeOf(u"赞比亚共和国"), QStringLiteral("894"));
    QCOMPARE(codeOf(u"某国"), QStringLiteral("none"));
}

void TestDomain::natures()
{
    // Some published clients have 01 and 02 the other way round; these are the platform's.
    QCOMPARE(lineNatureFromCode(u"00"), LineNature::Normal);
    QCOMPARE(lineNatureFromCode(u"01"), LineNature::Discount);
    QCOMPARE(lineNatureFromCode(u"02"), LineNature::Discounted);
    QVERIFY(!lineNatureFromCode(u"1").has_value());
    for (const LineNature nature : {LineNature::Normal, LineNature::Discount, LineNature::Discounted})
        QCOMPARE(lineNatureFromCode(QString::fromLatin1(code(nature))), nature);
}

void TestDomain::preferencesKeepTheirNumbers()
{
    QCOMPARE(preferences().size(), 19U);
    QSet<QString> names;
    for (const PreferenceRow &preference : preferences()) {
        const int number = static_cast<int>(preference.preference);
        QCOMPARE(&row(preference.preference), &preference);
        QCOMPARE(QString::fromLatin1(preference.code),
            number == 0 ? QString() : QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')));
        QCOMPARE(preferenceFromCode(QString::fromLatin1(preference.code)), preference.preference);
        QCOMPARE(preferenceFromOfficial(QStringView(preference.official)), preference.preference);
        names.insert(QStringView(preference.official).toString());
    }
    QCOMPARE(names.size(), 19);
    QVERIFY(!preferenceFromCode(u"19").has_value());
}

void TestDomain::rateParses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("millionths");
    const auto row = [](const char *text, int millionths) {
        QTest::newRow(text) << QString::fromUtf8(text) << millionths;
    };
    row("0", 0);
    row("0.13", 130'000);
    row("13%", 130'000);
    row("13.0 %", 130'000);
    row(" 1.5% ", 15'000);
    row("6％", 60'000);
    row("0.000001", 1);
    row("1", 1'000'000);
    row("100%", 1'000'000);
    row("1.3E-1", 130'000);
}

void TestDomain::rateParses()
{
    QFETCH(QString, text);
    QFETCH(int, millionths);
    const auto rate = TaxRate::parse(text);
    QVERIFY(rate.has_value());
    QCOMPARE(rate->millionths(), millionths);
    QCOMPARE(TaxRate::parse(rate->toString()), rate);
    QCOMPARE(TaxRate::parse(rate->toPercent()), rate);
}

void TestDomain::rateRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "%", "13", "1.01", "-0.13", "101%", "0.0000001", "免税", "13%%"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
}

void TestDomain::rateRefuses()
{
    QFETCH(QString, text);
    QVERIFY(!TaxRate::parse(text).has_value());
}

void TestDomain::ratePrints()
{
    QCOMPARE(TaxRate::fromMillionths(130'000).toString(), QStringLiteral("0.13"));
    QCOMPARE(TaxRate::fromMillionths(130'000).toPercent(), QStringLiteral("13%"));
    QCOMPARE(TaxRate::fromMillionths(15'000).toPercent(), QStringLiteral("1.5%"));
    QCOMPARE(TaxRate().toPercent(), QStringLiteral("0%"));
    QVERIFY(TaxRate().isZero());
    QVERIFY(TaxRate::fromMillionths(60'000) < TaxRate::fromMillionths(130'000));
}

void TestDomain::roleTable()
{
    QSet<QString> codes;
    for (const PermissionRow &permission : permissions()) {
        codes.insert(QString::fromLatin1(permission.code));
        QVERIFY2(!rolesThatGrant(permission.permission).isEmpty(), permission.code); // nobody could ever do it
    }
    QCOMPARE(codes.size(), static_cast<qsizetype>(permissions().size()));
    for (const RoleRow &role : roles())
        QCOMPARE(roleFromCode(QString::fromLatin1(role.code)), &role);
    QCOMPARE(roleFromCode(u"king"), nullptr);
}

void TestDomain::actorSeesItsCompanies()
{
    User user;
    user.roles = {QString::fromLatin1(roles().front().code), QStringLiteral("unknown role")};
    user.allCompanies = false;
    user.companies = {CompanyId(2)};
    const Actor actor = actorFor(user);
    QVERIFY(!actor.sees(CompanyId(1)));
    QVERIFY(actor.sees(CompanyId(2)));
    for (const Permission permission : roles().front().grants)
        QVERIFY(actor.may(permission));

    User stranger;
    QVERIFY(!actorFor(stranger).may(Permission::ViewInvoices)); // no role, no right
}

void TestDomain::printedNames()
{
    Invoice invoice;
    invoice.buyer.name = QStringLiteral(u"张先生");
    QCOMPARE(invoice.printedBuyerName(), QStringLiteral(u"张先生"));
    invoice.naturalPerson = true;
    QCOMPARE(invoice.printedBuyerName(), QStringLiteral(u"张先生（个人）"));
    invoice.buyer.name = invoice.printedBuyerName();
    QCOMPARE(invoice.printedBuyerName(), QStringLiteral(u"张先生（个人）"));

    InvoiceLine line;
    line.item = QStringLiteral(u"铅笔");
    line.shortName = QStringLiteral(u"文具");
    QCOMPARE(line.printedName(), QStringLiteral(u"*文具*铅笔"));
    line.net = Money::fromFen(100);
    line.tax = Money::fromFen(13);
    QCOMPARE(line.gross(), Money::fromFen(113));
}

void TestDomain::findings()
{
    QVERIFY(!hasErrors({}));
    QVERIFY(!hasErrors({Finding{Severity::Warning, {}, -1, {}}}));
    QVERIFY(hasErrors({Finding{Severity::Warning, {}, -1, {}}, Finding{Severity::Error, {}, 0, {}}}));
}

void TestDomain::findingsFindTheirCell()
{
    const QString serial = QStringLiteral("serial");
    const QString rate = QStringLiteral("rate");
    Order order;
    order.head = {QStringLiteral("head"), 4, {{serial, 1}, {QStringLiteral("remark"), 20}}};
    order.lines = {{QStringLiteral("lines"), 9, {{serial, 1}, {rate, 9}}}};
    const auto at = [](const char *sheet, int row, int column) {
        return CellPlace{QString::fromLatin1(sheet), row, column};
    };
    QCOMPARE(order.place({Severity::Error, rate, 0, {}}), at("lines", 9, 9));
    QCOMPARE(order.place({Severity::Error, QStringLiteral("keptTax"), 0, {}}), at("lines", 9, 1)); // has no cell
    QCOMPARE(order.place({Severity::Error, rate, 1, {}}), at("head", 4, 1)); // there is no such line
    QCOMPARE(order.place({Severity::Error, QStringLiteral("remark"), -1, {}}), at("head", 4, 20));
    QCOMPARE(order.place({Severity::Error, {}, -1, {}}), at("head", 4, 1)); // about the whole
}

void TestDomain::practiceConnection()
{
    Connection connection;
    connection.platformId = QStringLiteral("abc");
    QVERIFY(!connection.isPractice());
    QCOMPARE(connection.secretName(), QStringLiteral("connection/abc"));
    connection.url = QStringLiteral("practice:");
    QVERIFY(connection.isPractice());
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
