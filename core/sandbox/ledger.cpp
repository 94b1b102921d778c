// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/ledger.h"

#include "core/base/clock.h"

#include <QJsonObject>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype prefixLength = 5; // year, area, channel
} // namespace

bool ownsNumber(Store &store, const Company &company, const QString &number)
{
    return store
        .row("SELECT 1 FROM number_range WHERE tax_number = ? AND connection_id = ? AND prefix = ? AND ? BETWEEN first "
             "AND last",
            {company.taxNumber, company.connectionId, number.first(prefixLength),
                number.sliced(prefixLength).toLongLong()})
        .has_value();
}

bool countRepetition(Store &store, const Company &company, const QString &number, const QByteArray &content)
{
    return store.write("UPDATE invoice SET received = received + 1, differing = differing + (content <> ?)"
                       " WHERE number = ? AND seller_tax_number = ? AND connection_id = ?",
               {content, number, company.taxNumber, company.connectionId}) > 0;
}

void enterInvoice(Store &store, const Company &company, const UploadedInvoice &invoice, const QByteArray &content,
    qint64 acceptedAtMs)
{
    const auto fen = [](const Decimal &amount) {
        return QVariant::fromValue(qint64(amount.toMoney().value_or(Money()).fen()));
    };
    store.write(
        "INSERT INTO invoice(number, connection_id, kind, red, seller_tax_number, seller_name, buyer_tax_number,"
        " buyer_name, net, tax, gross, issued_at, accepted_at, content) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {invoice.number, company.connectionId, invoice.kind, invoice.red ? 1 : 0, invoice.sellerTaxNumber,
            invoice.sellerName, invoice.buyerTaxNumber, invoice.buyerName, fen(invoice.net), fen(invoice.tax),
            fen(invoice.gross), Clock::stamp(invoice.issuedAt), acceptedAtMs, content});
}

QJsonArray ledger(Store &store, const QString &sellerTaxNumber)
{
    QJsonArray out;
    const QList<Store::Row> rows = store.rows(
        "SELECT number, kind, red, seller_tax_number, seller_name, buyer_tax_number, buyer_name, net, tax, gross,"
        " issued_at, accepted_at, received, differing,"
        " ifnull((SELECT blue_number FROM red_form WHERE red_number = invoice.number), ''),"
        " ifnull((SELECT number FROM red_form WHERE red_number = invoice.number), '')"
        " FROM invoice WHERE ? = '' OR seller_tax_number = ? ORDER BY number",
        {sellerTaxNumber, sellerTaxNumber});
    for (const Store::Row &row : rows) {
        const auto text = [&](qsizetype column) { return row.at(column).toString(); };
        const auto amount = [&](qsizetype column) { return Money::fromFen(row.at(column).toLongLong()).toString(); };
        out.append(QJsonObject{{u"number"_s, text(0)}, {u"kind"_s, text(1)},
            {u"colour"_s, text(2) == u"1" ? u"red"_s : u"blue"_s}, {u"seller_tax_number"_s, text(3)},
            {u"seller_name"_s, text(4)}, {u"buyer_tax_number"_s, text(5)}, {u"buyer_name"_s, text(6)},
            {u"net"_s, amount(7)}, {u"tax"_s, amount(8)}, {u"gross"_s, amount(9)}, {u"issued_at"_s, text(10)},
            {u"accepted_at"_s, Clock::stamp(Clock::chinaTime(row.at(11).toLongLong()))}, {u"received"_s, text(12)},
            {u"received_differing"_s, text(13)}, {u"blue_number"_s, text(14)}, {u"red_form"_s, text(15)}});
    }
    return out;
}

std::optional<QByteArray> acceptedContent(Store &store, const QString &number)
{
    const std::optional<Store::Row> row = store.row("SELECT content FROM invoice WHERE number = ?", {number});
    if (!row)
        return std::nullopt;
    return row->front().toByteArray();
}

std::optional<UploadedInvoice> acceptedInvoice(Store &store, const QString &number)
{
    const std::optional<QByteArray> content = acceptedContent(store, number);
    if (!content)
        return std::nullopt;
    const Result<Json> json = Json::parse(*content);
    if (!json)
        return std::nullopt;
    return readInvoice(json->root());
}

} // namespace kp::sandbox
