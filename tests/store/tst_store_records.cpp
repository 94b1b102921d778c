// SPDX-License-Identifier: GPL-3.0-or-later
// Companies, users, drafts, customers, classification and settings.
#include "books.h"

#include "core/store/completion.h"

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void companies();
    void connections();
    void usableRates();
    void users();
    void signInFailures();
    void drafts();
    void customers();
    void rememberedBuyersBecomeCustomers();
    void classification();
    void settings();
};

void TestRecords::companies()
{
    Books books;
    auto &store = books.stores().companies;
    TRY_VALUE(company, store.company(books.first));
    QCOMPARE(company.party.name, u"甲练习有限公司"_s);
    QCOMPARE(company.platformId, u"U91310000MA1FW9A80N"_s);
    QVERIFY(!company.factsAt.isValid());
    company.party.address = u"新址"_s;
    company.taxpayerKind = TaxpayerKind::SmallScale;
    company.riskClass = u"01"_s;
    company.alert = u"02"_s;
    company.riskMarked = true;
    company.factsAt = Clock::chinaTime(startMs);
    VERIFY_DONE(store.save(company));
    books.close();
    books.open();
    auto &again = books.stores().companies;
    TRY_VALUE(stored, again.findByTaxNumber(company.party.taxNumber));
    QVERIFY(stored.has_value());
    QCOMPARE(stored->id, books.first);
    QCOMPARE(stored->party, company.party);
    QVERIFY(stored->taxpayerKind == TaxpayerKind::SmallScale);
    QCOMPARE(stored->riskClass, u"01"_s);
    QCOMPARE(stored->alert, u"02"_s);
    QVERIFY(stored->riskMarked);
    QCOMPARE(stored->authority, u"13100000000"_s);
    QCOMPARE(stored->stateCode, u"03"_s);
    QCOMPARE(stored->factsAt, company.factsAt);

    company.id = CompanyId();
    VERIFY_FAULT(again.save(company), FaultKind::Conflict); // the tax number is there
    company.id = CompanyId(99);
    VERIFY_FAULT(again.save(company), FaultKind::NotFound);
    VERIFY_FAULT(again.company(CompanyId(99)), FaultKind::NotFound);
    TRY_VALUE(absent, again.findByTaxNumber(u"none"_s));
    QVERIFY(!absent.has_value());

    const auto seen = [&](const Scope &scope) {
        QList<CompanyId> ids;
        for (const Company &one : again.companies(scope).valueOr({}))
            ids.append(one.id);
        return ids;
    };
    QCOMPARE(seen(Scope::everything()).size(), 2);
    QCOMPARE(seen(Scope::only(books.second)), QList<CompanyId>{books.second});
    QCOMPARE(seen(Scope{}), QList<CompanyId>{});
}

void TestRecords::connections()
{
    Books books;
    auto &store = books.stores().companies;
    TRY_VALUE(all, store.connections());
    QCOMPARE(all.size(), 1);
    Connection connection = all.first();
    connection.url = u"https://example.com/access/v2/invoke"_s;
    connection.pollSeconds = 3;
    VERIFY_DONE(store.save(connection));
    TRY_VALUE(stored, store.connection(connection.id));
    QCOMPARE(stored.url, connection.url);
    QCOMPARE(stored.pollSeconds, 3);
    QCOMPARE(stored.platformId, connection.platformId);
    connection.id = ConnectionId();
    VERIFY_FAULT(store.save(connection), FaultKind::Conflict);
    connection.id = ConnectionId(99);
    VERIFY_FAULT(store.save(connection), FaultKind::NotFound);
    VERIFY_FAULT(store.connection(ConnectionId(99)), FaultKind::NotFound);
}

void TestRecords::usableRates()
{
    Books books;
    auto &store = books.stores().companies;
    const QList<UsableRate> rates{
        {TaxRate::fromMillionths(130000), false, QDate(2019, 4, 1), {}},
        {TaxRate::fromMillionths(10000), true, QDate(2023, 1, 1), QDate(2027, 12, 31)},
        {TaxRate::fromMillionths(10000), true, {}, {}},
    };
    VERIFY_DONE(store.setRates(books.first, rates));
    TRY_VALUE(stored, store.rates(books.first));
    QCOMPARE(stored, rates);
    VERIFY_DONE(store.setRates(books.first, rates.mid(1)));
    TRY_VALUE(fewer, store.rates(books.first));
    QCOMPARE(fewer, rates.mid(1));
    TRY_VALUE(none, store.rates(books.second));
    QVERIFY(none.isEmpty());
}

void TestRecords::users()
{
    Books books;
    auto &store = books.stores().users;
    User user;
    user.account = u"Zhang"_s;
    user.name = u"张开票"_s;
    user.roles = {u"administrator"_s, u"issuer"_s};
    user.allCompanies = false;
    user.companies = {books.first, books.second};
    TRY_VALUE(id, store.save(user));
    VERIFY_DONE(store.setPasswordHash(id, u"$argon2id$hash"_s));
    TRY_VALUE(found, store.signIn(u"zHANG"_s));
    QVERIFY(found.has_value());
    QCOMPARE(found->passwordHash, u"$argon2id$hash"_s);
    QCOMPARE(found->user.id, id);
    QCOMPARE(found->user.account, u"Zhang"_s);
    QCOMPARE(found->user.name, user.name);
    QCOMPARE(found->user.roles, user.roles);
    QCOMPARE(found->user.companies, user.companies);
    QVERIFY(found->user.enabled && !found->user.allCompanies);

    VERIFY_FAULT(store.save({{}, u"ZHANG"_s, {}, {}}), FaultKind::Conflict);
    user.id = id;
    user.roles = {u"viewer"_s};
    user.companies = {books.second};
    user.enabled = false;
    VERIFY_DONE(store.save(user));
    TRY_VALUE(changed, store.find(id));
    QCOMPARE(changed.roles, user.roles);
    QCOMPARE(changed.companies, user.companies);
    QVERIFY(!changed.enabled);
    TRY_VALUE(same, store.signIn(u"zhang"_s));
    QCOMPARE(same->passwordHash, u"$argon2id$hash"_s); // saving a user leaves his password alone
    VERIFY_DONE(store.save({{}, u"li"_s, u"李"_s, {}}));
    TRY_VALUE(all, store.users());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].account, u"li"_s);
    QCOMPARE(all[1].roles, user.roles);
    TRY_VALUE(absent, store.signIn(u"wang"_s));
    QVERIFY(!absent.has_value());
    VERIFY_FAULT(store.find(UserId(99)), FaultKind::NotFound);
    VERIFY_FAULT(store.setPasswordHash(UserId(99), {}), FaultKind::NotFound);
}

void TestRecords::signInFailures()
{
    Books books;
    auto &store = books.stores().users;
    TRY_VALUE(id, store.save({{}, u"li"_s, {}, {}}));
    VERIFY_DONE(store.recordFailure(id, startMs));
    VERIFY_DONE(store.recordFailure(id, startMs + 5));
    TRY_VALUE(failed, store.signIn(u"li"_s));
    QCOMPARE(failed->failures, 2);
    QCOMPARE(failed->lastFailureMs, startMs + 5);
    VERIFY_DONE(store.clearFailures(id));
    TRY_VALUE(cleared, store.signIn(u"li"_s));
    QCOMPARE(cleared->failures, 0);
}

void TestRecords::drafts()
{
    Books books;
    auto &store = books.stores().drafts;
    TRY_VALUE(user, books.stores().users.save({{}, u"li"_s, {}, {}}));
    TRY_VALUE(other, books.stores().users.save({{}, u"wang"_s, {}, {}}));
    InvoiceDraft draft;
    draft.serial = u"D1"_s;
    draft.buyer.name = u"买方 \"引号\""_s;
    DraftLine line;
    line.item = u"项目"_s;
    line.quantity = Decimal(2);
    line.price = Decimal::parse(u"0.1234567890123");
    line.rate = TaxRate::fromMillionths(130000);
    draft.lines = {line};
    TRY_VALUE(id, store.save({}, user, books.first, draft, startMs));
    TRY_VALUE(newer, store.save({}, user, books.first, InvoiceDraft(), startMs + 1));
    TRY_VALUE(stored, store.find(id));
    QCOMPARE(stored.draft, draft);
    QCOMPARE(stored.updated, Clock::chinaTime(startMs));
    draft.lines.append(DraftLine());
    TRY_VALUE(sameId, store.save(id, user, books.first, draft, startMs + 2));
    QCOMPARE(sameId, id);
    TRY_VALUE(list, store.list(user, books.first));
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].id, id);
    QCOMPARE(list[0].draft, draft);
    QCOMPARE(list[1].id, newer);
    VERIFY_FAULT(store.save(id, other, books.first, draft, startMs), FaultKind::NotFound); // not his
    TRY_VALUE(others, store.list(other, books.first));
    QVERIFY(others.isEmpty());
    VERIFY_DONE(store.remove(id));
    VERIFY_FAULT(store.remove(id), FaultKind::NotFound);
    VERIFY_FAULT(store.find(id), FaultKind::NotFound);
}

void TestRecords::customers()
{
    Books books;
    auto &store = books.stores().customers;
    const auto buyer = [](CompanyId company, const QString &name, const QString &taxNumber) {
        Customer out;
        out.company = company;
        out.party = {name, taxNumber, u"地址"_s, u"电话"_s, u"银行"_s, u"账号"_s};
        out.email = u"a@example.com"_s;
        return out;
    };
    const Customer first = buyer(books.first, u"北京甲公司"_s, u"91A"_s);
    VERIFY_DONE(store.remember({first}, startMs));
    VERIFY_DONE(store.remember(
        {buyer(books.first, u"上海乙公司"_s, u"91B"_s), buyer(books.second, u"广州丙公司"_s, u"91C"_s)}, startMs + 1));
    Completion completion(books.database(), completionSource<Customer>());
    const auto suggest = [&](const QString &text, int limit) {
        return completed(completion, books.stores().customerRecords, books.first, text, limit);
    };
    const auto names = [&](const QString &text, int limit = 10) {
        QStringList out;
        for (const Customer &found : suggest(text, limit).valueOr({}))
            out.append(found.party.name);
        return out;
    };
    QCOMPARE(names(u"公司"_s), (QStringList{u"上海乙公司"_s, u"北京甲公司"_s}));
    QCOMPARE(names({}, 1), QStringList{u"上海乙公司"_s});
    QCOMPARE(names(u"９１ａ"_s), QStringList{u"北京甲公司"_s});
    QCOMPARE(names(u"shyg"_s), QStringList{u"上海乙公司"_s});
    QCOMPARE(names(u"丙"_s), QStringList()); // another company's
    QCOMPARE(names(u"%"_s), QStringList());

    // Nobody has maintained the customer: it follows the last invoice, but an empty field is no news.
    Customer again = first;
    again.party.phone = u"新电话"_s;
    again.party.bank.clear();
    again.email = u"b@example.com"_s;
    again.naturalPerson = true;
    VERIFY_DONE(store.remember({again}, startMs + 9));
    TRY_VALUE(found, suggest(u"公司"_s, 10));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].party.phone, again.party.phone);
    QCOMPARE(found[0].party.bank, first.party.bank);
    QVERIFY(found[0].naturalPerson);
    TRY_VALUE(emails, store.emails(found[0].id));
    QCOMPARE(emails, (QStringList{u"b@example.com"_s, u"a@example.com"_s}));

    // Once somebody has, only what is empty is filled in.
    Customer kept = found[0];
    kept.party.phone = u"总机"_s;
    kept.party.address.clear();
    kept.stamp.changedBy = u"li"_s;
    VERIFY_DONE(books.stores().customerRecords.update(kept));
    again.party.address = u"新地址"_s;
    VERIFY_DONE(store.remember({again}, startMs + 10));
    TRY_VALUE(later, books.stores().customerRecords.find(kept.id));
    QCOMPARE(later.party.phone, u"总机"_s);
    QCOMPARE(later.party.address, u"新地址"_s);
}

/// Books of the first version know buyers only; nothing of them is lost.
void TestRecords::rememberedBuyersBecomeCustomers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.sqlite"_s);
    QVERIFY(Database::openWriter(path, shippedMigrations().first(1)).ok());
    QVERIFY(tamper(path,
        "INSERT INTO connection VALUES (1, 'c', 'https://example.com', 10);"
        "INSERT INTO company VALUES (1, 1, 'p', '示例', '91A', '', '', '', '', 1, '', '', '', '', 0, NULL);"
        "INSERT INTO customer VALUES (7, 1, '甲公司', '91B', '地址', '电话', '银行', '账号', 'a@example.com', 0, 'x', "
        "1790000000000), (9, 1, '张三', '', '', '', '', '', '', 1, 'x', 1790000001000)"));
    auto opened = Database::openWriter(path);
    QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.fault().detail));
    Stores stores(**opened);
    TRY_VALUE(first, stores.customerRecords.find(CustomerId(7)));
    QCOMPARE(first.party, (Party{u"甲公司"_s, u"91B"_s, u"地址"_s, u"电话"_s, u"银行"_s, u"账号"_s}));
    QCOMPARE(first.kind, PartyKind::Company);
    QCOMPARE(first.stamp.revision, 1);
    QCOMPARE(Clock::stamp(first.stamp.changedAt), u"2026-09-21 22:13:20"_s);
    TRY_VALUE(emails, stores.customers.emails(first.id));
    QCOMPARE(emails, QStringList{u"a@example.com"_s});
    TRY_VALUE(second, stores.customerRecords.find(CustomerId(9)));
    QCOMPARE(second.kind, PartyKind::Person);
    QVERIFY(second.naturalPerson);
    Completion completion(**opened, completionSource<Customer>());
    TRY_VALUE(ids, completion.find(CompanyId(1), {}, 10));
    QCOMPARE(ids, (QList<qint64>{9, 7})); // last used first
    Customer fresh = first;
    fresh.party.name = u"乙公司"_s;
    TRY_VALUE(id, stores.customerRecords.insert(fresh));
    QCOMPARE(id, CustomerId(10));
}

void TestRecords::classification()
{
    Books books;
    auto &store = books.stores().classifications;
    TRY_VALUE(never, store.mark());
    QVERIFY(never.isEmpty());
    VERIFY_DONE(store.merge(
        {u"m1"_s, {{u"1"_s, u"旧名"_s, u"简"_s, u"13%"_s, false, u"说明"_s}, {u"2"_s, u"汇总"_s, {}, {}, true, {}}}}));
    VERIFY_DONE(store.merge({u"m2"_s, {{u"1"_s, u"新名"_s, u"简"_s, u"13%、9%"_s, false, u"说明"_s}}}));
    TRY_VALUE(mark, store.mark());
    QCOMPARE(mark, u"m2"_s);
    TRY_VALUE(all, store.all());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].name, u"新名"_s);
    QCOMPARE(all[0].rates, u"13%、9%"_s);
    QCOMPARE(all[0].shortName, u"简"_s);
    QCOMPARE(all[0].description, u"说明"_s);
    QVERIFY(all[1].summary && !all[0].summary);
}

void TestRecords::settings()
{
    Books books;
    auto &store = books.stores().settings;
    TRY_VALUE(absent, store.value(u"a"_s, u"otherwise"_s));
    QCOMPARE(absent, u"otherwise"_s);
    VERIFY_DONE(store.setValue(u"a"_s, u"1"_s));
    VERIFY_DONE(store.setValue(u"a"_s, u"二"_s));
    TRY_VALUE(stored, store.value(u"a"_s));
    QCOMPARE(stored, u"二"_s);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_store_records.moc"
