// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the practice platform. Amounts are fen; times are milliseconds since 1970 UTC unless they are text.
#pragma once

#include <array>
#include <span>

namespace kp::sandbox
{

/// What makes a file of each version out of one of the version before. A version never changes once landed: people
/// have practice data in its files.
inline constexpr std::array firstStore = {
    "CREATE TABLE connection(platform_id TEXT PRIMARY KEY, key_hex TEXT NOT NULL) STRICT",
    "CREATE TABLE company(tax_number TEXT PRIMARY KEY, unit_id TEXT NOT NULL UNIQUE,"
    " connection_id TEXT NOT NULL REFERENCES connection, name TEXT NOT NULL, kind TEXT NOT NULL, area TEXT NOT NULL,"
    " industry TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL, bank TEXT NOT NULL, account TEXT NOT NULL,"
    " representative TEXT NOT NULL, risk TEXT NOT NULL, alert TEXT NOT NULL, flagged TEXT NOT NULL, credit TEXT NOT "
    "NULL,"
    " state TEXT NOT NULL, quota INTEGER NOT NULL CHECK(quota >= 0), suspended TEXT NOT NULL, filed TEXT NOT NULL) "
    "STRICT",
    // Numbers are never given twice, not even after a reset: clients keep the old ones in their books.
    "CREATE TABLE number_counter(prefix TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT",
    "CREATE TABLE number_range(tax_number TEXT NOT NULL REFERENCES company, request TEXT NOT NULL,"
    " connection_id TEXT NOT NULL REFERENCES connection, prefix TEXT NOT NULL, first INTEGER NOT NULL,"
    " last INTEGER NOT NULL CHECK(last >= first), PRIMARY KEY(tax_number, request)) STRICT",
    "CREATE INDEX number_range_place ON number_range(tax_number, prefix, first)",
    "CREATE TABLE quota(tax_number TEXT NOT NULL REFERENCES company, connection_id TEXT NOT NULL REFERENCES connection,"
    " period TEXT NOT NULL, downloaded INTEGER NOT NULL, used INTEGER NOT NULL CHECK(used >= 0 AND used <= downloaded),"
    " valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, PRIMARY KEY(tax_number, connection_id, period)) STRICT",
    "CREATE TABLE quota_request(tax_number TEXT NOT NULL REFERENCES company, request TEXT NOT NULL, direction TEXT NOT "
    "NULL,"
    " amount INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, PRIMARY KEY(tax_number, request)) "
    "STRICT",
    "CREATE TABLE quota_query(tax_number TEXT NOT NULL REFERENCES company, connection_id TEXT NOT NULL,"
    " at INTEGER NOT NULL, PRIMARY KEY(tax_number, connection_id)) STRICT",
    "CREATE TABLE invoice(number TEXT PRIMARY KEY, connection_id TEXT NOT NULL REFERENCES connection, kind TEXT NOT "
    "NULL,"
    " red INTEGER NOT NULL, seller_tax_number TEXT NOT NULL REFERENCES company, seller_name TEXT NOT NULL,"
    " buyer_tax_number TEXT NOT NULL, buyer_name TEXT NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,"
    " gross INTEGER NOT NULL, issued_at TEXT NOT NULL, accepted_at INTEGER NOT NULL, content BLOB NOT NULL,"
    " received INTEGER NOT NULL DEFAULT 1, differing INTEGER NOT NULL DEFAULT 0) STRICT",
    "CREATE INDEX invoice_seller ON invoice(seller_tax_number, number)",
    "CREATE TRIGGER invoice_fixed BEFORE UPDATE OF number, connection_id, kind, red, seller_tax_number, seller_name,"
    " buyer_tax_number, buyer_name, net, tax, gross, issued_at, accepted_at, content ON invoice"
    " BEGIN SELECT RAISE(ABORT, 'an accepted invoice never changes'); END",
    "CREATE TABLE receipt(id TEXT PRIMARY KEY, connection_id TEXT NOT NULL REFERENCES connection,"
    " tax_number TEXT NOT NULL REFERENCES company, at INTEGER NOT NULL, polls_left INTEGER NOT NULL, ready_at INTEGER "
    "NOT NULL,"
    " results TEXT NOT NULL) STRICT",
    "CREATE TABLE clock(shift INTEGER NOT NULL) STRICT",
    "INSERT INTO clock VALUES(0)",
    "PRAGMA user_version = 1",
};

/// Red invoices.
inline constexpr std::array redStore = {
    // What is not here stands as an untouched invoice does.
    "CREATE TABLE invoice_use(number TEXT PRIMARY KEY REFERENCES invoice ON DELETE CASCADE, vat_use TEXT NOT NULL,"
    " posted TEXT NOT NULL, stock_use TEXT NOT NULL, voucher TEXT NOT NULL, locked TEXT NOT NULL,"
    " voided TEXT NOT NULL) STRICT",
    // A form names its red invoice, and so says which blue one that reverses.
    "CREATE TABLE red_form(uuid TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, applicant TEXT NOT NULL,"
    " seller_tax_number TEXT NOT NULL REFERENCES company, seller_name TEXT NOT NULL, buyer_tax_number TEXT NOT NULL,"
    " buyer_name TEXT NOT NULL, blue_number TEXT NOT NULL REFERENCES invoice, blue_issued_at TEXT NOT NULL,"
    " blue_net INTEGER NOT NULL, blue_tax INTEGER NOT NULL, kind TEXT NOT NULL, margin TEXT NOT NULL,"
    " net INTEGER NOT NULL CHECK(net <= 0), tax INTEGER NOT NULL CHECK(tax <= 0), reason TEXT NOT NULL,"
    " line_count INTEGER NOT NULL, lines TEXT NOT NULL, entered_at INTEGER NOT NULL, state TEXT NOT NULL,"
    " answered_at INTEGER NOT NULL DEFAULT 0, red_number TEXT NOT NULL DEFAULT '',"
    " red_issued_at TEXT NOT NULL DEFAULT '') STRICT",
    "CREATE INDEX red_form_seller ON red_form(seller_tax_number, entered_at)",
    "CREATE INDEX red_form_buyer ON red_form(buyer_tax_number, entered_at)",
    "CREATE INDEX red_form_blue ON red_form(blue_number)",
    "CREATE INDEX red_form_red ON red_form(red_number)",
    "CREATE INDEX red_form_waiting ON red_form(state, entered_at)",
    "CREATE TRIGGER red_form_fixed BEFORE UPDATE OF uuid, number, applicant, seller_tax_number, seller_name,"
    " buyer_tax_number, buyer_name, blue_number, blue_issued_at, blue_net, blue_tax, kind, margin, net, tax, reason,"
    " line_count, lines, entered_at ON red_form"
    " BEGIN SELECT RAISE(ABORT, 'what was applied for never changes'); END",
    "CREATE TRIGGER red_form_issued BEFORE UPDATE ON red_form WHEN old.red_number <> ''"
    " BEGIN SELECT RAISE(ABORT, 'a form with a red invoice never changes'); END",
    "PRAGMA user_version = 2",
};

inline constexpr std::array<std::span<const char *const>, 2> storeVersions = {firstStore, redStore};
constexpr int storeVersion = static_cast<int>(storeVersions.size());

} // namespace kp::sandbox
