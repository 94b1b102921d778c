// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cross_check.h"

#include "core/domain/digest.h"

#include <QMap>

#include <algorithm>
#include <iterator>
#include <utility>

namespace kp::store
{

namespace
{
/// Words that stand in the statements below. Amounts are cut to {most}: the sum of forged ones must not end a check
/// with an overflow.
constexpr std::pair<const char *, const char *> words[] = {
    {"{last step}", "(SELECT max(step) FROM invoice_history WHERE invoice = i.id)"},
    {"{state of act}", "CASE WHEN a.act IN {submissions} THEN 'queued' ELSE substr(a.act, 9) END"},
    {"{gross}", "(max(-{most}, min({most}, i.net)) + max(-{most}, min({most}, i.tax)))"},
    {"{on their way}", "('queued', 'sending', 'processing', 'unknown')"},
    {"{submissions}", "('invoice.submit', 'invoice.resubmit')"},
    {"{acts}", "('invoice.submit', 'invoice.resubmit', 'invoice.issued', 'invoice.refused', 'invoice.discarded')"},
    {"{most}", "1000000000000000"},
};

QString withWords(const char *sql)
{
    QString out = QString::fromLatin1(sql);
    for (const auto &[word, meaning] : words)
        out.replace(QLatin1StringView(word), QLatin1StringView(meaning));
    return out;
}

struct Check {
    Witness witness;
    int columns; ///< after the number
    const char *sql;
};

constexpr Check checks[] = {
    {Witness::Lines, 6, R"(
SELECT i.number, CAST(i.line_count AS TEXT), i.net, i.tax, CAST(count(l.number) AS TEXT),
    coalesce(sum(max(-{most}, min({most}, l.net))), 0) AS lines_net,
    coalesce(sum(max(-{most}, min({most}, l.tax))), 0) AS lines_tax
FROM invoice i LEFT JOIN invoice_line l ON l.invoice = i.id
GROUP BY i.id HAVING count(l.number) <> i.line_count OR i.line_count = 0 OR lines_net <> i.net OR lines_tax <> i.tax)"},

    // The entry holds its fields as {"gross":[before,after],…} (audit_log.cpp).
    {Witness::Submission, 3, R"(
SELECT i.number, f.column1,
    CASE f.column1 WHEN 'number' THEN i.number WHEN 'serial' THEN i.serial WHEN 'buyer.name' THEN i.buyer_name
        ELSE printf('%s%d.%02d', iif({gross} < 0, '-', ''), abs({gross}) / 100, abs({gross}) % 100) END AS here,
    CASE WHEN json_valid(a.changes) THEN json_extract(a.changes, '$."' || f.column1 || '"[1]') END AS there
FROM invoice i
JOIN audit a ON a.id = (SELECT max(id) FROM audit WHERE object = 'invoice/' || i.id AND act IN {submissions})
CROSS JOIN (VALUES ('number'), ('serial'), ('buyer.name'), ('gross')) f
WHERE here IS NOT there)"},

    {Witness::NoSubmission, 0, R"(
SELECT i.number FROM invoice i
WHERE NOT EXISTS (SELECT 1 FROM audit WHERE object = 'invoice/' || i.id AND act IN {submissions}))"},

    {Witness::JournalState, 2, R"(
SELECT i.number, i.state, {state of act}
FROM invoice i
JOIN audit a ON a.id = (SELECT max(id) FROM audit WHERE object = 'invoice/' || i.id AND act IN {acts})
WHERE CASE WHEN a.act IN {submissions} THEN i.state NOT IN {on their way} ELSE a.act <> 'invoice.' || i.state END)"},

    {Witness::LastStep, 2, R"(
SELECT i.number, i.state, coalesce(h.to_state, '')
FROM invoice i LEFT JOIN invoice_history h ON h.invoice = i.id AND h.step = {last step}
WHERE h.to_state IS NOT i.state)"},

    // A step and its entry in the journal are written in one transaction and bear the same time. Times need not rise:
    // the clock of a computer may be set back.
    {Witness::Steps, 0, R"(
SELECT i.number FROM (
    SELECT h.invoice AS id
    FROM invoice_history h LEFT JOIN invoice_history p ON p.invoice = h.invoice AND p.step = h.step - 1
    WHERE h.from_state IS NOT p.to_state OR (h.step > 1 AND p.step IS NULL)
    UNION
    SELECT i.id FROM invoice i JOIN invoice_history h ON h.invoice = i.id AND h.step = {last step}
    WHERE h.message <> i.message
    UNION
    SELECT CAST(substr(a.object, 9) AS INTEGER) FROM audit a
    WHERE a.object GLOB 'invoice/*' AND a.act IN {acts} AND NOT EXISTS (
        SELECT 1 FROM invoice_history h
        WHERE h.invoice = CAST(substr(a.object, 9) AS INTEGER) AND h.at_ms = a.at_ms AND h.to_state = {state of act})
) found JOIN invoice i ON i.id = found.id ORDER BY i.id)"},

    {Witness::OutboxMissing, 1, R"(
SELECT i.number, i.state FROM invoice i
WHERE i.state IN {on their way} AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.invoice = i.id) ORDER BY i.id)"},

    {Witness::OutboxStray, 1, R"(
SELECT i.number, i.state FROM outbox o JOIN invoice i ON i.id = o.invoice
WHERE i.state NOT IN {on their way} ORDER BY i.id)"},

    {Witness::OutboxUnfit, 0, R"(
SELECT i.number FROM outbox o JOIN invoice i ON i.id = o.invoice
WHERE i.state IN {on their way} AND (o.company <> i.company OR (i.state = 'processing') <> (o.receipt <> '')
    OR (i.state = 'unknown' AND o.ever_unanswered = 0)) ORDER BY i.id)"},
};
} // namespace

Result<Contradictions> contradictions(Database &database, Witness witness)
{
    const auto *check =
        std::find_if(std::begin(checks), std::end(checks), [=](const Check &c) { return c.witness == witness; });
    Contradictions found;
    KP_DO(database.prepared(withWords(check->sql)).each([&](const Row &row) {
        if (++found.count > Contradictions::most)
            return;
        Contradiction one{row.text(0), {}};
        for (int column = 1; column <= check->columns; ++column)
            one.said.append(row.value(column));
        found.named.append(one);
    }));
    return found;
}

Result<Contradictions> contentContradictions(Database &database, InvoiceStore &invoices)
{
    constexpr int atOnce = 500;
    Query &next = database.prepared(QStringLiteral("SELECT id FROM invoice WHERE id > ? ORDER BY id LIMIT ?"));
    Query &submitted = database.prepared(
        withWords("SELECT CASE WHEN json_valid(changes) THEN json_extract(changes, '$.digest[1]') END FROM audit "
                  "WHERE id = (SELECT max(id) FROM audit WHERE object = 'invoice/' || ? AND act IN {submissions})"));
    Contradictions found;
    for (InvoiceId last(0);;) {
        KP_TRY(ids, next.with(last, atOnce).all([](const Row &row) { return row.id<InvoiceId>(0); }));
        if (ids.isEmpty())
            return found;
        last = ids.last();
        KP_TRY(records, invoices.findAll(ids));
        for (const Invoice &invoice : records) {
            KP_TRY(digest, submitted.with(invoice.id).first([](const Row &row) { return row.text(0); }));
            if (digest.value_or(QString()).isEmpty() || *digest == fullDigest(invoice))
                continue;
            if (++found.count <= Contradictions::most)
                found.named.append({invoice.number, {}});
        }
    }
}

Result<QList<CreditDiscord>> creditDiscords(Database &database)
{
    QMap<CompanyId, CreditDiscord> accounts;
    KP_DO(database
              .prepared(withWords("SELECT company, max(-{most}, min({most}, net)) FROM invoice "
                                  "WHERE state <> 'refused' AND state <> 'discarded'"))
              .each([&](const Row &row) { accounts[row.id<CompanyId>(0)].invoices += row.money(1); }));
    // A red invoice gives back only what its blue one was charged in the same month, and only once it is issued.
    KP_DO(
        database
            .prepared(withWords("SELECT i.company, max(-{most}, min({most}, i.net)) FROM invoice i "
                                "WHERE i.reversal_blueNumber <> '' AND i.state <> 'refused' AND i.state <> 'discarded' "
                                "AND NOT (i.state = 'issued' AND EXISTS (SELECT 1 FROM invoice b WHERE b.number = "
                                "i.reversal_blueNumber AND substr(b.issuedAt, 1, 7) = substr(i.issuedAt, 1, 7)))"))
            .each([&](const Row &row) { accounts[row.id<CompanyId>(0)].invoices -= row.money(1); }));
    KP_DO(database.prepared(withWords("SELECT company, max(-{most}, min({most}, used)) FROM credit_month"))
              .each([&](const Row &row) { accounts[row.id<CompanyId>(0)].used += row.money(1); }));
    QList<CreditDiscord> discords;
    for (auto it = accounts.begin(); it != accounts.end(); ++it) {
        it->company = it.key();
        if (it->invoices != it->used)
            discords.append(*it);
    }
    KP_DO(database
              .prepared(withWords("SELECT o.company, o.credit_month, sum(max(-{most}, min({most}, i.net))) AS charged, "
                                  "coalesce(c.used, 0) FROM outbox o JOIN invoice i ON i.id = o.invoice "
                                  "LEFT JOIN credit_month c ON c.company = o.company AND c.month = o.credit_month "
                                  "WHERE i.state IN {on their way} AND i.reversal_blueNumber = '' "
                                  "GROUP BY o.company, o.credit_month HAVING charged > coalesce(c.used, 0)"))
              .each([&](const Row &row) {
                  discords.append({row.id<CompanyId>(0), row.text(1), row.money(2), row.money(3)});
              }));
    return discords;
}

} // namespace kp::store
