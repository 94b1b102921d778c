// SPDX-License-Identifier: GPL-3.0-or-later
// Importing records: nothing twice, nothing overwritten by a blank, bad rows left out.
#include "tests/service/record_office.h"

using namespace kp;
using kp::test::customer;
using kp::test::operator""_s;

namespace
{
using Import = service::RecordImport<Customer>;

template<class T>
ReadRecord<T> row(int number, const T &record, const QStringList &filled)
{
    ReadRecord<T> out{number, record, 0, {}};
    for (std::size_t i = 0; i < schema<T>().fields.size(); ++i)
        if (filled.contains(QLatin1StringView(schema<T>().fields[i].key)))
            out.filled |= std::uint32_t{1} << i;
    return out;
}

RecordColumns columns()
{
    return {"客户信息"_s, 2, {{"name"_s, 1}, {"taxNumber"_s, 2}, {"address"_s, 3}}};
}
} // namespace

class TestRecordImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_office = std::make_unique<test::RecordOffice>(); }

    void importTwiceChangesNothing();
    void importBlankOverwritesNothing();
    void importLeavesBadRowsOut();
    void importSaysOnceThatACellIsEmpty();
    void importTriesWithoutWriting();
    void importNamesRowsThatStandTwice();
    void importWarnsOfAMistypedNumberOfACustomer();
    void viewersImportNothing();

private:
    [[nodiscard]] Import import(Import::Mode mode)
    {
        return {m_office->stores(), m_office->clock, m_office->services().issuing, m_office->actor, m_office->company,
            mode};
    }
    [[nodiscard]] qint64 customers()
    {
        const store::RecordQuery all{store::Scope::everything(), {}, {}, {}, true};
        return m_office->stores().customerRecords.count(all).valueOr(-1);
    }

    std::unique_ptr<test::RecordOffice> m_office;
};

void TestRecordImport::importTwiceChangesNothing()
{
    QList<ReadRecord<Customer>> rows;
    for (int i = 0; i < 50; ++i)
        rows.append(
            row(i + 3, customer(m_office->company, QStringLiteral("客户%1").arg(i)), {"name"_s, "taxNumber"_s}));
    for (const RowState expected : {RowState::Added, RowState::Same}) {
        auto run = import(Import::Mode::Write);
        QVERIFY(run.step(columns(), rows).ok());
        QCOMPARE(run.report().count(expected), 50);
        QCOMPARE(customers(), 50);
    }
    QVERIFY(m_office->stores().audit.verify()->clean());
}

void TestRecordImport::importBlankOverwritesNothing()
{
    Customer known = customer(m_office->company, "甲公司"_s);
    known.party.address = "旧址"_s;
    known.contact = "Wang"_s;
    known = *m_office->services().customers.save(m_office->actor, known).record;
    Customer read = customer({}, "甲公司"_s);
    read.party.address = "新址"_s;
    auto run = import(Import::Mode::Write);
    QVERIFY(run.step(columns(), {row(3, read, {"name"_s, "taxNumber"_s, "address"_s})}).ok());
    QCOMPARE(run.report().count(RowState::Changed), 1);
    const Customer now = *m_office->services().customers.find(m_office->actor, known.id);
    QCOMPARE(now.party.address, "新址"_s);
    QCOMPARE(now.contact, "Wang"_s);
    QCOMPARE(now.stamp.revision, 2);
    const auto journal = m_office->stores().audit.ofObject(QStringLiteral("customer/%1").arg(known.id.value()));
    QCOMPARE(journal->last().changes, (QList<store::FieldChange>{{"address"_s, "旧址"_s, "新址"_s}}));
}

void TestRecordImport::importLeavesBadRowsOut()
{
    Customer bad = customer({}, "乙公司"_s);
    bad.email = "nobody"_s;
    ReadRecord<Customer> unreadable = row(6, customer({}, "丙公司"_s), {"name"_s});
    unreadable.findings.append({{"客户信息"_s, 6, 2}, "x"_s});
    auto run = import(Import::Mode::Write);
    QVERIFY(run.step(columns(), {row(3, customer({}, "甲公司"_s), {"name"_s, "taxNumber"_s}),
                                    row(4, bad, {"name"_s, "email"_s}), unreadable})
                .ok());
    QCOMPARE(run.report().count(RowState::Added), 1);
    QCOMPARE(run.report().count(RowState::Bad), 2);
    QCOMPARE(customers(), 1);
    QVERIFY(std::any_of(run.report().findings.begin(), run.report().findings.end(), [](const CellFinding &finding) {
        return finding.place == CellPlace{"客户信息"_s, 4, 0};
    })); // no such column
}

void TestRecordImport::importSaysOnceThatACellIsEmpty()
{
    ReadRecord<Customer> nameless = row(3, customer(m_office->company, {}), {"taxNumber"_s});
    nameless.findings.append({{"客户信息"_s, 3, 1}, "客户名称 must be filled in."_s});
    auto run = import(Import::Mode::Try);
    QVERIFY(run.step(columns(), {nameless}).ok());
    QCOMPARE(run.report().count(RowState::Bad), 1);
    QCOMPARE(run.report().findings.size(), 1);
    QCOMPARE(run.report().findings.constFirst().text, "客户名称 must be filled in."_s);
    auto alone = import(Import::Mode::Try); // where nobody has said it, the rules do
    nameless.findings.clear();
    QVERIFY(alone.step(columns(), {nameless}).ok());
    QCOMPARE(alone.report().findings.size(), 1);
}

void TestRecordImport::importTriesWithoutWriting()
{
    auto run = import(Import::Mode::Try);
    for (int step = 0; step < 2; ++step)
        QVERIFY(
            run.step(columns(), {row(3 + step, customer({}, QStringLiteral("客户%1").arg(step)), {"name"_s})}).ok());
    QCOMPARE(run.report().count(RowState::Added), 2);
    QCOMPARE(customers(), 0);
}

void TestRecordImport::importNamesRowsThatStandTwice()
{
    Customer first = customer({}, "甲公司"_s);
    first.party.address = "一号"_s;
    Customer again = customer({}, "甲公司"_s);
    again.contact = "Wang"_s;
    auto run = import(Import::Mode::Write);
    QVERIFY(run.step(columns(), {row(3, first, {"name"_s, "taxNumber"_s, "address"_s}),
                                    row(4, again, {"name"_s, "taxNumber"_s, "contact"_s})})
                .ok());
    QCOMPARE(customers(), 1);
    const Customer kept = m_office->reading()->customers(m_office->actor, m_office->company, "甲"_s, 1)->first();
    QCOMPARE(kept.party.address, "一号"_s);
    QCOMPARE(kept.contact, "Wang"_s);
    QVERIFY(std::any_of(run.report().findings.begin(), run.report().findings.end(), [](const CellFinding &finding) {
        return finding.place == CellPlace{"客户信息"_s, 4, 1} && finding.severity == Severity::Warning;
    }));
}

void TestRecordImport::importWarnsOfAMistypedNumberOfACustomer()
{
    QVERIFY(m_office->services().customers.save(m_office->actor, customer(m_office->company, "甲公司"_s)).record.ok());
    const Customer mistyped = customer({}, "甲公司"_s, "91430104MA4T8FT50X"_s); // the check digit does not fit
    const Customer branch = customer({}, "甲公司"_s, "91110000YL0000012K"_s);   // another right number
    const Customer stranger = customer({}, "乙公司"_s, "91430104MA4T8FT50X"_s); // nobody of that name is known
    const QStringList filled{"name"_s, "taxNumber"_s};
    for (const Import::Mode mode : {Import::Mode::Try, Import::Mode::Write}) {
        auto run = import(mode);
        QVERIFY(run.step(columns(), {row(3, mistyped, filled), row(4, branch, filled), row(5, stranger, filled)}).ok());
        QCOMPARE(run.report().count(RowState::Added), 3);
        const auto &findings = run.report().findings;
        QVERIFY(std::any_of(findings.begin(), findings.end(), [](const CellFinding &finding) {
            return finding.place == CellPlace{"客户信息"_s, 3, 2} && finding.severity == Severity::Warning &&
                   finding.text.contains("91430104MA4T8FT50U"_s);
        }));
    }
    // One is a warning, not a bar; once he is there, he is known by it.
    auto again = import(Import::Mode::Write);
    QVERIFY(again.step(columns(), {row(3, mistyped, filled)}).ok());
    QCOMPARE(again.report().count(RowState::Same), 1);
}

void TestRecordImport::viewersImportNothing()
{
    Import denied(m_office->stores(), m_office->clock, m_office->services().issuing,
        m_office->person("zhao"_s, "viewer"_s), m_office->company, Import::Mode::Write);
    QCOMPARE(denied.step(columns(), {row(3, customer({}, "甲公司"_s), {"name"_s})}).fault().kind, FaultKind::Denied);
    QCOMPARE(customers(), 0);
}

QTEST_GUILESS_MAIN(TestRecordImport)
#include "tst_record_import.moc"
