// SPDX-License-Identifier: GPL-3.0-or-later
// Base data through its services: C1 to C5.
#include "tests/service/record_office.h"

using namespace kp;
using kp::test::customer;
using kp::test::Office;
using kp::test::operator""_s;

namespace
{
constexpr const char *paperCode = "1060105040000000000";

Item item(CompanyId company, const QString &name)
{
    Item out;
    out.company = company;
    out.name = name;
    out.classification = QString::fromLatin1(paperCode);
    out.unit = "箱"_s;
    out.price = Decimal::parse(u"25.5");
    out.rate = TaxRate::fromMillionths(130'000);
    return out;
}

QStringList namesOf(const Result<QList<Customer>> &found)
{
    QStringList out;
    for (const Customer &one : found.valueOr({}))
        out.append(one.party.name);
    return out;
}

QStringList fieldsOf(const QList<Finding> &findings, Severity severity)
{
    QStringList out;
    for (const Finding &finding : findings)
        if (finding.severity == severity)
            out.append(finding.field);
    return out;
}
} // namespace

class TestRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<test::RecordOffice>(); }

    void C1_newEditDelete();
    void C1_rulesOfAnItem();
    void C1_listPagesByKeyWithSearchAndFilters();
    void C2_customerWithHistoryOfAddresses();
    void C2_wrongCheckDigitWarns();
    void C2_changedMeanwhile();
    void C2_proposalsFollowEveryChange();
    void C2_issuedBuyersBecomeCustomers();
    void C3_atMostTenElements();
    void C3_elementInUseStays();
    void C4_namesCountBytes();
    void C5_favouritesAndTheRuleToUseNoOthers();
    void viewersLookOnly();

private:
    [[nodiscard]] service::Services &services() { return m_office->services(); }
    [[nodiscard]] const Actor &actor() const { return m_office->actor; }
    [[nodiscard]] CompanyId company() const { return m_office->company; }
    [[nodiscard]] Actor issuer() { return m_office->person("sun"_s, "issuer"_s); }
    [[nodiscard]] std::unique_ptr<service::Reading> reading() { return m_office->reading(); }

    std::unique_ptr<test::RecordOffice> m_office;
};

void TestRecords::C1_newEditDelete()
{
    auto saved = services().items.save(actor(), item(company(), " 复印纸 "_s));
    QVERIFY(saved.record.ok());
    Item kept = *saved.record;
    QCOMPARE(kept.name, "复印纸"_s);
    QCOMPARE(kept.stamp.revision, 1);
    kept.price = Decimal::parse(u"26");
    kept.code = "FYZ"_s;
    saved = services().items.save(actor(), kept);
    QVERIFY(saved.record.ok());
    QCOMPARE(services().items.find(actor(), kept.id)->price, kept.price);

    const auto removal = services().items.remove(actor(), {qint64(kept.id.value()), 4711});
    QCOMPARE(removal->removed, 1);
    QCOMPARE(removal->kept.size(), 1);
    QCOMPARE(removal->kept[0].id, 4711);
    QVERIFY(!removal->kept[0].reason.isEmpty());
    QCOMPARE(services().items.find(actor(), kept.id).fault().kind, FaultKind::NotFound);

    const auto journal = m_office->stores().audit.ofObject(QStringLiteral("item/%1").arg(kept.id.value()));
    QCOMPARE(journal->size(), 3);
    QCOMPARE(journal->at(0).act, "item.create"_s);
    QCOMPARE(journal->at(1).act, "item.change"_s);
    QCOMPARE(
        journal->at(1).changes, (QList<store::FieldChange>{{"code"_s, {}, "FYZ"_s}, {"price"_s, "25.5"_s, "26"_s}}));
    QCOMPARE(journal->at(2).act, "item.delete"_s);
    // The next one is another object of the journal.
    QVERIFY(services().items.save(actor(), item(company(), "铅笔"_s)).record->id > kept.id);
}

void TestRecords::C1_rulesOfAnItem()
{
    const auto errors = [&](const Item &asked) {
        return fieldsOf(services().items.check(actor(), asked)->findings, Severity::Error);
    };
    QCOMPARE(errors(item(company(), "纸"_s)), QStringList());
    Item bad = item(company(), {});
    bad.classification = "1060105040000000001"_s; // not in the table
    QCOMPARE(errors(bad), (QStringList{"name"_s, "classification"_s}));
    bad = item(company(), "纸"_s);
    bad.classification = "1060000000000000000"_s; // a summary node, when the platform's table has it
    if (const auto *row = services().issuing.classification()->find(bad.classification); row != nullptr)
        QCOMPARE(errors(bad), QStringList{"classification"_s});
    bad = item(company(), "纸"_s);
    bad.rate = TaxRate::fromMillionths(170'000);
    QCOMPARE(errors(bad), QStringList{"rate"_s});
    bad.rate.reset(); // may be left open
    QCOMPARE(errors(bad), QStringList());
    bad.price = Decimal::parse(u"-1");
    QCOMPARE(errors(bad), QStringList{"price"_s});
    bad = item(company(), QString(101, u'纸'));
    QVERIFY(errors(bad).contains("name"_s));
    QVERIFY(services().items.save(actor(), item(company(), "纸"_s)).record.ok());
    QCOMPARE(errors(item(company(), "纸"_s)), QStringList{"name"_s}); // name, spec and unit are taken
}

void TestRecords::C1_listPagesByKeyWithSearchAndFilters()
{
    constexpr int count = 700;
    for (int i = 0; i < count; ++i) {
        Item one = item(company(), QStringLiteral("%1号纸").arg(i % 350, 3, 10, QChar(u'0')));
        one.spec = QString::number(i / 350); // each name twice
        one.category = i % 7 == 0 ? "办公"_s : "其他"_s;
        QVERIFY(services().items.save(actor(), one).record.ok());
    }
    const auto reader = reading();
    auto items = reader->records<Item>();
    const std::atomic_bool stop = false;
    for (const bool descending : {false, true}) {
        store::RecordQuery query{store::Scope::only(company()), {}, {}, "name"_s, descending};
        QStringList names;
        std::optional<store::RecordKey> after;
        for (;;) {
            const auto page = items.page(actor(), query, after, 64);
            QVERIFY(page.ok());
            if (page->rows.isEmpty())
                break;
            for (const Item &one : page->rows)
                names.append(one.name + one.spec);
            after = page->keys.last();
        }
        QCOMPARE(names.size(), count);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), count);
        QVERIFY(descending ? names.first() > names.last() : names.first() < names.last());
        const auto ladder = items.ladder(actor(), query, stop);
        const auto there = items.pageAt(actor(), query, *ladder, 601, 3);
        QCOMPARE(there->rows.size(), 3);
        QCOMPARE(there->rows[0].name + there->rows[0].spec, names[601]);
    }
    store::RecordQuery query{store::Scope::only(company()), "17号"_s, {{"category"_s, "办公"_s}}, {}, true};
    const auto found = items.page(actor(), query, {}, 1000);
    QCOMPARE(qint64(found->rows.size()), *items.count(actor(), query));
    for (const Item &one : found->rows) {
        QVERIFY(one.name.contains("17号"_s));
        QCOMPARE(one.category, "办公"_s);
    }
    QVERIFY(!found->rows.isEmpty());
    query = {store::Scope::only(company()), {}, {{"name"_s, "hz"_s, store::RecordFilter::How::Contains}}, {}, true};
    QCOMPARE(*items.count(actor(), query), count); // by initials
    query.sort = "price"_s;
    QCOMPARE(items.page(actor(), query, {}, 1).fault().kind, FaultKind::Internal); // text of a number has no order
}

void TestRecords::C2_customerWithHistoryOfAddresses()
{
    Customer one = customer(company(), "长沙示例贸易有限公司"_s, "91430104ma4t8ft50u"_s);
    one.email = "old@example.com"_s;
    auto saved = services().customers.save(actor(), one);
    QVERIFY(saved.record.ok());
    QCOMPARE(saved.record->party.taxNumber, "91430104MA4T8FT50U"_s);
    one = *saved.record;
    m_office->clock.advance(1000);
    one.email = "new@example.com"_s;
    QVERIFY(services().customers.save(actor(), one).record.ok());
    QCOMPARE(*reading()->emails(actor(), one.id), (QStringList{"new@example.com"_s, "old@example.com"_s}));
}

void TestRecords::C2_wrongCheckDigitWarns()
{
    const auto saved = services().customers.save(actor(), customer(company(), "示例"_s, "91430104MA4T8FT50A"_s));
    QVERIFY(saved.record.ok());
    QCOMPARE(fieldsOf(saved.findings, Severity::Warning), QStringList{"taxNumber"_s});
    const auto refused = services().customers.save(actor(), customer(company(), "示例二"_s, "9143 号"_s));
    QCOMPARE(refused.record.fault().kind, FaultKind::Invalid);
    QCOMPARE(fieldsOf(refused.findings, Severity::Error), QStringList{"taxNumber"_s});
}

void TestRecords::C2_changedMeanwhile()
{
    const Customer mine = *services().customers.save(actor(), customer(company(), "甲公司"_s)).record;
    Customer theirs = mine;
    theirs.contact = "Wang"_s;
    QVERIFY(services().customers.save(issuer(), theirs).record.ok());
    Customer late = mine;
    late.contact = "Chen"_s;
    const auto refused = services().customers.save(actor(), late);
    QCOMPARE(refused.record.fault().kind, FaultKind::Conflict);
    QVERIFY2(refused.record.fault().message.contains("sun"_s), qPrintable(refused.record.fault().message));
    QCOMPARE(services().customers.find(actor(), mine.id)->contact, "Wang"_s);
}

void TestRecords::C2_proposalsFollowEveryChange()
{
    Customer first = *services().customers.save(actor(), customer(company(), "重庆示例有限公司"_s)).record;
    const auto reader = reading();
    const auto proposed = [&](const QString &typed) {
        return namesOf(reader->customers(actor(), company(), typed, 10));
    };
    QCOMPARE(proposed("cq"_s), QStringList{first.party.name});
    QCOMPARE(proposed("zq"_s), QStringList{first.party.name}); // 重 is read both ways
    QCOMPARE(proposed("MA4T8"_s), QStringList{first.party.name});
    const Customer second = *services().customers.save(actor(), customer(company(), "北京示例有限公司"_s)).record;
    QCOMPARE(proposed("slyx"_s), (QStringList{second.party.name, first.party.name}));
    first.party.name = "天津示例有限公司"_s;
    QVERIFY(services().customers.save(actor(), first).record.ok());
    QCOMPARE(proposed("cq"_s), QStringList());
    QCOMPARE(proposed("tjsl"_s), QStringList{first.party.name});
    QVERIFY(services().customers.remove(actor(), {qint64(second.id.value())}).ok());
    QCOMPARE(proposed("示例"_s), QStringList{first.party.name});
}

void TestRecords::C2_issuedBuyersBecomeCustomers()
{
    QVERIFY(services().customers.save(actor(), customer(company(), "从未开过票的公司"_s)).record.ok());
    QVERIFY(test::await(services().stock.ensure(company(), 1, Money::fromFen(100'00))).ok());
    QVERIFY(services().issuing.submit(actor(), company(), Office::draft("S1"_s)).invoice.ok());
    QCOMPARE(namesOf(reading()->customers(actor(), company(), {}, 10)),
        (QStringList{"Sample Buyer"_s, "从未开过票的公司"_s}));
}

void TestRecords::C3_atMostTenElements()
{
    ElementDefinition element;
    element.company = company();
    for (int i = 0; i < ElementDefinition::most; ++i) {
        element.name = QStringLiteral("要素%1").arg(i);
        QVERIFY(services().elements.save(actor(), element).record.ok());
    }
    element.name = "第十一个"_s;
    QCOMPARE(services().elements.save(actor(), element).record.fault().kind, FaultKind::Invalid);
    const store::RecordQuery all{store::Scope::only(company()), {}, {}, {}, true};
    QVERIFY(services().elements.remove(actor(), *reading()->records<ElementDefinition>().ids(actor(), all)).ok());
    element.name = "备注"_s;
    const auto refused = services().elements.save(actor(), element);
    QCOMPARE(fieldsOf(refused.findings, Severity::Error), QStringList{"name"_s});
}

void TestRecords::C3_elementInUseStays()
{
    QList<ElementId> ids;
    for (const QString &name : {"合同号"_s, "项目号"_s, "经手部门"_s}) {
        ElementDefinition element;
        element.company = company();
        element.name = name;
        ids.append(services().elements.save(actor(), element).record->id);
    }
    Scene scene;
    scene.company = company();
    scene.name = "工程"_s;
    QCOMPARE(services().scenes.save(actor(), scene).record.fault().kind, FaultKind::Invalid); // without elements
    scene.elements = {ids[2], ids[0]};
    scene = *services().scenes.save(actor(), scene).record;
    const auto scenes = reading()->scenes(actor(), company());
    QCOMPARE(scenes->size(), 1);
    QCOMPARE(scenes->at(0).elements.size(), 2);
    QCOMPARE(scenes->at(0).elements[0].name, "经手部门"_s);

    QList<qint64> all;
    for (const ElementId id : ids)
        all.append(id.value());
    const auto removal = services().elements.remove(actor(), all);
    QCOMPARE(removal->removed, 1);
    QCOMPARE(removal->kept.size(), 2);
    QVERIFY2(removal->kept[0].reason.contains("工程"_s), qPrintable(removal->kept[0].reason));
    QVERIFY(services().scenes.remove(actor(), {qint64(scene.id.value())}).ok());
    QCOMPARE(services().elements.remove(actor(), all)->removed, 2);
}

void TestRecords::C4_namesCountBytes()
{
    BusinessType type;
    type.company = company();
    type.name = QString(25, u'业'); // 50 bytes of GBK
    type.note = QString(30, u'注');
    QVERIFY(services().businessTypes.save(actor(), type).record.ok());
    QCOMPARE(services().businessTypes.save(actor(), type).record.fault().kind, FaultKind::Invalid); // taken
    type.name += u'a';
    type.note += u'b';
    const auto refused = services().businessTypes.save(actor(), type);
    QCOMPARE(fieldsOf(refused.findings, Severity::Error), (QStringList{"name"_s, "note"_s}));
    auto types = reading();
    const store::RecordQuery query{store::Scope::only(company()), "业业"_s, {}, {}, true};
    QCOMPARE(*types->records<BusinessType>().count(actor(), query), 1);
}

void TestRecords::C5_favouritesAndTheRuleToUseNoOthers()
{
    QList<ItemId> ids;
    for (const QString &name : {"Copy paper"_s, "铅笔"_s, "信封"_s})
        ids.append(services().items.save(actor(), item(company(), name)).record->id);
    service::Favourites &favourites = services().favourites;
    QVERIFY(favourites.add(actor(), company(), {ids[2], ids[0], ids[2]}).ok());
    const auto names = [&] {
        QStringList out;
        for (const Item &one : reading()->favourites(actor(), company()).valueOr({}))
            out.append(one.name);
        return out;
    };
    QCOMPARE(names(), (QStringList{"信封"_s, "Copy paper"_s}));
    QVERIFY(favourites.move(actor(), company(), ids[0], -1).ok());
    QCOMPARE(names(), (QStringList{"Copy paper"_s, "信封"_s}));
    const auto journal = m_office->stores().audit.ofObject(QStringLiteral("item/%1").arg(ids[0].value()));
    QCOMPARE(journal->last().act, "item.favourite"_s);
    QCOMPARE(journal->last().changes, (QList<store::FieldChange>{{"favourite"_s, "2"_s, "1"_s}}));
    QVERIFY(favourites.move(actor(), company(), ids[0], -1).ok()); // it is the first already
    QCOMPARE(names(), (QStringList{"Copy paper"_s, "信封"_s}));
    QCOMPARE(favourites.move(actor(), company(), ids[1], 1).fault().kind, FaultKind::NotFound); // it is none
    const Actor looker = m_office->person("zhao"_s, "viewer"_s);
    QCOMPARE(favourites.move(looker, company(), ids[0], 1).fault().kind, FaultKind::Denied);
    QCOMPARE(reading()->items(actor(), company(), {}, 10)->at(0).name, "Copy paper"_s);

    const Actor clerk = issuer();
    QCOMPARE(favourites.setBinding(clerk, company(), true).fault().kind, FaultKind::Denied);
    QVERIFY(favourites.setBinding(actor(), company(), true).ok());
    const auto errors = [&](const Actor &by, const QString &name) {
        InvoiceDraft draft = Office::draft("S1"_s);
        draft.lines[0].item = name;
        const auto facts = services().issuing.facts(by, company());
        return fieldsOf(services().issuing.check(*facts, draft).findings, Severity::Error);
    };
    QCOMPARE(errors(clerk, "Copy paper"_s), QStringList());
    QCOMPARE(errors(clerk, "铅笔"_s), QStringList{"item"_s});
    QCOMPARE(errors(actor(), "铅笔"_s), QStringList()); // who may set the rule is not bound by it
    QVERIFY(favourites.remove(clerk, company(), {ids[0]}).ok());
    QCOMPARE(errors(clerk, "Copy paper"_s), QStringList{"item"_s});
    QVERIFY(favourites.setBinding(actor(), company(), false).ok());
    QCOMPARE(errors(clerk, "铅笔"_s), QStringList());
}

void TestRecords::viewersLookOnly()
{
    const Customer kept = *services().customers.save(actor(), customer(company(), "甲公司"_s)).record;
    const Actor looker = m_office->person("zhao"_s, "viewer"_s);
    QVERIFY(services().customers.find(looker, kept.id).ok());
    QCOMPARE(services().customers.save(looker, kept).record.fault().kind, FaultKind::Denied);
    QCOMPARE(services().customers.remove(looker, {qint64(kept.id.value())}).fault().kind, FaultKind::Denied);
    User other{{}, "qian"_s, "Qian"_s, {"issuer"_s}, true, false, {}}; // sees no company
    other.id = *services().accounts.add(actor(), other, test::password());
    const Actor stranger = actorFor(other);
    QCOMPARE(services().customers.find(stranger, kept.id).fault().kind, FaultKind::NotFound);
    QCOMPARE(services().customers.save(stranger, kept).record.fault().kind, FaultKind::Denied);
    QCOMPARE(services().customers.remove(stranger, {qint64(kept.id.value())})->removed, 0);
    store::RecordQuery query{store::Scope::everything(), {}, {}, {}, true};
    QCOMPARE(*reading()->records<Customer>().count(stranger, query), 0);
    query.scope = store::Scope::only(company());
    QCOMPARE(*reading()->records<Customer>().count(stranger, query), 0);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
