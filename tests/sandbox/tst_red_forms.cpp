// SPDX-License-Identifier: GPL-3.0-or-later
// Red forms as they are told: list, detail, the state of an invoice, and the control interface.
#include "core/sandbox/store_schema.h"
#include "tests/sandbox/red_practice.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace practice;

namespace
{
QJsonObject asked(const Company &company, const QString &role, const QJsonObject &more = {})
{
    const bool asSeller = role == u"0";
    QJsonObject out{{u"yhjslx"_s, role}, {asSeller ? u"xsfnsrsbh"_s : u"gmfnsrsbh"_s, company.taxNumber},
        {asSeller ? u"xsfmc"_s : u"gmfmc"_s, company.name}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

QJsonObject page(const Answered &answered)
{
    return answered.business.value(u"hzqrxxList"_s).toObject();
}

/// The uuids of a list, in its order.
QStringList uuids(const Answered &answered)
{
    QStringList out;
    const QJsonArray list = page(answered).value(u"list"_s).toArray();
    for (const QJsonValue form : list)
        out.append(form[u"uuid"_s].toString());
    return out;
}
} // namespace

class TestRedForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void item();
    void detail();
    void filters();
    void paging();
    void listRefusals_data();
    void listRefusals();
    void status();
    void statusRefusals();
    void otherSide();
    void controlErrors();
    void forgetting();
    void firstStoreIsUpgraded();
    void newerStoreIsRefused();
    void misbehaviour();
};

void TestRedForms::item()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const Answered form = practice.apply(practice.application(number));
    const QJsonObject told = page(practice.call(practice.buyer(), "CXQDHZQRDLB", asked(practice.buyer(), u"1"_s)))
                                 .value(u"list"_s)
                                 .toArray()
                                 .at(0)
                                 .toObject();
    QJsonObject expected{{u"uuid"_s, form.text(u"uuid"_s)}, {u"hzfpxxqrdbh"_s, form.text(u"hzfpxxqrdbh"_s)},
        {u"lrfsf"_s, u"0"_s}, {u"xsfnsrsbh"_s, u"91110000YL0000012K"_s}, {u"xsfmc"_s, u"演练云杉科技有限公司"_s},
        {u"gmfnsrsbh"_s, u"91310000YL0000020U"_s}, {u"gmfmc"_s, u"演练海棠商贸有限公司"_s}, {u"lzfpdm"_s, QString()},
        {u"lzfphm"_s, number}, {u"sfzzfpbz"_s, u"N"_s}, {u"lzkprq"_s, u"2026-06-17 09:59:00"_s},
        {u"lzhjje"_s, u"100.00"_s}, {u"lzhjse"_s, u"13.00"_s}, {u"lzfppzDm"_s, u"02"_s}, {u"lzfpTdyslxDm"_s, QString()},
        {u"hzcxje"_s, u"-100.00"_s}, {u"hzcxse"_s, u"-13.00"_s}, {u"hzqrdmxsl"_s, u"1"_s}, {u"chyyDm"_s, u"02"_s},
        {u"hzqrxxztDm"_s, u"02"_s}, {u"qrrq"_s, QString()}, {u"ykjhzfpbz"_s, u"N"_s}, {u"hzfphm"_s, QString()},
        {u"hzkprq"_s, QString()}, {u"yxbz"_s, u"Y"_s}};
    QVERIFY(told.value(u"lrrq"_s).toString().startsWith(u"2026-06-17 10:00:"));
    expected.insert(u"lrrq"_s, told.value(u"lrrq"_s));
    QCOMPARE(told, expected);

    practice.act(u"agree"_s, form.text(u"uuid"_s), u"buyer"_s);
    const QJsonObject red = practice.red(form, number);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"00"_s);
    const Answered after = practice.detail(form.text(u"uuid"_s));
    QCOMPARE(after.text(u"ykjhzfpbz"_s), u"Y"_s);
    QCOMPARE(after.text(u"hzfphm"_s), red.value(u"fphm"_s).toString());
    QCOMPARE(after.text(u"hzkprq"_s), u"2026-06-17 09:59:00"_s);
    QVERIFY(after.text(u"qrrq"_s).startsWith(u"2026-06-17 10:00:"));
}

void TestRedForms::detail()
{
    RedPractice practice;
    const QString uuid = practice.apply(practice.application(practice.usedBlue())).text(u"uuid"_s);
    const Answered forSeller = practice.detail(uuid);
    const Answered forBuyer = practice.call(
        practice.buyer(), "CXQDHZQRDMX", {{u"uuid"_s, uuid}, {u"xsfnsrsbh"_s, practice.seller().taxNumber}});
    QCOMPARE(forBuyer.business, forSeller.business);
    QCOMPARE(forSeller.text(u"cezslxDm"_s), QString());
    QCOMPARE(forSeller.text(u"hzcxje"_s), u"-100.00"_s);
    QJsonObject line = RedPractice::redLine();
    for (const QString &name : {u"lzmxxh"_s, u"xh"_s})
        line.insert(name, u"1"_s); // numbers go back as text
    line.insert(u"kce"_s, QString());
    line.insert(u"yhzcbs"_s, QString());
    QCOMPARE(forSeller.business.value(u"hzqrdmxList"_s).toArray(), QJsonArray{line});
}

void TestRedForms::filters()
{
    RedPractice practice;
    const QString special = practice.blue(head(u"fppz"_s, u"01"_s));
    QJsonObject direct = practice.application(special);
    direct.insert(u"lzfppzDm"_s, u"01"_s);
    const Answered first = practice.apply(direct);
    practice.setTime(u"2026-06-18 00:00:00"_s);
    const QString number = practice.usedBlue();
    const Answered second = practice.apply(practice.application(number, u"1"_s));
    practice.setTime(u"2026-06-18 23:59:00"_s);
    const Answered third = practice.apply(practice.application(practice.usedBlue()));
    const QString a = first.text(u"uuid"_s);
    const QString b = second.text(u"uuid"_s);
    const QString c = third.text(u"uuid"_s);

    const auto seen = [&](const QJsonObject &more, const QString &role = u"0"_s) {
        const Company &company = role == u"0" ? practice.seller() : practice.buyer();
        const Answered answered = practice.call(company, "CXQDHZQRDLB", asked(company, role, more));
        const QStringList found = uuids(answered);
        return page(answered).value(u"total"_s).toString() == QString::number(found.size()) ? found : QStringList();
    };
    QCOMPARE(seen({}), (QStringList{c, b, a})); // the newest first
    QCOMPARE(seen({}, u"1"_s), (QStringList{c, b, a}));
    QCOMPARE(seen({{u"lrfsf"_s, u"1"_s}}), QStringList{b});
    QCOMPARE(seen({{u"lrrqq"_s, u"2026-06-18"_s}}), (QStringList{c, b}));
    QCOMPARE(seen({{u"lrrqz"_s, u"2026-06-17"_s}}), QStringList{a});
    QCOMPARE(seen({{u"lrrqq"_s, u"2026-06-18"_s}, {u"lrrqz"_s, u"2026-06-18"_s}}), (QStringList{c, b}));
    QCOMPARE(seen({{u"lzfphm"_s, number}}), QStringList{b});
    QCOMPARE(seen({{u"hzfpxxqrdbh"_s, third.text(u"hzfpxxqrdbh"_s)}}), QStringList{c});
    QCOMPARE(seen({{u"hzqrxxztDm"_s, u"03"_s}}), QStringList{b});
    QCOMPARE(seen({{u"fppzDm"_s, u"01"_s}}), QStringList{a});
    QCOMPARE(seen({{u"fppzDm"_s, u"02"_s}, {u"lrfsf"_s, u"0"_s}}), QStringList{c});
    QCOMPARE(seen({{u"lzfpdm"_s, u"011002000111"_s}}), QStringList());
    QCOMPARE(seen({{u"gmfnsrsbh"_s, practice.buyer().taxNumber}}), (QStringList{c, b, a}));
    QCOMPARE(seen({{u"gmfnsrsbh"_s, practice.catering().taxNumber}}), QStringList());
    QCOMPARE(uuids(practice.call(practice.seller(), "CXQDHZQRDLB", asked(practice.seller(), u"1"_s))), QStringList());
}

void TestRedForms::paging()
{
    RedPractice practice;
    QStringList made;
    for (int i = 0; i < 7; ++i)
        made.prepend(practice.apply(practice.application(practice.blue())).text(u"uuid"_s));
    QStringList all;
    for (const auto &[number, size] : {std::pair{u"1"_s, 3}, {u"2"_s, 3}, {u"3"_s, 1}, {u"4"_s, 0}}) {
        const Answered answered = practice.call(practice.seller(), "CXQDHZQRDLB",
            asked(practice.seller(), u"0"_s, {{u"pageNumber"_s, number}, {u"pageSize"_s, 3}}));
        QCOMPARE(uuids(answered).size(), size);
        QCOMPARE(page(answered).value(u"pageNumber"_s).toString(), number);
        QCOMPARE(page(answered).value(u"pageSize"_s).toString(), u"3"_s);
        QCOMPARE(page(answered).value(u"total"_s).toString(), u"7"_s);
        all += uuids(answered);
    }
    QCOMPARE(all, made);
    QCOMPARE(uuids(practice.call(practice.seller(), "CXQDHZQRDLB", asked(practice.seller(), u"0"_s))), made);
}

void TestRedForms::listRefusals_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("words"); // "" when it passes
    const auto row = [](const char *name, const QString &member, const QString &value, const QString &words) {
        QTest::newRow(name) << QJsonObject{{member, value}} << words;
    };
    row("role", u"yhjslx"_s, u"2"_s, u"用户角色类型yhjslx须为0或1"_s);
    row("other name", u"xsfmc"_s, u"演练云杉"_s, u"销售方名称xsfmc与税务登记名称不符"_s);
    row("other number", u"xsfnsrsbh"_s, u"91310000YL0000020U"_s,
        u"纳税人识别号91310000YL0000020U与使用单位平台编号不符"_s);
    row("no number", u"xsfnsrsbh"_s, QString(), u"缺少纳税人识别号（xsfnsrsbh）"_s);
    row("from no day", u"lrrqq"_s, u"20260617"_s, u"录入日期起lrrqq须为yyyy-MM-dd"_s);
    row("to no day", u"lrrqz"_s, u"2026-06-31"_s, u"录入日期止lrrqz须为yyyy-MM-dd"_s);
    row("page 0", u"pageNumber"_s, u"0"_s, u"页码pageNumber须为大于零的整数"_s);
    row("size 0", u"pageSize"_s, u"0"_s, u"每页条数pageSize须为1至500的整数"_s);
    row("size 500", u"pageSize"_s, u"500"_s, QString());
    row("size 501", u"pageSize"_s, u"501"_s, u"每页条数pageSize须为1至500的整数"_s);
}

void TestRedForms::listRefusals()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, words);
    Practice practice;
    const Answered answered =
        practice.call(practice.technology(), "CXQDHZQRDLB", asked(practice.technology(), u"0"_s, more));
    QCOMPARE(answered.code(), words.isEmpty() ? u"00"_s : u"01"_s);
    if (!words.isEmpty())
        QCOMPARE(answered.words(), words);
}

void TestRedForms::status()
{
    RedPractice practice;
    const QString number = practice.blue();
    const auto state = [&](const Company &company, const QString &invoice, const QByteArray &ability) {
        HttpRequest request = practice.request(
            company, "FPZTXXCX", compact({{u"fplx"_s, u"82"_s}, {u"fphm"_s, invoice}, {u"kprq"_s, u"20260617"_s}}));
        request.path = "/access/sandbox/v2/invoke/" + ability + "/FPZTXXCX";
        return opened(practice.platform->answer(request), practice.key(company));
    };
    const Answered fresh = state(practice.seller(), number, "202007");
    QJsonObject expected{{u"fpdm"_s, QString()}, {u"fphm"_s, number}, {u"kprq"_s, u"2026-06-17 09:59:00"_s},
        {u"fpzt"_s, u"0"_s}, {u"ycpzzt"_s, u"01"_s}, {u"hzsdbs"_s, u"N"_s}, {u"rzzt"_s, u"01"_s}, {u"fpyt"_s, u"0"_s},
        {u"zzsyhyt"_s, u"0"_s}, {u"xfsyt"_s, u"00"_s}, {u"cpyycbs"_s, u"9"_s}, {u"returncode"_s, u"00"_s},
        {u"returnmsg"_s, u"成功"_s}};
    QCOMPARE(fresh.business, expected);
    QCOMPARE(state(practice.buyer(), number, "203067").business, expected);
    for (const auto &[member, field, code] : {std::tuple{u"vat_use"_s, u"fpyt"_s, u"1"_s},
             {u"posted"_s, u"rzzt"_s, u"02"_s}, {u"stock_use"_s, u"xfsyt"_s, u"01"_s},
             {u"voucher"_s, u"ycpzzt"_s, u"03"_s}, {u"locked"_s, u"hzsdbs"_s, u"Y"_s}}) {
        practice.use(number, member, code);
        expected.insert(field, code);
        QCOMPARE(state(practice.buyer(), number, "203067").business, expected);
    }

    practice.use(number, u"voided"_s, u"Y"_s);
    QCOMPARE(state(practice.buyer(), number, "203067").text(u"fpzt"_s), u"2"_s);

    // Half of it reversed, then all.
    const QString used = practice.usedBlue();
    for (const QString &status : {u"7"_s, u"8"_s}) {
        QJsonObject application = practice.application(used);
        part(u"-1"_s, u"-50.00"_s, u"-6.50"_s)(application);
        const Answered form = practice.apply(application);
        practice.act(u"agree"_s, form.text(u"uuid"_s), u"buyer"_s);
        const QString before = status == u"7" ? u"0"_s : u"7"_s;
        QCOMPARE(state(practice.seller(), used, "202007").text(u"fpzt"_s), before); // a form alone reverses nothing
        QJsonObject red = practice.red(form, used);
        line(0, {{u"sl"_s, u"-1"_s}, {u"je"_s, u"-50.00"_s}, {u"se"_s, u"-6.50"_s}, {u"hsje"_s, u"-56.50"_s}})(red);
        totals(u"-50.00"_s, u"-6.50"_s, u"-56.50"_s)(red);
        QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"00"_s);
        QCOMPARE(state(practice.seller(), used, "202007").text(u"fpzt"_s), status);
        QCOMPARE(state(practice.buyer(), red.value(u"fphm"_s).toString(), "203067").text(u"fpzt"_s), u"0"_s);
    }
}

void TestRedForms::statusRefusals()
{
    RedPractice practice;
    const QString number = practice.blue();
    const QJsonObject good{{u"fplx"_s, u"82"_s}, {u"fphm"_s, number}, {u"kprq"_s, u"20260617"_s}};
    const auto words = [&](const Company &company, const QString &member, const QString &value) {
        QJsonObject changed = good;
        changed.insert(member, value);
        const Answered answered = practice.call(company, "FPZTXXCX", changed);
        return answered.code() + u' ' + answered.words();
    };
    QCOMPARE(words(practice.seller(), u"fplx"_s, u"81"_s), u"01 未查询到该发票"_s);
    QCOMPARE(words(practice.seller(), u"fplx"_s, u"10"_s), u"01 发票类型fplx须为81或82"_s);
    QCOMPARE(words(practice.seller(), u"kprq"_s, u"20260616"_s), u"01 未查询到该发票"_s);
    QCOMPARE(words(practice.seller(), u"kprq"_s, u"2026-06-17"_s), u"01 开票日期kprq须为yyyyMMdd"_s);
    QCOMPARE(words(practice.seller(), u"fphm"_s, practice.number()), u"01 未查询到该发票"_s);
    QCOMPARE(words(practice.catering(), u"fphm"_s, number), u"01 未查询到该发票"_s);
    QCOMPARE(words(practice.seller(), u"fphm"_s, number), u"00 成功"_s);
}

void TestRedForms::otherSide()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const auto apply = [&](const QByteArray &more) {
        return practice.control(
            "/control/red", R"({"act":"apply","blue":")" + number.toLatin1() + R"(",)" + more + '}');
    };
    const QJsonObject partly =
        apply(R"("side":"buyer","reason":"02","lines":[{"line":1,"quantity":"1","net":"50.00","tax":6.5}])");
    QCOMPARE(practice.lastControlStatus, 200);
    QCOMPARE(partly.value(u"state"_s).toString(), u"03"_s);
    QCOMPARE(partly.value(u"applicant"_s).toString(), u"buyer"_s);
    QCOMPARE(partly.value(u"net"_s).toString(), u"-50.00"_s);
    QCOMPARE(partly.value(u"tax"_s).toString(), u"-6.50"_s);
    const QJsonObject rest = apply(R"("side":"seller","reason":"04")");
    QCOMPARE(rest.value(u"state"_s).toString(), u"02"_s);
    QCOMPARE(rest.value(u"net"_s).toString(), u"-50.00"_s);
    QCOMPARE(rest.value(u"blue_number"_s).toString(), number);
    QCOMPARE(apply(R"("side":"buyer","reason":"02")").value(u"error"_s).toString(), u"存在进行中的红字确认单"_s);
    QCOMPARE(practice.lastControlStatus, 409);
    QCOMPARE(practice.detail(partly.value(u"uuid"_s).toString()).text(u"hzqrxxztDm"_s), u"03"_s);

    for (const Company &company : {practice.seller(), practice.buyer()}) {
        const QJsonObject told = practice.control("/control/red?taxpayer=" + company.taxNumber.toLatin1());
        QCOMPARE(told.value(u"forms"_s).toArray().size(), 2);
        QCOMPARE(told.value(u"blue_invoices"_s).toArray(),
            (QJsonArray{QJsonObject{{u"number"_s, number}, {u"rest_net"_s, u"0.00"_s}, {u"rest_tax"_s, u"0.00"_s},
                {u"status"_s, u"0"_s}}}));
    }
    QCOMPARE(practice.control("/control/red").value(u"forms"_s).toArray().size(), 2);
    QCOMPARE(practice.control("/control/red?taxpayer=" + practice.catering().taxNumber.toLatin1())
                 .value(u"forms"_s)
                 .toArray()
                 .size(),
        0);
    const QJsonArray ledger = practice.ledger();
    for (const QJsonValue entry : ledger)
        QCOMPARE(entry[u"blue_number"_s].toString() + entry[u"red_form"_s].toString(), QString());
}

void TestRedForms::controlErrors()
{
    RedPractice practice;
    const QByteArray blue = practice.blue().toLatin1();
    const auto status = [&](const QByteArray &path, const QByteArray &json) {
        const QJsonObject answered = practice.control(path, json);
        return answered.value(u"error"_s).toString().isEmpty() ? 200 : practice.lastControlStatus;
    };
    QCOMPARE(status("/control/use", R"({"number":"26117000000000000999"})"), 404);
    QCOMPARE(status("/control/use", R"({"number":")" + blue + R"(","posted":"04"})"), 400);
    QCOMPARE(status("/control/use", R"({"number":")" + blue + R"("})"), 200);
    QCOMPARE(status("/control/use?number=26117000000000000999", {}), 404);
    const QByteArray apply = R"({"act":"apply","blue":")" + blue + '"';
    QCOMPARE(status("/control/red", apply + R"(,"side":"buyer","reason":"02"})"), 409); // not used yet
    QCOMPARE(status("/control/red", apply + R"(,"side":"teacher","reason":"02"})"), 400);
    QCOMPARE(status("/control/red", apply + R"(,"side":"seller","reason":"05"})"), 400);
    QCOMPARE(status("/control/red", apply + R"(,"side":"seller","reason":"02","lines":[{"line":2}]})"), 400);
    QCOMPARE(status("/control/red", apply + R"(,"side":"seller","reason":"02","lines":[{"line":1,"net":"x"}]})"), 400);
    QCOMPARE(status("/control/red", R"({"act":"apply","blue":"1","side":"seller","reason":"02"})"), 404);
    const QJsonObject use = practice.control("/control/use?number=" + blue);
    QCOMPARE(use, (QJsonObject{{u"number"_s, QString::fromLatin1(blue)}, {u"status"_s, u"0"_s}, {u"vat_use"_s, u"0"_s},
                      {u"posted"_s, u"01"_s}, {u"stock_use"_s, u"00"_s}, {u"voucher"_s, u"01"_s}, {u"locked"_s, u"N"_s},
                      {u"voided"_s, u"N"_s}}));
}

void TestRedForms::forgetting()
{
    RedPractice practice;
    const auto count = [&] { return practice.control("/control/red").value(u"forms"_s).toArray().size(); };
    const auto initialise = [&](const Company &company) {
        return practice.call(company, "LQSX_SWZJ_GT4_QYXXCSH", whose(company)).code();
    };
    const QString kept = practice.usedBlue();
    practice.apply(practice.application(kept, u"0"_s));
    practice.apply(practice.application(practice.usedBlue(), u"1"_s));
    QCOMPARE(count(), 2);
    QCOMPARE(initialise(practice.buyer()), u"00"_s); // what it asked for, and what it did with its invoices
    QCOMPARE(count(), 1);
    QCOMPARE(practice.control("/control/use?number=" + kept.toLatin1()).value(u"posted"_s).toString(), u"01"_s);
    QCOMPARE(initialise(practice.seller()), u"00"_s);
    QCOMPARE(count(), 0);
    QCOMPARE(practice.ledger().size(), 0);
}

void TestRedForms::firstStoreIsUpgraded()
{
    // A file as the first version left it, with an invoice that can be reversed afterwards.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sandbox.sqlite"_s);
    const Company seller = seedCompanies().first();
    Practice builder;
    QJsonObject blue = builder.invoice(seller, u"26117000000000000001"_s);
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
        old.setDatabaseName(path);
        QVERIFY(old.open());
        QSqlQuery query(old);
        for (const char *statement : firstStore)
            QVERIFY(query.exec(QString::fromUtf8(statement)));
        QVERIFY(query.exec(u"INSERT INTO connection VALUES('%1', '%2')"_s.arg(seller.connectionId, QString(32, u'0'))));
        QVERIFY(query.exec(
            u"INSERT INTO company VALUES('%1','%2','%3','%4','1','11','6510','','','','','','04','','N','A'"
            ",'03',100000000,'N','Y')"_s.arg(seller.taxNumber, seller.unitId, seller.connectionId, seller.name)));
        QVERIFY(
            query.prepare(u"INSERT INTO invoice(number, connection_id, kind, red, seller_tax_number, seller_name,"
                          " buyer_tax_number, buyer_name, net, tax, gross, issued_at, accepted_at, content)"
                          " VALUES('26117000000000000001',?,'02',0,?,?,'91320000YL0000127B','演练买家有限公司',10000,"
                          "1300,11300,'2026-06-17 09:59:00',1,?)"_s));
        query.addBindValue(seller.connectionId);
        query.addBindValue(seller.taxNumber);
        query.addBindValue(seller.name);
        query.addBindValue(compact(blue));
        QVERIFY(query.exec());
        QVERIFY(query.exec(u"PRAGMA user_version"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 1);
    }
    QSqlDatabase::removeDatabase(u"old"_s);

    for (int opening = 1; opening <= 2; ++opening) {
        auto store = std::make_unique<Store>();
        QVERIFY(store->open(path, Store::Access::ReadWrite));
        QCOMPARE(store->row("PRAGMA user_version")->front().toInt(), 2);
        auto made = Platform::make(std::move(store), {});
        QVERIFY(made);
        HttpRequest request;
        request.method = "POST";
        request.path = "/control/red";
        request.body = R"({"act":"apply","blue":"26117000000000000001","side":"seller","reason":"01"})";
        QCOMPARE(made.value()->answer(request).status, opening == 1 ? 200 : 409); // and what was applied for is kept
    }
}

void TestRedForms::newerStoreIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sandbox.sqlite"_s);
    Store store;
    QVERIFY(store.open(path, Store::Access::ReadWrite));
    store.write("PRAGMA user_version = 3");
    Store again;
    const kp::Outcome opened = again.open(path, Store::Access::ReadWrite);
    QVERIFY(!opened);
    QCOMPARE(opened.fault().message, u"练习平台无法保存：该文件由更新的版本建立"_s);
}

void TestRedForms::misbehaviour()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const auto order = [&](const QByteArray &kind, const QByteArray &operation) {
        practice.control("/control/faults", R"([{"kind":")" + kind + R"(","operation":")" + operation + R"("}])");
        QCOMPARE(practice.lastControlStatus, 200);
    };
    order("force_failed", "QDHZQRDSQ");
    QCOMPARE(practice.apply(practice.application(number)).words(), u"练习平台按要求判为失败"_s);
    order("drop_after", "QDHZQRDSQ"); // applied all the same
    QCOMPARE(practice.apply(practice.application(number)).reply.delivery, HttpReply::Delivery::None);
    const QJsonArray forms = practice.control("/control/red").value(u"forms"_s).toArray();
    QCOMPARE(forms.size(), 1);
    const QString uuid = forms[0][u"uuid"_s].toString();
    for (const QByteArray operation : {"QDHZQRDQR", "CXQDHZQRDLB", "CXQDHZQRDMX", "FPZTXXCX"}) {
        order("force_failed", operation);
        QCOMPARE(practice.call(practice.buyer(), operation, QByteArray("{}")).words(), u"练习平台按要求判为失败"_s);
    }
    order("drop_before", "QDHZQRDQR");
    practice.answer(practice.buyer(), uuid, u"Y"_s);
    QCOMPARE(practice.state(uuid), u"02"_s);
}

QTEST_GUILESS_MAIN(TestRedForms)
#include "tst_red_forms.moc"
