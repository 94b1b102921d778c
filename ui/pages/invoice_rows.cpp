// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/invoice_rows.h"

#include "core/domain/schemas.h"

#include <QPromise>

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

QList<ListRow> listRows(const QList<InvoiceSummary> &summaries, const QStringList &columns)
{
    QList<ListRow> rows;
    rows.reserve(summaries.size());
    for (const InvoiceSummary &summary : summaries) {
        ListRow row{summary.id.value(), {}};
        row.cells.reserve(columns.size());
        for (const QString &key : columns)
            row.cells.append(cellOf(summary, key));
        rows.append(row);
    }
    return rows;
}

template<class T>
struct Answer {
    QPromise<Result<T>> promise;
    void give(Result<T> value)
    {
        promise.addResult(std::move(value));
        promise.finish();
    }
};

template<class T>
std::shared_ptr<Answer<T>> newAnswer()
{
    auto answer = std::make_shared<Answer<T>>();
    answer->promise.start();
    return answer;
}
} // namespace

InvoiceRows::InvoiceRows(Office &office, QStringList columns)
    : m_office(office)
    , m_columns(std::move(columns))
{
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains("invoice"_L1))
            forgetKeys();
    });
}

InvoiceRows::~InvoiceRows()
{
    stopClimbing();
}

store::ListQuery InvoiceRows::stored(const ListQuery &query) const
{
    store::ListQuery out;
    const service::CompanyChoice *company = m_office.company();
    out.scope = company == nullptr ? store::Scope{} : store::Scope::only(company->company.id);
    out.text = query.search;
    out.kind = invoiceKindFromCode(query.values.value(u"kind"_s));
    if (const QString state = query.values.value(u"state"_s); state == unfinishedCode)
        out.states = {InvoiceState::Queued, InvoiceState::Sending, InvoiceState::Unknown, InvoiceState::Processing};
    else if (const auto one = invoiceStateFromCode(state))
        out.states = {*one};
    out.from = QDate::fromString(query.values.value(u"issuedAt.from"_s), Qt::ISODate);
    out.to = QDate::fromString(query.values.value(u"issuedAt.to"_s), Qt::ISODate);
    if (const auto sort = store::invoiceSortFromKey(query.sortKey)) {
        out.sort = *sort;
        out.descending = query.descending;
    }
    return out;
}

QFuture<Result<qint64>> InvoiceRows::count(const ListQuery &query)
{
    return m_office.reader().run([actor = m_office.actor(), asked = stored(query)](
                                     service::Reading &reading) { return reading.count(actor, asked); });
}

QFuture<Result<QList<ListRow>>> InvoiceRows::rows(const ListQuery &query, qint64 first, int n)
{
    auto answer = newAnswer<QList<ListRow>>();
    fetch(
        stored(query), first, n, [answer] { return !answer->promise.isCanceled(); },
        [answer, columns = m_columns](const Result<store::InvoicePage> &page) {
            answer->give(page.ok() ? Result<QList<ListRow>>(listRows(page->rows, columns)) : page.fault());
        });
    return answer->promise.future();
}

QFuture<Result<QList<qint64>>> InvoiceRows::ids(const ListQuery &query, qint64 first, int n)
{
    auto answer = newAnswer<QList<qint64>>();
    fetch(
        stored(query), first, n, [answer] { return !answer->promise.isCanceled(); },
        [answer](const Result<store::InvoicePage> &page) {
            if (!page.ok()) {
                answer->give(page.fault());
                return;
            }
            QList<qint64> ids;
            for (const store::ListKey &key : page->keys)
                ids.append(key.id.value());
            answer->give(ids);
        });
    return answer->promise.future();
}

QFuture<Result<ListSums>> InvoiceRows::sums(const ListQuery &query, const ListSelection &selection)
{
    return m_office.reader().run([actor = m_office.actor(), asked = stored(query), selection](
                                     service::Reading &reading) -> Result<ListSums> {
        QList<InvoiceId> ids;
        for (const qint64 id : selection.ids)
            ids.append(InvoiceId(id));
        KP_TRY(totals, selection.everything ? reading.totals(actor, asked) : reading.totals(actor, ids));
        return ListSums{totals.count, {{u"net"_s, totals.net}, {u"tax"_s, totals.tax}, {u"gross"_s, totals.gross()}}};
    });
}

void InvoiceRows::follow(const store::ListQuery &query)
{
    if (m_asked && query == m_query)
        return;
    m_query = query;
    m_asked = true;
    forgetKeys();
    climb();
}

void InvoiceRows::forgetKeys()
{
    ++m_generation;
    m_before.clear();
    m_ladder.reset();
    stopClimbing();
    if (!m_waiting.isEmpty())
        climb();
}

InvoiceRows::Way InvoiceRows::wayTo(qint64 first) const
{
    if (first == 0)
        return {.after = {}, .ladder = {}, .isFirst = true};
    if (const auto it = m_before.constFind(first); it != m_before.constEnd())
        return {.after = *it, .ladder = {}};
    return {.after = {}, .ladder = m_ladder};
}

void InvoiceRows::fetch(
    const store::ListQuery &query, qint64 first, int n, const std::function<bool()> &wanted, const Use &use)
{
    follow(query);
    if (const Way way = wayTo(first); way.isKnown()) {
        fetchBy(way, query, first, n, use);
        return;
    }
    // The page stays away until the ladder is there; by then nobody may want it any more.
    m_waiting.append([this, query, first, n, wanted, use](const Outcome &climbed) {
        if (!wanted())
            return;
        if (!climbed.ok())
            use(climbed.fault());
        else
            fetchBy(wayTo(first), query, first, n, use);
    });
    climb();
}

void InvoiceRows::fetchBy(const Way &way, const store::ListQuery &query, qint64 first, int n, const Use &use)
{
    const auto page = m_office.reader().run(
        [actor = m_office.actor(), query, way, first, n](service::Reading &reading) -> Result<store::InvoicePage> {
            if (way.ladder)
                return reading.pageAt(actor, query, *way.ladder, first, n);
            return reading.page(actor, query, way.after, n);
        });
    then(this, page, [this, generation = m_generation, first, use](const Result<store::InvoicePage> &found) {
        if (found.ok() && generation == m_generation && !found->keys.isEmpty())
            m_before.insert(first + found->keys.size(), found->keys.constLast());
        use(found);
    });
}

void InvoiceRows::climb()
{
    if (m_stop || m_ladder)
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto ladder = m_office.longReader().run(
        [actor = m_office.actor(), query = m_query, stop = m_stop](service::Reading &reading) -> Result<Ladder> {
            KP_TRY(built, reading.ladder(actor, query, *stop));
            return std::make_shared<const store::KeyLadder>(std::move(built));
        });
    then(this, ladder, [this, generation = m_generation](const Result<Ladder> &built) {
        if (generation != m_generation) // stopped; another one is under way
            return;
        m_stop.reset();
        if (built.ok())
            m_ladder = *built;
        const Outcome climbed = built.ok() ? Outcome(Done{}) : Outcome(built.fault());
        for (const auto &go : std::exchange(m_waiting, {}))
            go(climbed);
    });
}

void InvoiceRows::stopClimbing()
{
    if (m_stop)
        m_stop->store(true);
    m_stop.reset();
}

} // namespace kp
