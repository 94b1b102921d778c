// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/office.h"

#include <QJsonDocument>

using namespace kp;
using namespace kp::test;

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { office = std::make_unique<Office>(); }

    void thereIsOneFirstAdministrator()
    {
        QVERIFY(office->actor.may(Permission::ManagePeople));
        const auto second = accounts().createAdministrator("eve"_s, "Eve"_s, password());
        QCOMPARE(second.fault().kind, FaultKind::Conflict);
    }

    void signInNeedsAccountAndPassword()
    {
        QVERIFY(accounts().signIn("ADMIN"_s, password()).ok()); // case does not matter
        const auto wrong = accounts().signIn("admin"_s, Secret("nope"));
        const auto nobody = accounts().signIn("nobody"_s, password());
        QCOMPARE(wrong.fault().kind, FaultKind::Denied);
        QCOMPARE(nobody.fault().message, wrong.fault().message); // does not tell which accounts exist
    }

    void shortPasswordsAreRefused()
    {
        const auto id = accounts().add(office->actor, {{}, "a"_s, "A"_s, {"issuer"_s}}, Secret("short"));
        QCOMPARE(id.fault().kind, FaultKind::Invalid);
    }

    void guessingIsSlowedDown()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(!accounts().signIn("admin"_s, Secret("guess")).ok());
        const auto locked = accounts().signIn("admin"_s, password());
        QCOMPARE(locked.fault().kind, FaultKind::Denied);
        QVERIFY(locked.fault().message.contains("15"_s));
        office->clock.advance(15'001);
        QVERIFY(accounts().signIn("admin"_s, password()).ok());
        QVERIFY(accounts().signIn("admin"_s, password()).ok()); // the count began again
    }

    void aDisabledUserCanNotSignIn()
    {
        const auto id = accounts().add(office->actor, {{}, "clerk"_s, "Clerk"_s, {"issuer"_s}}, password());
        QVERIFY(accounts().setEnabled(office->actor, *id, false).ok());
        QCOMPARE(accounts().signIn("clerk"_s, password()).fault().kind, FaultKind::Denied);
        QVERIFY(accounts().setEnabled(office->actor, *id, true).ok());
        QVERIFY(accounts().signIn("clerk"_s, password()).ok());
        QCOMPARE(accounts().setEnabled(office->actor, office->actor.user, false).fault().kind, FaultKind::Conflict);
    }

    void onlyAdministratorsManagePeople()
    {
        QVERIFY(accounts().add(office->actor, {{}, "clerk"_s, "Clerk"_s, {"issuer"_s}}, password()).ok());
        const Actor clerk = *accounts().signIn("clerk"_s, password());
        QCOMPARE(accounts().add(clerk, {{}, "x"_s, "X"_s, {}}, password()).fault().kind, FaultKind::Denied);
        QCOMPARE(accounts().setEnabled(clerk, office->actor.user, false).fault().kind, FaultKind::Denied);
        QCOMPARE(accounts().users(clerk).fault().kind, FaultKind::Denied);
        QCOMPARE(accounts().users(office->actor)->size(), 2);
    }

    void everyActIsAudited()
    {
        QVERIFY(accounts().signIn("admin"_s, password()).ok());
        const auto entries = *office->stores().audit.page(0, 10);
        QCOMPARE(entries.first().act, "user.signIn"_s);
        QVERIFY((*office->stores().audit.verify()).clean());
        for (const auto &entry : entries)
            for (const auto &change : entry.changes)
                QVERIFY(!change.after.contains("correct horse"_s));
    }

private:
    service::Accounts &accounts() { return office->services().accounts; }
    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
