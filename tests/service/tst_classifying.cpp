// SPDX-License-Identifier: GPL-3.0-or-later
// What a company chose is proposed to it first, and to nobody else.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;

class ClassifyingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        const ClassificationUpdate more{"20260102000000"_s,
            {{other, "玉米"_s, "谷物"_s, "9%"_s, false, {}}, {summary, "谷物"_s, "谷物"_s, {}, true, {}}}};
        QVERIFY(office->stores().classifications.merge(more).ok());
        QVERIFY(office->services().issuing.loadClassification().ok());
    }

    void whatIsLearnedComesFirst()
    {
        QVERIFY(first("办公椅"_s) != other);
        QVERIFY(learn("办公椅"_s, other).ok());
        QCOMPARE(first(" 办公椅 "_s), other);
        office->open(); // it is in the books
        QVERIFY(office->services().issuing.loadClassification().ok());
        QCOMPARE(first("办公椅"_s), other);
    }

    void issuingTeaches()
    {
        InvoiceDraft draft = Office::draft("20260701000000000001"_s);
        const QString item = draft.lines.constFirst().item;
        const QString chosen = draft.lines.constFirst().classification;
        const auto submitted = await(office->services().desk.issue(office->actor, office->company, draft, {}));
        QVERIFY2(
            submitted.invoice.ok(), qPrintable(submitted.invoice.ok() ? QString() : submitted.invoice.fault().message));
        const auto learned = office->stores().learned.newest(office->company, 10);
        QCOMPARE(learned->size(), 1);
        QCOMPARE(learned->constFirst().item, item);
        QCOMPARE(learned->constFirst().code, chosen);
    }

    void theLaterChoiceStands()
    {
        QVERIFY(learn("办公椅"_s, code).ok());
        office->clock.advance(1000);
        QVERIFY(learn("办公椅"_s, other).ok());
        QCOMPARE(first("办公椅"_s), other);
        QCOMPARE(office->stores().learned.newest(office->company, 10)->size(), 1);
    }

    void whatCanNotStandOnAnInvoiceIsNotLearned()
    {
        for (const QString &bad : {QString(), "9999999999999999999"_s, summary})
            QCOMPARE(learn("办公椅"_s, bad).fault().kind, FaultKind::Invalid);
        QCOMPARE(learn(" 。 "_s, code).fault().kind, FaultKind::Invalid);
        QCOMPARE(office->stores().learned.newest(office->company, 10)->size(), 0);
    }

    void whoMayNotIssueTeachesNothing()
    {
        QVERIFY(office->services()
                    .accounts.add(office->actor, {{}, "viewer"_s, "Wang Wu"_s, {"viewer"_s}}, password())
                    .ok());
        const Actor viewer = *office->services().accounts.signIn("viewer"_s, password());
        QCOMPARE(office->services().classifying.learn(viewer, office->company, "办公椅"_s, code).fault().kind,
            FaultKind::Denied);
        QVERIFY(office->services().classifying.catalogue(viewer, office->company).ok());
        QCOMPARE(office->services().classifying.catalogue(viewer, CompanyId(4711)).ok(), viewer.sees(CompanyId(4711)));
    }

private:
    Outcome learn(const QString &item, const QString &chosen)
    {
        return office->services().classifying.learn(office->actor, office->company, item, chosen);
    }
    QString first(const QString &typed)
    {
        const auto catalogue = office->services().classifying.catalogue(office->actor, office->company);
        const auto found = (*catalogue)->proposals(typed, QDate(2026, 7, 1), 1);
        return found.isEmpty() ? QString() : found.constFirst().row->code;
    }

    std::unique_ptr<Office> office;
    const QString other = "1010101030000000000"_s;
    const QString summary = "1010101000000000000"_s;
    const QString code = Office::draft({}).lines.constFirst().classification;
};

QTEST_GUILESS_MAIN(ClassifyingTest)
#include "tst_classifying.moc"
