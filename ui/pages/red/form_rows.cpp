// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/form_rows.h"

#include "core/domain/schemas.h"
#include "core/rules/red_lifecycle.h"
#include "ui/pages/red/red_words.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QVariant formCell(const RedForm &form, const QString &key, const QDateTime &now)
{
    if (key == counterpartyKey)
        return counterparty(form).name;
    if (key == grossKey)
        return FieldForm<Money>::store(form.totals.gross());
    if (key == timeLeftKey) {
        const QDateTime due = rules::answerDue(form);
        return due.isValid() ? timeLeft(due, now) : QString();
    }
    const Field<RedForm> *field = schema<RedForm>().find(key);
    Q_ASSERT(field != nullptr);
    return field->store(form);
}

/// Forms are some thousands at most: they are reached by their number.
class FormRows final : public RowSource
{
public:
    FormRows(Office &office, store::RedFormQuery of, QStringList columns)
        : m_office(office)
        , m_of(std::move(of))
        , m_columns(std::move(columns))
    {
    }
    QFuture<Result<qint64>> count(const ListQuery &query) override
    {
        return read<qint64>(query, [](service::RedForms &forms, const Actor &actor, const store::RedFormQuery &asked) {
            return forms.count(actor, asked);
        });
    }
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override
    {
        return read<QList<ListRow>>(query,
            [first, n, columns = m_columns, now = m_office.desk().clock.now()](service::RedForms &forms,
                const Actor &actor, const store::RedFormQuery &asked) -> Result<QList<ListRow>> {
                KP_TRY(page, forms.page(actor, asked, first, n));
                QList<ListRow> out;
                for (const RedForm &form : std::as_const(page)) {
                    ListRow row{form.id.value(), {}};
                    for (const QString &key : columns)
                        row.cells.append(formCell(form, key, now));
                    out.append(row);
                }
                return out;
            });
    }
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override
    {
        return read<QList<qint64>>(query,
            [first, n](service::RedForms &forms, const Actor &actor,
                const store::RedFormQuery &asked) -> Result<QList<qint64>> {
                KP_TRY(page, forms.ids(actor, asked, first, n));
                QList<qint64> out;
                for (const RedFormId id : std::as_const(page))
                    out.append(id.value());
                return out;
            });
    }
    QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) override
    {
        return read<ListSums>(query,
            [selection](service::RedForms &forms, const Actor &actor, store::RedFormQuery asked) -> Result<ListSums> {
                if (!selection.everything) {
                    QList<RedFormId> only;
                    for (const qint64 id : selection.ids)
                        only.append(RedFormId(id));
                    asked.only = only;
                }
                KP_TRY(sums, forms.sums(actor, asked));
                return ListSums{sums.count,
                    {{u"net"_s, sums.totals.net}, {u"tax"_s, sums.totals.tax}, {grossKey, sums.totals.gross()}}};
            });
    }

private:
    template<class T, class F>
    QFuture<Result<T>> read(const ListQuery &query, F job)
    {
        return m_office.reader().run(
            [job = std::move(job), actor = m_office.actor(), asked = formQuery(m_office, query, m_of)](
                service::Reading &reading) { return job(reading.redForms(), actor, asked); });
    }

    Office &m_office;
    const store::RedFormQuery m_of;
    const QStringList m_columns;
};
} // namespace

store::RedFormQuery formQuery(const Office &office, const ListQuery &query, store::RedFormQuery of)
{
    const auto day = [&](const QString &key) { return QDate::fromString(query.values.value(key), Qt::ISODate); };
    of.scope = store::Scope::only(office.companyId());
    of.text = query.search;
    if (const auto side = fromCode<Side>(query.values.value(u"side"_s)))
        of.side = side;
    if (const auto state = fromCode<RedFormState>(query.values.value(u"state"_s)))
        of.states = {*state};
    if (const QString issued = query.values.value(u"issued"_s); !issued.isEmpty())
        of.issued = issued == u"1"_s;
    of.counterparty = query.values.value(counterpartyKey);
    of.blueFrom = day(u"blueIssuedAt.from"_s);
    of.blueTo = day(u"blueIssuedAt.to"_s);
    of.enteredFrom = day(u"enteredAt.from"_s);
    of.enteredTo = day(u"enteredAt.to"_s);
    return of;
}

std::shared_ptr<RowSource> makeFormRows(Office &office, const store::RedFormQuery &of, const QStringList &columns)
{
    return std::make_shared<FormRows>(office, of, columns);
}

} // namespace kp
