// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/batch_rows.h"

#include "core/domain/schemas.h"
#include "ui/kit/futures.h"
#include "ui/pages/batch/texts.h"
#include "ui/pages/invoice_words.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;
using service::OrderResult;
using service::OrderState;

namespace
{
enum Column { Serial, State, Kind, Buyer, Lines, Net, Tax, Gross, Message, Number };

QString labelOf(const char *key)
{
    return fieldLabel(schema<InvoiceSummary>().find(QString::fromLatin1(key))->label);
}

QString said(const OrderResult &order, bool beyond)
{
    QStringList texts;
    for (const CellFinding &finding : order.messages)
        if (!texts.contains(finding.text))
            texts.append(finding.text);
    if (beyond)
        texts.append(BatchPageText::tr("The credit does not reach this order."));
    return texts.join(u' ');
}

bool matches(const ListRow &row, const ListQuery &query)
{
    const QString state = query.values.value(u"state"_s);
    const QString kind = query.values.value(u"kind"_s);
    if ((!state.isEmpty() && row.cells.at(State) != state) || (!kind.isEmpty() && row.cells.at(Kind) != kind))
        return false;
    if (query.search.isEmpty())
        return true;
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const QVariant &cell) {
        return cell.typeId() == QMetaType::QString && cell.toString().contains(query.search, Qt::CaseInsensitive);
    });
}

bool isLess(const QVariant &a, const QVariant &b)
{
    if (a.typeId() == QMetaType::QString)
        return QString::compare(a.toString(), b.toString(), Qt::CaseInsensitive) < 0;
    return a.toLongLong() < b.toLongLong();
}
} // namespace

QString orderCode(const BatchWork &work, qsizetype order, bool beyond)
{
    const OrderResult &result = work.report().orders.at(order);
    if (result.state != OrderState::Pending || result.invoice.isValid())
        return QString::fromLatin1(service::code(result.state));
    if (work.isRunning() && !work.isPausing())
        return u"waiting"_s;
    if (work.isRunning() || work.isPaused())
        return u"paused"_s;
    return beyond ? u"beyond"_s : u"ready"_s;
}

QList<Word> orderWords()
{
    return {{u"ready"_s, BatchPageText::tr("Ready"), Tone::Info},
        {u"beyond"_s, BatchPageText::tr("No credit"), Tone::Warning},
        {u"invalid"_s, BatchPageText::tr("To be repaired"), Tone::Error},
        {u"waiting"_s, BatchPageText::tr("Waiting"), Tone::Neutral},
        {u"pending"_s, BatchPageText::tr("On its way"), Tone::Info},
        {u"paused"_s, BatchPageText::tr("Paused"), Tone::Warning},
        {u"issued"_s, BatchPageText::tr("Issued"), Tone::Success},
        {u"refused"_s, BatchPageText::tr("Refused"), Tone::Error}};
}

QList<ColumnSpec> orderColumns()
{
    QList<ColumnSpec> columns{
        {.key = u"serial"_s, .label = labelOf("serial"), .width = 150},
        {.key = u"state"_s, .label = labelOf("state"), .kind = FieldKind::Choice, .width = 112, .words = orderWords()},
        {.key = u"kind"_s, .label = labelOf("kind"), .kind = FieldKind::Choice, .width = 148, .words = kindWords()},
        {.key = u"buyer.name"_s, .label = labelOf("buyer.name"), .width = 200},
        {.key = u"lines"_s, .label = BatchPageText::tr("Lines"), .kind = FieldKind::Whole, .width = 64},
        {.key = u"net"_s, .label = labelOf("net"), .kind = FieldKind::Money, .width = 112, .total = true},
        {.key = u"tax"_s, .label = labelOf("tax"), .kind = FieldKind::Money, .width = 96, .total = true},
        {.key = u"gross"_s, .label = BatchPageText::tr("Gross"), .kind = FieldKind::Money, .width = 118, .total = true},
        {.key = u"message"_s, .label = BatchPageText::tr("Message"), .width = 320},
        {.key = u"number"_s, .label = labelOf("number"), .face = Face::Grouped, .width = 200},
    };
    return columns;
}

void BatchRows::take(const BatchWork &work)
{
    m_query.reset();
    m_rows.clear();
    const QList<qsizetype> beyond = work.need().beyond; // ascending
    for (qsizetype i = 0; i < work.report().orders.size(); ++i) {
        const OrderResult &result = work.report().orders.at(i);
        const InvoiceDraft &draft = work.sheet().orders.at(i).draft;
        const bool isBeyond = std::binary_search(beyond.begin(), beyond.end(), i);
        m_rows.append({qint64(i) + 1,
            {result.serial, orderCode(work, i, isBeyond), QString::fromLatin1(code(draft.kind)), draft.buyer.name,
                qlonglong(draft.lines.size()), qlonglong(result.totals.net.fen()), qlonglong(result.totals.tax.fen()),
                qlonglong(result.totals.gross().fen()), said(result, isBeyond), result.number}});
    }
}

QList<ListRow> BatchRows::found(const ListQuery &query)
{
    if (m_query == query)
        return m_found;
    m_query = query;
    m_found.clear();
    for (const ListRow &row : std::as_const(m_rows))
        if (matches(row, query))
            m_found.append(row);
    const auto column = std::find_if(
        m_columns.begin(), m_columns.end(), [&](const ColumnSpec &spec) { return spec.key == query.sortKey; });
    if (column != m_columns.end()) {
        const qsizetype at = column - m_columns.begin();
        std::stable_sort(m_found.begin(), m_found.end(), [&](const ListRow &a, const ListRow &b) {
            return query.descending ? isLess(b.cells.at(at), a.cells.at(at)) : isLess(a.cells.at(at), b.cells.at(at));
        });
    }
    return m_found;
}

QFuture<Result<qint64>> BatchRows::count(const ListQuery &query)
{
    return ready(Result<qint64>(found(query).size()));
}

QFuture<Result<QList<ListRow>>> BatchRows::rows(const ListQuery &query, qint64 first, int n)
{
    return ready(Result<QList<ListRow>>(found(query).mid(first, n)));
}

QFuture<Result<QList<qint64>>> BatchRows::ids(const ListQuery &query, qint64 first, int n)
{
    QList<qint64> ids;
    for (const ListRow &row : found(query).mid(first, n))
        ids.append(row.id);
    return ready(Result<QList<qint64>>(ids));
}

QFuture<Result<ListSums>> BatchRows::sums(const ListQuery &query, const ListSelection &selection)
{
    const QSet<qint64> chosen(selection.ids.begin(), selection.ids.end());
    ListSums sums;
    for (const ListRow &row : selection.everything ? found(query) : std::as_const(m_rows)) {
        if (!selection.everything && !chosen.contains(row.id))
            continue;
        ++sums.rows;
        for (const Column column : {Net, Tax, Gross})
            sums.money[m_columns.at(column).key] += Money::fromFen(row.cells.at(column).toLongLong());
    }
    return ready(Result<ListSums>(sums));
}

} // namespace kp
