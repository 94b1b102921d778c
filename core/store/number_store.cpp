// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/number_store.h"

#include "core/store/texts.h"

#include <QMap>

#include <algorithm>

namespace kp::store
{

namespace
{
constexpr qsizetype digits = 20;

StoredRange rangeOf(const Row &row)
{
    return {row.whole(0), row.id<CompanyId>(1), row.small(2), {row.text(3), row.text(4), row.small(5)}, row.small(6)};
}

bool isNumber(const QString &text)
{
    return text.size() == digits &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The number so many places after @p first. 20 digits do not fit 64 bits, so it counts on paper.
QString numberAt(const QString &first, int offset)
{
    QString number = first;
    int carry = offset;
    for (qsizetype i = number.size() - 1; i >= 0 && carry > 0; --i) {
        carry += number[i].unicode() - u'0';
        number[i] = QChar(static_cast<char16_t>(u'0' + carry % 10));
        carry /= 10;
    }
    return number;
}

Fault notEnough(qint64 wanted)
{
    return {
        FaultKind::Conflict, StoreText::tr("There are not enough invoice numbers: %1 more are needed.").arg(wanted)};
}

QString selectRanges(QStringView rest)
{
    return QStringLiteral("SELECT id, company, year, first, last, count, taken FROM number_range ").append(rest);
}
} // namespace

Outcome NumberStore::addRange(CompanyId company, const NumberRange &range, int year)
{
    if (!isNumber(range.first) || !isNumber(range.last) || range.count <= 0 ||
        numberAt(range.first, range.count - 1) != range.last)
        return Fault{FaultKind::Invalid, StoreText::tr("The platform gave a number range that does not add up."),
            QStringLiteral("%1 … %2, %3 numbers").arg(range.first, range.last).arg(range.count)};
    Transaction transaction(m_database);
    KP_TRY(other, m_database.prepared(selectRanges(u"WHERE first <= ? AND last >= ? LIMIT 1"))
                      .with(range.last, range.first)
                      .first(rangeOf));
    if (other && other->company == company && other->range.first == range.first && other->range.last == range.last)
        return transaction.commit();
    if (other)
        return Fault{FaultKind::Conflict, StoreText::tr("The platform gave numbers that are there already."),
            QStringLiteral("%1 … %2 meets %3").arg(range.first, range.last, other->range.first)};
    KP_DO(m_database
              .prepared(
                  QStringLiteral("INSERT INTO number_range (company, year, first, last, count) VALUES (?, ?, ?, ?, ?)"))
              .with(company, year, range.first, range.last, range.count)
              .run());
    return transaction.commit();
}

Result<QStringList> NumberStore::take(CompanyId company, int year, int count)
{
    Transaction transaction(m_database);
    KP_TRY(freed, m_database
                      .prepared(QStringLiteral(
                          "SELECT number FROM number_free WHERE company = ? AND year = ? ORDER BY number LIMIT ?"))
                      .with(company, year, count)
                      .all([](const Row &row) { return row.text(0); }));
    QStringList numbers = freed;
    for (const QString &number : std::as_const(freed))
        KP_DO(m_database.prepared(QStringLiteral("DELETE FROM number_free WHERE number = ?")).with(number).run());
    KP_TRY(open, m_database.prepared(selectRanges(u"WHERE company = ? AND year = ? AND taken < count ORDER BY first"))
                     .with(company, year)
                     .all(rangeOf));
    for (const StoredRange &range : std::as_const(open)) {
        const int wanted = std::min(count - static_cast<int>(numbers.size()), range.range.count - range.taken);
        if (wanted == 0)
            break;
        for (int i = 0; i < wanted; ++i)
            numbers.append(numberAt(range.range.first, range.taken + i));
        KP_DO(m_database.prepared(QStringLiteral("UPDATE number_range SET taken = ? WHERE id = ?"))
                  .with(range.taken + wanted, range.id)
                  .run());
    }
    if (numbers.size() < count)
        return notEnough(count - numbers.size());
    KP_DO(transaction.commit());
    return numbers;
}

Outcome NumberStore::release(const QString &number)
{
    Transaction transaction(m_database);
    KP_TRY(held, m_database.prepared(QStringLiteral("SELECT 1 FROM invoice WHERE number = ? AND number_turn = 0"))
                     .with(number)
                     .first([](const Row &) { return true; }));
    if (held)
        return Fault{FaultKind::Conflict, StoreText::tr("Invoice number %1 is still in use.").arg(number)};
    // The range it was handed out from says whose it is and of which year.
    const Fault foreign{
        FaultKind::Conflict, StoreText::tr("Invoice number %1 was not handed out or is free already.").arg(number)};
    KP_TRY(range, m_database.prepared(selectRanges(u"WHERE first <= ?1 AND last >= ?1")).with(number).first(rangeOf));
    if (!range || range->taken == 0 || number > numberAt(range->range.first, range->taken - 1))
        return foreign;
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "INSERT INTO number_free (number, company, year) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"))
              .with(number, range->company, range->year)
              .runOr(foreign));
    return transaction.commit();
}

Result<qint64> NumberStore::available(CompanyId company, int year)
{
    KP_TRY(count,
        m_database
            .prepared(QStringLiteral(
                "SELECT (SELECT coalesce(sum(count - taken), 0) FROM number_range WHERE company = ?1 AND year = ?2) "
                "+ (SELECT count(*) FROM number_free WHERE company = ?1 AND year = ?2)"))
            .with(company, year)
            .first([](const Row &row) { return row.whole(0); }));
    return count.value_or(0);
}

Result<QList<StoredRange>> NumberStore::ranges(CompanyId company)
{
    return m_database.prepared(selectRanges(u"WHERE company = ? ORDER BY first")).with(company).all(rangeOf);
}

Result<NumberAccounting> NumberStore::accounting(CompanyId company)
{
    KP_TRY(stored, ranges(company));
    NumberAccounting result;
    Query &holders = m_database.prepared(
        QStringLiteral("SELECT number, count(*) FROM invoice WHERE state <> 'discarded' AND number BETWEEN ? AND ? "
                       "GROUP BY number ORDER BY number"));
    Query &freed = m_database.prepared(
        QStringLiteral("SELECT number FROM number_free WHERE number BETWEEN ? AND ? ORDER BY number"));
    for (const StoredRange &range : std::as_const(stored)) {
        RangeAccount account{range};
        QMap<QString, int> uses; // how often each number occurs, among invoices and free numbers together
        KP_DO(holders.with(range.range.first, range.range.last).each([&](const Row &row) {
            uses[row.text(0)] += row.small(1);
            ++account.used;
        }));
        KP_DO(freed.with(range.range.first, range.range.last).each([&](const Row &row) {
            ++uses[row.text(0)];
            ++account.freed;
        }));
        for (int i = 0; i < range.taken; ++i) {
            const QString number = numberAt(range.range.first, i);
            const int times = uses.take(number);
            if (times == 0)
                result.lost.append(number);
            else if (times > 1)
                result.doubled.append(number);
        }
        result.doubled.append(uses.keys()); // in use, but not handed out: take() would give it a second time
        account.unused = range.range.count - range.taken;
        result.ranges.append(account);
    }
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "SELECT number FROM invoice i WHERE company = ?1 AND state <> 'discarded' AND NOT EXISTS (SELECT 1 "
                  "FROM number_range r WHERE r.company = ?1 AND i.number BETWEEN r.first AND r.last) "
                  "UNION ALL SELECT number FROM number_free f WHERE company = ?1 AND NOT EXISTS (SELECT 1 "
                  "FROM number_range r WHERE r.company = ?1 AND f.number BETWEEN r.first AND r.last)"))
              .with(company)
              .each([&](const Row &row) { result.foreign.append(row.text(0)); }));
    return result;
}

} // namespace kp::store
