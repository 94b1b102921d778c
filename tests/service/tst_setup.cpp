// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting companies: all of them or none, and one kind of platform in a profile.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;

class SetupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { office = std::make_unique<Office>(); }

    void allOrNone_data()
    {
        QTest::addColumn<int>("answered"); // questions that go well before one does not
        for (const int answered : {0, 3, 5, 6, 8})
            QTest::addRow("after %d", answered) << answered;
    }
    void allOrNone()
    {
        QFETCH(const int, answered);
        office->platform.script = QList<Turn>(answered, Turn::Answer) + QList<Turn>{Turn::Refuse};
        const auto refused = await(office->services().setup.verifyAndSaveAll(office->actor, {first(), second()}));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().kind, FaultKind::Invalid);
        QVERIFY2(refused.fault().message.contains(answered < 5 ? first().taxNumber : second().taxNumber),
            qPrintable(refused.fault().message));
        QCOMPARE(office->stores().companies.connections()->size(), 0);
        QCOMPARE(office->stores().companies.companies(store::Scope::everything())->size(), 0);

        const auto stored = await(office->services().setup.verifyAndSaveAll(office->actor, {first(), second()}));
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), 2);
        for (const CompanyId id : *stored) {
            QVERIFY(office->stores().companies.company(id)->factsAt.isValid());
            QCOMPARE(office->stores().companies.rates(id)->size(), 3);
        }
    }

    void D1_marginCodesAreKeptAndNeedNotBeTold()
    {
        office->platform.margin = {
            {QStringLiteral("3050000000000000000"), true, true, false, {TaxRate::fromMillionths(50'000)}}};
        const auto id = await(office->services().setup.verifyAndSave(office->actor, first()));
        QVERIFY(id.ok());
        QCOMPARE(office->services().issuing.facts(office->actor, *id)->marginCodes, office->platform.margin);
        // A connection that may not ask goes on all the same, with what was told before.
        office->platform.script = QList<Turn>(4, Turn::Answer) + QList<Turn>{Turn::Refuse};
        QVERIFY(await(office->services().setup.refresh(*id, true)).ok());
        QVERIFY(office->platform.script.isEmpty());
        QCOMPARE(office->services().issuing.facts(office->actor, *id)->marginCodes, office->platform.margin);
        office->platform.margin.clear();
        QVERIFY(await(office->services().setup.refresh(*id, true)).ok());
        QVERIFY(office->services().issuing.facts(office->actor, *id)->marginCodes.isEmpty());
    }

    void aBadFormAsksNobody()
    {
        service::CompanyCredentials bad = second();
        bad.key = Secret(QByteArray(15, 'k'));
        office->platform.script = {Turn::Refuse};
        QVERIFY(!await(office->services().setup.verifyAndSaveAll(office->actor, {first(), bad})).ok());
        QCOMPARE(office->platform.script.size(), 1);
    }

    void aNewKeyIsUsedAtOnce()
    {
        const auto id = await(office->services().setup.verifyAndSave(office->actor, first()));
        QVERIFY(id.ok());
        QCOMPARE(await(office->services().routes.find(*id))->key.reveal(), QByteArray(16, 'k'));
        service::CompanyCredentials renewed = first();
        renewed.key = Secret(QByteArray(16, 'n'));
        QCOMPARE(*await(office->services().setup.verifyAndSave(office->actor, renewed)), *id);
        QCOMPARE(await(office->services().routes.find(*id))->key.reveal(), QByteArray(16, 'n'));
    }

    void platformsAreNotMixed_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("fits");
        const QString builtIn = "practice:"_s;
        const QString test = "https://platform.example/access/sandbox/v2/invoke"_s;
        const QString real = "https://platform.example/access/v2/invoke"_s;
        QTest::newRow("real, built in") << real << builtIn << false;
        QTest::newRow("real, test") << real << test << false;
        QTest::newRow("test, real") << test << real << false;
        QTest::newRow("test, built in") << test << builtIn << false;
        QTest::newRow("built in, real") << builtIn << real << false;
        QTest::newRow("built in, test") << builtIn << test << false;
        QTest::newRow("built in again") << builtIn << builtIn << true;
        QTest::newRow("test again") << test << test << true;
        QTest::newRow("real, new address") << real << "https://other.example/access/v2/invoke"_s << true;
    }
    void platformsAreNotMixed()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const bool, fits);
        service::CompanySetup &setup = office->services().setup;
        service::CompanyCredentials company = first();
        company.url = before;
        QVERIFY(await(setup.verifyAndSave(office->actor, company)).ok());
        company.url = after;
        office->platform.script.clear();
        QCOMPARE(setup.checkOneKind({after}).ok(), fits);
        QCOMPARE(await(setup.verify(office->actor, company)).ok(), fits);
        const auto saved = await(setup.verifyAndSave(office->actor, company));
        QCOMPARE(saved.ok(), fits);
        QCOMPARE(office->stores().companies.connections()->constFirst().url, fits ? after : before);
        if (!fits)
            QCOMPARE(saved.fault().kind, FaultKind::Invalid);
    }

private:
    static service::CompanyCredentials first()
    {
        return {"Practice Trading"_s, "91310000MA1FW9A80N"_s, "c0ffee"_s, "beef"_s, Secret(QByteArray(16, 'k')),
            "https://platform.example/invoke"_s, 1};
    }
    static service::CompanyCredentials second()
    {
        return {"Practice Print"_s, "91330106MA0DEM0133"_s, "c0c0a"_s, "beef"_s, Secret(QByteArray(16, 'k')),
            "https://platform.example/invoke"_s, 1};
    }
    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(SetupTest)
#include "tst_setup.moc"
