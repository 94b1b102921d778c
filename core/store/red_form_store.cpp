// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/red_form_store.h"

#include "core/base/clock.h"
#include "core/store/statement.h"
#include "core/store/texts.h"

#include <array>

namespace kp::store
{

namespace
{
Fault formNotThere()
{
    return {FaultKind::NotFound,
        StoreText::tr("There is no such confirmation form. Check its number, or read the forms from the tax platform "
                      "anew.")};
}

QString selectForms(QStringView rest)
{
    return QStringLiteral("SELECT %1 FROM red_form ").arg(Table<RedForm>::columns()).append(rest);
}

QVariant coded(const char *code)
{
    return QString::fromLatin1(code);
}

QString idsInJson(const QList<RedFormId> &ids)
{
    QStringList words;
    words.reserve(ids.size());
    for (const RedFormId id : ids)
        words.append(QString::number(id.value()));
    return u'[' + words.join(u',') + u']';
}

QString statesInJson(const QList<RedFormState> &states)
{
    QStringList words;
    for (const RedFormState state : states)
        words.append(u'"' + QString::fromLatin1(code(state)) + u'"');
    return u'[' + words.join(u',') + u']';
}

// side 0: the company sells
constexpr char16_t otherSide[] = u"iif(side = '0', buyer_name || char(10) || buyer_taxNumber, "
                                 u"seller_name || char(10) || seller_taxNumber)";

void addChoices(Statement &out, const RedFormQuery &query)
{
    if (!query.scope.all) {
        out.add(QStringLiteral(" AND company IN ("));
        for (qsizetype i = 0; i < query.scope.companies.size(); ++i)
            out.add(i == 0 ? QStringLiteral("?") : QStringLiteral(",?"), qint64(query.scope.companies[i].value()));
        out.add(QStringLiteral(")"));
    }
    if (query.only)
        out.add(QStringLiteral(" AND id IN (SELECT value FROM json_each(?))"), idsInJson(*query.only));
    if (query.sent)
        out.add(QStringLiteral(" AND (enteredBy = side) = ?"), *query.sent ? 1 : 0);
    if (query.side)
        out.add(QStringLiteral(" AND side = ?"), coded(code(*query.side)));
    if (!query.states.isEmpty())
        out.add(QStringLiteral(" AND state IN (SELECT value FROM json_each(?))"), statesInJson(query.states));
    if (query.issued)
        out.add(QStringLiteral(" AND (redNumber <> '') = ?"), *query.issued ? 1 : 0);
    if (query.valid)
        out.add(QStringLiteral(" AND valid = ?"), *query.valid ? 1 : 0);
}

void addTexts(Statement &out, const RedFormQuery &query)
{
    const auto part = [&](const QString &of, const QString &text) {
        if (const QString typed = text.trimmed(); !typed.isEmpty())
            out.add(QStringLiteral(" AND instr(%1, ?) > 0").arg(of), typed);
    };
    const QString other = QString::fromUtf16(otherSide);
    part(QStringLiteral("number || char(10) || blueNumber || char(10) || redNumber || char(10) || ") + other,
        query.text);
    part(other, query.counterparty);
    part(QStringLiteral("blueNumber"), query.blueNumber);
}

/// "… WHERE …" of a query.
Statement narrowed(const QString &select, const RedFormQuery &query)
{
    Statement out;
    out.add(select + QStringLiteral(" WHERE 1"));
    addChoices(out, query);
    addTexts(out, query);
    const auto days = [&](const QString &column, QDate from, QDate to) {
        if (from.isValid())
            out.add(QStringLiteral(" AND %1 >= ?").arg(column), from.toString(Qt::ISODate));
        if (to.isValid()) // "2026-01-31 …" sorts before "2026-02-01"
            out.add(QStringLiteral(" AND %1 < ?").arg(column), to.addDays(1).toString(Qt::ISODate));
    };
    days(QStringLiteral("blueIssuedAt"), query.blueFrom, query.blueTo);
    days(QStringLiteral("enteredAt"), query.enteredFrom, query.enteredTo);
    return out;
}

Statement onePage(const QString &select, const RedFormQuery &query, qint64 offset, int limit)
{
    Statement out = narrowed(select, query);
    out.add(QStringLiteral(" ORDER BY enteredAt DESC, id DESC LIMIT ?"), limit)
        .add(QStringLiteral(" OFFSET ?"), offset);
    return out;
}
} // namespace

RedFormStore::RedFormStore(Database &database)
    : m_database(database)
    , m_forms(database, QStringLiteral("red_form"), {QStringLiteral("line_count")})
    , m_lines(database, QStringLiteral("red_form_line"), {QStringLiteral("form"), QStringLiteral("line_count")})
{
}

Result<RedFormId> RedFormStore::keep(const RedForm &form, qint64 nowMs)
{
    Transaction transaction(m_database);
    KP_TRY(known, findByUuid(form.company, form.uuid));
    KP_TRY(kept, keepOver(known, form, nowMs));
    KP_DO(transaction.commit());
    return kept.id;
}

Result<RedForm> RedFormStore::keepOver(const std::optional<RedForm> &known, RedForm form, qint64 nowMs)
{
    Transaction transaction(m_database);
    const bool newLines = !form.lines.isEmpty() && (!known || known->lines.isEmpty());
    if (known) {
        if (!known->lines.isEmpty() && !form.lines.isEmpty() && known->lines != form.lines)
            return Fault{FaultKind::Conflict,
                StoreText::tr("The confirmation form %1 has other lines than it had before.").arg(form.number)};
        form.id = known->id;
        if (form.lines.isEmpty()) { // lists do not tell these
            form.taxMode = known->taxMode;
            form.lines = known->lines;
        }
        KP_DO(m_forms.update(
            form, form.id.value(), [](const RedForm &f) { return std::array{qint64(f.lines.size())}; },
            formNotThere()));
    } else {
        form.id = {};
        KP_DO(m_forms.insertAll({form}, [](const RedForm &f) { return std::array{qint64(f.lines.size())}; }));
        KP_TRY(id, m_database.prepared(QStringLiteral("SELECT id FROM red_form WHERE company = ? AND uuid = ?"))
                       .with(form.company, form.uuid)
                       .first([](const Row &row) { return row.id<RedFormId>(0); }));
        form.id = id.value_or(RedFormId());
    }
    if (newLines)
        KP_DO(m_lines.insertAll(form.lines, [&](const RedFormLine &) {
            return std::array{qint64(form.id.value()), qint64(form.lines.size())};
        }));
    const bool issued = form.isIssued() && (!known || !known->isIssued());
    if (!known || known->state != form.state || issued)
        KP_DO(m_database
                  .prepared(QStringLiteral(
                      "INSERT INTO red_form_history (form, step, at_ms, from_state, to_state, red_number) SELECT ?, "
                      "(SELECT coalesce(max(step), 0) + 1 FROM red_form_history WHERE form = ?), ?, ?, ?, ?"))
                  .with(form.id, form.id, nowMs, known ? QVariant(QString::fromLatin1(code(known->state))) : QVariant(),
                      code(form.state), issued ? form.redNumber : QStringLiteral(""))
                  .run());
    KP_DO(transaction.commit());
    return form;
}

Outcome RedFormStore::loadLines(RedForm &form)
{
    KP_TRY(lines, m_database
                      .prepared(QStringLiteral("SELECT %1 FROM red_form_line WHERE form = ? ORDER BY number")
                                    .arg(Table<RedFormLine>::columns()))
                      .with(form.id)
                      .all([](const Row &row) { return Table<RedFormLine>::load(row); }));
    for (Result<RedFormLine> &line : lines) {
        KP_TRY(good, std::move(line));
        form.lines.append(std::move(good));
    }
    return Done{};
}

/// The forms a query finds.
Result<QList<RedForm>> RedFormStore::all(Query &query, bool withLines)
{
    KP_TRY(found, query.all([](const Row &row) { return Table<RedForm>::load(row); }));
    QList<RedForm> out;
    out.reserve(found.size());
    for (Result<RedForm> &form : found) {
        KP_TRY(good, std::move(form));
        if (withLines)
            KP_DO(loadLines(good));
        out.append(std::move(good));
    }
    return out;
}

Result<RedForm> RedFormStore::find(RedFormId id)
{
    KP_TRY(found, all(m_database.prepared(selectForms(u"WHERE id = ?")).with(id), true));
    if (found.isEmpty())
        return formNotThere();
    return found.first();
}

Result<std::optional<RedForm>> RedFormStore::findByUuid(CompanyId company, const QString &uuid)
{
    KP_TRY(found, all(m_database.prepared(selectForms(u"WHERE company = ? AND uuid = ?")).with(company, uuid), true));
    return found.isEmpty() ? std::optional<RedForm>() : std::optional(found.first());
}

Result<RedForm> RedFormStore::findByName(CompanyId company, const QString &name)
{
    KP_TRY(found,
        all(m_database.prepared(selectForms(u"WHERE company = ?1 AND (number = ?2 OR uuid = ?2)")).with(company, name),
            true));
    if (found.isEmpty())
        return formNotThere();
    return found.first();
}

Result<QList<RedForm>> RedFormStore::ofInvoice(CompanyId company, const QString &blueNumber)
{
    return all(m_database.prepared(selectForms(u"WHERE company = ? AND blueNumber = ? ORDER BY enteredAt, id"))
                   .with(company, blueNumber),
        true);
}

Result<qint64> RedFormStore::count(const RedFormQuery &query)
{
    KP_TRY(count,
        narrowed(QStringLiteral("SELECT count(*) FROM red_form"), query).in(m_database).first([](const Row &row) {
            return row.whole(0);
        }));
    return count.value_or(0);
}

Result<QList<RedForm>> RedFormStore::page(const RedFormQuery &query, qint64 offset, int limit)
{
    Statement statement = onePage(selectForms(u"").trimmed(), query, offset, limit);
    return all(statement.in(m_database), false);
}

Result<QList<RedFormId>> RedFormStore::ids(const RedFormQuery &query, qint64 offset, int limit)
{
    Statement statement = onePage(QStringLiteral("SELECT id FROM red_form"), query, offset, limit);
    return statement.in(m_database).all([](const Row &row) { return row.id<RedFormId>(0); });
}

Result<RedFormSums> RedFormStore::sums(const RedFormQuery &query)
{
    Statement statement =
        narrowed(QStringLiteral("SELECT count(*), coalesce(sum(net), 0), coalesce(sum(tax), 0) FROM red_form"), query);
    KP_TRY(sums, statement.in(m_database).first([](const Row &row) {
        return RedFormSums{row.whole(0), {Money::fromFen(row.whole(1)), Money::fromFen(row.whole(2))}};
    }));
    return sums.value_or(RedFormSums());
}

Result<QHash<RedFormState, qint64>> RedFormStore::countByState(const RedFormQuery &query)
{
    Statement statement = narrowed(QStringLiteral("SELECT state, count(*) FROM red_form"), query);
    statement.add(QStringLiteral(" GROUP BY state"));
    QHash<RedFormState, qint64> counts;
    KP_DO(statement.in(m_database).each([&](const Row &row) {
        if (const auto state = fromCode<RedFormState>(row.text(0)))
            counts.insert(*state, row.whole(1));
    }));
    return counts;
}

Result<QList<RedFormStep>> RedFormStore::history(RedFormId id)
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT at_ms, from_state, to_state, red_number FROM red_form_history WHERE form = ? ORDER BY step"))
        .with(id)
        .all([](const Row &row) {
            return RedFormStep{Clock::chinaTime(row.whole(0)),
                row.isNull(1) ? std::nullopt : fromCode<RedFormState>(row.text(1)),
                fromCode<RedFormState>(row.text(2)).value_or(RedFormState::NotNeeded), row.text(3)};
        });
}

} // namespace kp::store
