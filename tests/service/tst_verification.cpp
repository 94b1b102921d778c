// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever changes the books behind the program's back is found out by the next verification, and nobody else is.
#include "core/service/passage.h"
#include "core/service/verification.h"
#include "tests/service/office.h"
#include "tests/store/books.h"

using namespace kp;
using namespace kp::test;

class VerificationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        QVERIFY(await(office->services().stock.ensure(office->company, 300, Money::fromFen(1'000'000'00))).ok());
        settleSome();
        leaveSomeOnTheirWay();
    }

    void cleanBooksOfEveryState()
    {
        for (const CodeRow<InvoiceState> &row : codeRows<InvoiceState>())
            QVERIFY2(!office->stores().invoices.inState(row.value)->isEmpty(), row.code);
        QCOMPARE(complaints(), QStringList());
        office->open(); // as after a kill
        QCOMPARE(complaints(), QStringList());
        QVERIFY(office->services().runner.recover().ok());
        QCOMPARE(complaints(), QStringList());
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(complaints(), QStringList());
    }

    void tampering_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const char *sql, const QStringList &found) {
            QTest::newRow(name) << QByteArray(sql) << found;
        };
        const QString content = "what it says is not what was submitted"_s;
        row("net of a header", "UPDATE invoice SET net = 5000 WHERE serial = 'Issued'",
            {"use credit of 550.00, but 600.00 is noted as used"_s,
                "1 lines, amount 50.00, tax 13.00; its lines are 1 and make amount 100.00"_s,
                "gross amount is \"63.00\" now, but \"113.00\" was submitted"_s, content});
        row("tax of a header", "UPDATE invoice SET tax = 0 WHERE serial = 'Issued'",
            {"tax 0.00"_s, "gross amount is \"100.00\" now"_s, content});
        row("net of a line",
            "UPDATE invoice_line SET net = 9999 WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {"make amount 99.99, tax 13.00"_s, content});
        row("a sum beyond all bounds",
            "UPDATE invoice SET net = 9223372036854775807, tax = 9223372036854775807 WHERE serial = 'Issued'",
            {"noted as used"_s, "92,233,720,368,547,758.07"_s, "gross amount is"_s, content});
        row("a line removed",
            "DELETE FROM invoice_line WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {"its lines are 0 and make amount 0.00"_s, content});
        row("header and line alike",
            "UPDATE invoice SET net = 5000 WHERE serial = 'Issued'; UPDATE invoice_line SET net = 5000 WHERE invoice = "
            "(SELECT id FROM invoice WHERE serial = 'Issued'); UPDATE credit_month SET used = used - 5000",
            {"gross amount is \"63.00\" now"_s, content});
        row("buyer", "UPDATE invoice SET buyer_name = 'Someone %1' WHERE serial = 'Issued'",
            {"buyer is \"Someone %1\" now, but \"Sample Buyer\" was submitted"_s, content});
        row("item, which nothing else knows",
            "UPDATE invoice_line SET item = 'Gold' WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {content});
        row("quantity",
            "UPDATE invoice_line SET quantity = '7' WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {content});
        row("remark", "UPDATE invoice SET remark = 'x' WHERE serial = 'Issued'", {content});
        row("buyer's address", "UPDATE invoice SET buyer_address = 'x' WHERE serial = 'Queued'", {content});
        row("issue time", "UPDATE invoice SET issuedAt = '2026-11-19 10:00:00' WHERE serial = 'Issued'", {content});
        row("element added",
            "INSERT INTO invoice_element SELECT id, 1, 'a', '', 'b' FROM invoice WHERE serial = 'Issued'", {content});
        row("corrected invoice", "UPDATE invoice SET payee = 'x' WHERE serial = 'Again'", {content});
        row("serial", "UPDATE invoice SET serial = 'Other' WHERE serial = 'Issued'",
            {"serial number is \"Other\" now, but \"Issued\" was submitted"_s, content});
        row("issued made refused", "UPDATE invoice SET state = 'refused' WHERE serial = 'Issued'",
            {"noted as used"_s, "is \"Refused\", but the audit journal left it at \"Issued\""_s,
                "is \"Refused\", but its history ends with \"Issued\""_s});
        row("refused made issued with history and credit",
            "UPDATE invoice SET state = 'issued' WHERE serial = 'Refused'; INSERT INTO invoice_history "
            "SELECT invoice, step + 1, at_ms, 'refused', 'issued', message FROM invoice_history WHERE invoice = "
            "(SELECT "
            "id FROM invoice WHERE serial = 'Refused') ORDER BY step DESC LIMIT 1; UPDATE credit_month SET used = used "
            "+ 10000",
            {"is \"Issued\", but the audit journal left it at \"Refused\""_s});
        row("queued made issued", "UPDATE invoice SET state = 'issued' WHERE serial = 'Queued'",
            {"left it at"_s, "its history ends with"_s, "is \"Issued\", but it is in the outbox still"_s});
        row("credit used up to nothing", "UPDATE credit_month SET used = 0",
            {"its invoices use credit of 600.00, but 0.00 is noted as used"_s,
                "on their way use credit of 400.00 from month 202611, but only 0.00"_s});
        row("credit month removed", "DELETE FROM credit_month", {"but 0.00 is noted"_s, "but only 0.00"_s});
        row("last step removed",
            "DELETE FROM invoice_history WHERE to_state = 'issued' AND invoice = (SELECT id FROM invoice WHERE serial "
            "= 'Issued')",
            {"is \"Issued\", but its history ends with \"Being processed\""_s, "steps of its history"_s});
        row("first step removed",
            "DELETE FROM invoice_history WHERE step = 1 AND invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {"steps of its history"_s});
        row("middle step removed",
            "DELETE FROM invoice_history WHERE step = 2 AND invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {"steps of its history"_s});
        row("history removed",
            "DELETE FROM invoice_history WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Issued')",
            {"its history ends with \"\""_s, "steps of its history"_s});
        row("time of the end",
            "UPDATE invoice_history SET at_ms = at_ms - 86400000 WHERE to_state = 'issued' AND invoice = (SELECT id "
            "FROM invoice WHERE serial = 'Issued')",
            {"steps of its history"_s});
        row("a state in the middle",
            "UPDATE invoice_history SET to_state = 'unknown' WHERE step = 2 AND invoice = (SELECT id FROM invoice "
            "WHERE serial = 'Issued')",
            {"steps of its history"_s});
        row("the platform's words", "UPDATE invoice SET message = 'all is well' WHERE serial = 'Refused'",
            {"steps of its history"_s});
        row("submission taken out of the journal",
            "DELETE FROM audit WHERE act = 'invoice.submit' AND object = (SELECT 'invoice/' || id FROM invoice WHERE "
            "serial = 'Issued')",
            {"The audit journal is broken"_s, "the audit journal knows nothing of its submission"_s});
        row("outbox row removed",
            "DELETE FROM outbox WHERE invoice = (SELECT id FROM invoice WHERE serial = 'Unknown')",
            {"is \"%1\", but nothing is in the outbox for it"_s.arg(label(InvoiceState::Unknown))});
        row("outbox row of what is settled",
            "INSERT INTO outbox SELECT (SELECT id FROM invoice WHERE serial = 'Issued'), company, due_ms, 0, '', 0, "
            "credit_month FROM outbox LIMIT 1",
            {"is \"Issued\", but it is in the outbox still"_s});
        row("receipt removed", "UPDATE outbox SET receipt = ''", {"its entry in the outbox does not fit"_s});
        row("trigger missing", "DROP TRIGGER invoice_settled", {"trigger invoice_settled is missing"_s});
        row("trigger emptied",
            "DROP TRIGGER audit_changed; CREATE TRIGGER audit_changed BEFORE UPDATE ON audit BEGIN SELECT 1; END",
            {"trigger audit_changed is not as this program makes it"_s});
        row("index missing", "DROP INDEX invoice_serial", {"index invoice_serial is missing"_s});
        row("trigger added", "CREATE TRIGGER busy AFTER INSERT ON invoice BEGIN DELETE FROM outbox; END",
            {"trigger busy was added by another hand"_s});
    }
    /// The triggers that forbid it are out of the way while it happens, and back when the books are verified.
    void tampering()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QStringList, found);
        QByteArray script;
        const bool onTriggers = sql.contains("TRIGGER");
        const auto triggers = office->stores()
                                  .database.prepared("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"_s)
                                  .all([](const store::Row &row) { return std::pair(row.text(0), row.text(1)); });
        for (const auto &[name, make] : *triggers)
            script += onTriggers ? QByteArray() : "DROP TRIGGER " + name.toUtf8() + ';';
        script += sql + ';';
        for (const auto &[name, make] : *triggers)
            script += onTriggers ? QByteArray() : make.toUtf8() + ';';
        QVERIFY(store::tamper(office->stores().database.path(), script.constData()));

        const QStringList words = complaints();
        QVERIFY2(words.size() == found.size(), qPrintable(words.join(u'\n')));
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(words.at(i).contains(found.at(i)), qPrintable(words.at(i)));
    }

    void manyAreNamedAndTheOthersCounted()
    {
        QVERIFY(office->services().issuing.submitAll(office->actor, office->company, Office::drafts(30)).ok());
        QVERIFY(
            store::tamper(office->stores().database.path(), "DROP TRIGGER outbox_kept; DELETE FROM outbox WHERE "
                                                            "invoice IN (SELECT id FROM invoice WHERE serial GLOB 'S*' "
                                                            "AND length(serial) < 4)"));
        const QStringList words = complaints();
        QCOMPARE(words.size(), 1 + 20 + 1);
        QVERIFY(words.last().contains("10 more"_s));
    }

    void anOutboxRowCanNotBeTakenFromAnInvoiceOnItsWay()
    {
        QVERIFY(!store::tamper(office->stores().database.path(), "DELETE FROM outbox"));
        QCOMPARE(complaints(), QStringList());
    }

    /// Whatever stood in the rows: the next start sends each invoice again under its number, and none is issued twice.
    void whatTheOutboxLostIsRecovered()
    {
        const qsizetype before = office->platform.ledger.size();
        const QStringList numbers = numbersOnTheirWay();
        QCOMPARE(numbers.size(), 4);
        // The platform holds one of them already: its answer came before the row was lost.
        const auto processing = *office->stores().invoices.inState(InvoiceState::Processing);
        const Invoice accepted = *office->stores().invoices.find(processing.first());
        office->platform.ledger.insert(accepted.number, accepted);
        QVERIFY(store::tamper(office->stores().database.path(), "DROP TRIGGER outbox_kept; DELETE FROM outbox"));

        office->open();
        QVERIFY(office->services().runner.recover().ok());
        QCOMPARE(office->stores().invoices.inState(InvoiceState::Unknown)->size(), 4);
        const auto entries = *office->stores().outbox.all();
        QCOMPARE(entries.size(), 4);
        for (const store::OutboxEntry &entry : entries) {
            QVERIFY(entry.everUnanswered);
            QCOMPARE(entry.creditMonth, "202611"_s);
        }
        QVERIFY((*office->stores().invoices.history(processing.first())).last().message.contains("missing"_s));
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->platform.ledger.size(), before + 4);
        for (const QString &number : numbers)
            QCOMPARE((*office->stores().invoices.findByNumber(number)).state, InvoiceState::Issued);
        QCOMPARE(complaints(), QStringList{"The database was altered: trigger outbox_kept is missing."_s});
    }

    void aLostReceiptIsSentAgain()
    {
        QVERIFY(store::tamper(office->stores().database.path(), "UPDATE outbox SET receipt = ''"));
        office->open();
        QVERIFY(office->services().runner.recover().ok());
        QCOMPARE(complaints(), QStringList());
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(complaints(), QStringList());
    }

private:
    [[nodiscard]] QStringList complaints()
    {
        const auto report = service::verifyBooks(office->stores());
        return report.ok() ? report->complaints() : QStringList{report.fault().message + report.fault().detail};
    }
    InvoiceId submit(const QString &serial)
    {
        const auto submission =
            office->services().issuing.submit(office->actor, office->company, Office::draft(serial));
        if (!submission.invoice.ok())
            qFatal("%s", qPrintable(submission.invoice.fault().message));
        return *submission.invoice;
    }
    [[nodiscard]] QStringList numbersOnTheirWay()
    {
        QStringList numbers;
        const auto entries = office->stores().outbox.all();
        for (const store::OutboxEntry &entry : *entries)
            numbers.append((*office->stores().invoices.find(entry.invoice)).number);
        return numbers;
    }
    /// "Issued", "Refused", "Discarded", and "Again": refused, corrected and issued.
    void settleSome()
    {
        submit("Issued"_s);
        for (const QString &serial : {"Refused"_s, "Discarded"_s, "Again"_s})
            office->platform.bad.insert((*office->stores().invoices.find(submit(serial))).number, "buyer unknown"_s);
        office->services().runner.start();
        QVERIFY(office->drain());
        office->platform.bad.clear();
        const auto known = *office->stores().invoices.findBySerials(office->company, {"Discarded"_s});
        QVERIFY(office->services().issuing.discard(office->actor, known.value("Discarded"_s).id).ok());
        submit("Again"_s);
        QVERIFY(office->drain());
        office->open(); // this run's runner rests
        QVERIFY(office->services().issuing.loadClassification().ok());
    }
    /// One invoice for each state on the way.
    void leaveSomeOnTheirWay()
    {
        using rules::InvoiceEvent;
        submit("Queued"_s);
        move(submit("Sending"_s), {InvoiceEvent::Send});
        move(submit("Unknown"_s), {InvoiceEvent::Send, InvoiceEvent::GotNoAnswer});
        const InvoiceId processing = submit("Processing"_s);
        move(processing, {InvoiceEvent::Send, InvoiceEvent::GotReceipt});
        QVERIFY(office->stores().outbox.setReceipt({processing}, "receipt"_s, office->clock.nowMs()).ok());
    }
    void move(InvoiceId id, const QList<rules::InvoiceEvent> &events)
    {
        store::Transaction transaction(office->stores().database);
        for (const rules::InvoiceEvent event : events) {
            const store::OutboxEntry entry = **office->stores().outbox.find(id);
            const InvoiceState state = (*office->stores().invoices.find(id)).state;
            QVERIFY(
                service::moveOn(office->stores(), {{entry, state}}, event, {}, "system"_s, office->clock.nowMs()).ok());
        }
        QVERIFY(transaction.commit().ok());
    }

    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
