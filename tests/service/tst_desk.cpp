// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of one clerk: several drafts side by side, and what the complete page can issue.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;

class DeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
    }

    void D10_severalDraftsSideBySide()
    {
        const DraftId first = keep({}, "A"_s);
        const DraftId second = keep({}, "B"_s);
        const DraftId third = keep({}, "C"_s);
        QCOMPARE(opened(), (QStringList{"A"_s, "B"_s, "*C"_s}));
        QVERIFY(desk().bringToFront(office->actor, second).ok());
        QCOMPARE(opened(), (QStringList{"A"_s, "*B"_s, "C"_s}));
        keep(first, "A2"_s);
        QCOMPARE(opened(), (QStringList{"*A2"_s, "B"_s, "C"_s}));

        office->open(); // as after a kill
        QCOMPARE(opened(), (QStringList{"*A2"_s, "B"_s, "C"_s}));

        QVERIFY(desk().drop(office->actor, first).ok());
        QCOMPARE(opened(), (QStringList{"*B"_s, "C"_s})); // the one looked at before
        QVERIFY(desk().drop(office->actor, second).ok());
        QVERIFY(desk().drop(office->actor, third).ok());
        QCOMPARE(opened(), QStringList());
        QCOMPARE(desk().bringToFront(office->actor, first).fault().kind, FaultKind::NotFound);
    }

    void D10_nobodyElsesDraftComesToTheFront()
    {
        const DraftId mine = keep({}, "A"_s);
        Actor other = office->actor;
        other.user = UserId(99);
        QVERIFY(!desk().bringToFront(other, mine).ok());
        QVERIFY(!desk().open(other, office->company).ok() || desk().open(other, office->company)->isEmpty());
    }

    void D1_marginInvoiceIsStoredWhole()
    {
        QVERIFY(await(office->services().stock.ensure(office->company, 10, Money::fromFen(10'000'000))).ok());
        InvoiceDraft draft = Office::draft("M1"_s, "10000.00"_s);
        draft.taxMode = TaxMode::MarginNet;
        draft.vouchers = {{VoucherKind::CourtRuling, {}, {}, {}, Money::fromFen(900'000), Money::fromFen(800'000), {}}};
        draft.elements = {{"Contract"_s, {}, "HT-1"_s}};
        draft.agent.name = "Agent"_s;
        draft.businessType = "Retail"_s;
        draft.lines.first().rate = TaxRate::fromMillionths(60'000);
        const service::Submission submission = office->services().issuing.submit(office->actor, office->company, draft);
        QVERIFY2(submission.invoice.ok(), qPrintable(words(submission.findings)));
        const Invoice invoice = *office->stores().invoices.find(*submission.invoice);
        QCOMPARE(invoice.totals.tax, Money::fromFen(11'321)); // 2,000 / 1.06 × 6 %
        QCOMPARE(invoice.lines.first().deduction, Money::fromFen(800'000));
        QCOMPARE(invoice.vouchers, draft.vouchers);
        QCOMPARE(invoice.elements, draft.elements);
        QCOMPARE(invoice.agent, draft.agent);
        QCOMPARE(rules::draftOf(invoice).vouchers, draft.vouchers);
        QCOMPARE(rules::compose(rules::draftOf(invoice)).totals, invoice.totals);

        draft.serial = "M2"_s;
        draft.vouchers.clear();
        const service::Submission refused = office->services().issuing.submit(office->actor, office->company, draft);
        QVERIFY(!refused.invoice.ok());
        QVERIFY(words(refused.findings).contains("add a voucher"_s));
    }

private:
    [[nodiscard]] service::DeskIssuing &desk() { return office->services().desk; }
    DraftId keep(DraftId id, const QString &buyer)
    {
        office->clock.advance(1000);
        InvoiceDraft draft = Office::draft("S"_s);
        draft.buyer.name = buyer;
        const auto kept = desk().keep(office->actor, office->company, id, draft);
        return kept.ok() ? *kept : DraftId();
    }
    /// The titles in their order, the one in front with a star.
    [[nodiscard]] QStringList opened()
    {
        QStringList out;
        const auto drafts = desk().open(office->actor, office->company);
        for (const service::OpenDraft &one : *drafts)
            out.append((one.front ? "*"_s : QString()) + one.draft.buyer.name);
        return out;
    }
    [[nodiscard]] static QString words(const QList<Finding> &findings)
    {
        QString out;
        for (const Finding &finding : findings)
            out += finding.field + u' ' + finding.text + u'\n';
        return out;
    }

    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
