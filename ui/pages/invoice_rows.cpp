// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/invoice_rows.h"

#include "core/domain/schemas.h"
#include "ui/pages/keyed_rows.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QVariant cellOf(const InvoiceSummary &summary, const QString &key)
{
    if (key == "gross"_L1)
        return FieldForm<Money>::store(summary.totals.gross());
    const Field<InvoiceSummary> *field = schema<InvoiceSummary>().find(key);
    Q_ASSERT(field != nullptr);
    return field->store(summary);
}

ListRow rowOf(const InvoiceSummary &summary, const QStringList &columns)
{
    ListRow row{summary.id.value(), {}};
    for (const QString &key : columns)
        row.cells.append(cellOf(summary, key));
    return row;
}

struct InvoiceLister {
    using Query = store::ListQuery;
    using Key = store::ListKey;
    using Ladder = store::KeyLadder;
    using Page = store::InvoicePage;

    static QString table() { return u"invoice"_s; }
    static qint64 idOf(const Key &key) { return key.id.value(); }
    static Result<qint64> count(service::Reading &reading, const Actor &actor, const Query &query)
    {
        return reading.count(actor, query);
    }
    static Result<Page> page(
        service::Reading &reading, const Actor &actor, const Query &query, const std::optional<Key> &after, int limit)
    {
        return reading.page(actor, query, after, limit);
    }
    static Result<Page> pageAt(service::Reading &reading, const Actor &actor, const Query &query, const Ladder &ladder,
        qint64 position, int limit)
    {
        return reading.pageAt(actor, query, ladder, position, limit);
    }
    static Result<Ladder> ladder(
        service::Reading &reading, const Actor &actor, const Query &query, const std::atomic_bool &stop)
    {
        return reading.ladder(actor, query, stop);
    }
    static Result<ListSums> sums(
        service::Reading &reading, const Actor &actor, const Query &query, const ListSelection &selection)
    {
        QList<InvoiceId> ids;
        for (const qint64 id : selection.ids)
            ids.append(InvoiceId(id));
        KP_TRY(totals, selection.everything ? reading.totals(actor, query) : reading.totals(actor, ids));
        return ListSums{totals.count, {{u"net"_s, totals.net}, {u"tax"_s, totals.tax}, {u"gross"_s, totals.gross()}}};
    }
};

store::ListQuery stored(const Office &office, const ListQuery &query, const InvoiceRowsOf &of)
{
    store::ListQuery out;
    const service::CompanyChoice *company = office.company();
    out.scope = company == nullptr ? store::Scope{} : store::Scope::only(company->company.id);
    out.text = query.search;
    out.red = of.red;
    out.states = of.states;
    out.kind = invoiceKindFromCode(query.values.value(u"kind"_s));
    if (const QString state = query.values.value(u"state"_s); state == unfinishedCode)
        out.states = {InvoiceState::Queued, InvoiceState::Sending, InvoiceState::Unknown, InvoiceState::Processing};
    else if (const auto one = fromCode<InvoiceState>(state))
        out.states = {*one};
    out.from = QDate::fromString(query.values.value(u"issuedAt.from"_s), Qt::ISODate);
    out.to = QDate::fromString(query.values.value(u"issuedAt.to"_s), Qt::ISODate);
    if (const auto sort = store::invoiceSortFromKey(query.sortKey)) {
        out.sort = *sort;
        out.descending = query.descending;
    }
    return out;
}
} // namespace

std::shared_ptr<RowSource> makeInvoiceRows(Office &office, const QStringList &columns, const InvoiceRowsOf &of)
{
    return std::make_shared<KeyedRows<InvoiceLister>>(
        office, [columns](const InvoiceSummary &summary) { return rowOf(summary, columns); },
        [&office, of](const ListQuery &query) { return stored(office, query, of); });
}

} // namespace kp
