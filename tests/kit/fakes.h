// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-ins for what a page gets from the window and from its source.
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/futures.h"
#include "ui/kit/row_source.h"

#include <QDateTime>

#include <algorithm>
#include <functional>
#include <memory>

namespace kp
{

/// Doors that keep what they were asked until the test answers.
class HeldDoors final : public Doors
{
public:
    void ask(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        questions.append(question);
        answers.append(std::move(answer));
    }
    void pickFile(QWidget *, const FileWish &wish, std::function<void(QString)> answer) override
    {
        wishes.append(wish);
        paths.append(std::move(answer));
    }
    void pickPrinter(QWidget *, const QString &, std::function<void(std::shared_ptr<QPrinter>)> answer) override
    {
        printers.append(std::move(answer));
    }
    QList<std::function<void(std::shared_ptr<QPrinter>)>> printers;
    QList<Question> questions;
    QList<std::function<void(bool)>> answers;
    QList<FileWish> wishes;
    QList<std::function<void(QString)>> paths;
};

/// A clerk at a desk, on 2026-03-18 10:00 China time.
struct FakeDesk {
    HeldDoors doors;
    ShortMemory memory;
    FixedClock clock{QDateTime(QDate(2026, 3, 18), QTime(2, 0), Qt::UTC).toMSecsSinceEpoch()};
    Desk desk;

    explicit FakeDesk(const QString &role = QStringLiteral("issuer"))
        : desk{actorFor(User{.id = UserId(1),
                   .account = QStringLiteral("lin"),
                   .name = QStringLiteral("林小满"),
                   .roles = {role},
                   .companies = {}}),
              doors, memory, clock}
    {
    }
};

/// Invoices made up by their place in the list. Answers come at once, or when the test lets them.
class FakeRows final : public RowSource
{
public:
    explicit FakeRows(qint64 rows)
        : total(rows)
    {
    }

    qint64 total;
    qint64 shift = 0;  ///< the row at place p has the id p + 1 - shift: new rows came in above
    bool held = false; ///< answers wait for release()
    bool failing = false;
    int asked = 0; ///< calls of rows()
    QList<QPromise<Result<QList<ListRow>>> *> waiting() const
    {
        QList<QPromise<Result<QList<ListRow>>> *> out;
        for (const auto &promise : m_held)
            out.append(&promise->promise);
        return out;
    }
    qsizetype stillWanted() const
    {
        return std::count_if(m_held.begin(), m_held.end(), [](const auto &h) { return !h->promise.isCanceled(); });
    }
    /// Answers what waits, the last question first when @p backwards: answers may overtake one another.
    void release(bool backwards = false)
    {
        auto list = std::move(m_held);
        m_held.clear();
        if (backwards)
            std::reverse(list.begin(), list.end());
        for (const auto &one : list) {
            one->promise.addResult(one->answer);
            one->promise.finish();
        }
    }

    [[nodiscard]] qint64 found(const ListQuery &query) const { return query.search.isEmpty() ? total : total / 1000; }
    [[nodiscard]] ListRow row(const ListQuery &query, qint64 place) const
    {
        const qint64 id = place + 1 - shift;
        const qint64 net = (id % 97 == 0 ? -1 : 1) * (id * 7919 % 9'000'000 + 12345);
        static const QStringList states{QStringLiteral("issued"), QStringLiteral("processing"),
            QStringLiteral("refused"), QStringLiteral("unknown"), QStringLiteral("issued"), QStringLiteral("issued")};
        static const QStringList buyers{QStringLiteral("星河示例科技有限公司"),
            QStringLiteral("云杉样本贸易（上海）有限公司"), QStringLiteral("青禾演示餐饮管理有限公司"),
            QStringLiteral("北辰样例物流股份有限公司")};
        const QString buyer = query.search.isEmpty() ? buyers.at(id & 3) : query.search;
        const QDateTime day = QDateTime(QDate(2026, 3, 18), QTime(9, 30, 5)).addSecs(-id * 613);
        return {
            id, {QStringLiteral("2544%1").arg(id, 16, 10, QLatin1Char('0')), QStringLiteral("32"),
                    day.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), buyer, QStringLiteral("91310000MA1FL5G2X8"),
                    net, net * 13 / 100, net + net * 13 / 100, states.at(static_cast<int>(std::abs(id) % 6))}};
    }

    QFuture<Result<qint64>> count(const ListQuery &query) override
    {
        return ready(failing ? Result<qint64>(fault()) : Result<qint64>(found(query)));
    }
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override
    {
        ++asked;
        QList<ListRow> out;
        for (qint64 place = first; place < std::min(found(query), first + n); ++place)
            out.append(row(query, place));
        const Result<QList<ListRow>> answer = failing ? Result<QList<ListRow>>(fault()) : out;
        if (!held)
            return ready(answer);
        auto one = std::make_shared<Held>(Held{{}, answer});
        one->promise.start();
        m_held.append(one);
        return one->promise.future();
    }
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override
    {
        QList<qint64> out;
        for (qint64 place = first; place < std::min(found(query), first + n); ++place)
            out.append(row(query, place).id);
        return ready(Result<QList<qint64>>(out));
    }
    QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) override
    {
        ListSums out;
        out.rows = selection.everything ? found(query) : selection.ids.size();
        for (const qint64 id : selection.ids) {
            const ListRow one = row(query, id - 1 + shift);
            out.money[QStringLiteral("totals.net")] += Money::fromFen(one.cells.at(5).toLongLong());
            out.money[QStringLiteral("totals.tax")] += Money::fromFen(one.cells.at(6).toLongLong());
            out.money[QStringLiteral("totals.gross")] += Money::fromFen(one.cells.at(7).toLongLong());
        }
        return ready(Result<ListSums>(out));
    }

private:
    struct Held {
        QPromise<Result<QList<ListRow>>> promise;
        Result<QList<ListRow>> answer;
    };
    static Fault fault()
    {
        return {FaultKind::Storage, QStringLiteral("The list could not be read."), QStringLiteral("disk I/O error")};
    }
    QList<std::shared_ptr<Held>> m_held;
};

/// The list of invoices over made-up rows.
inline ListSpec invoiceList(std::shared_ptr<RowSource> source)
{
    const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
    const QList<Word> states{{s(u"issued"), s(u"Issued"), Tone::Success},
        {s(u"processing"), s(u"Processing"), Tone::Info}, {s(u"refused"), s(u"Refused"), Tone::Error},
        {s(u"unknown"), s(u"Asking"), Tone::Warning}};
    const QList<Word> kinds{{s(u"31"), s(u"Special")}, {s(u"32"), s(u"Ordinary")}};
    ListSpec spec;
    spec.key = s(u"invoices");
    spec.title = s(u"Issued invoices");
    spec.columns = {
        {.key = s(u"number"), .label = s(u"Invoice number"), .face = Face::Grouped, .width = 200},
        {.key = s(u"kind"), .label = s(u"Kind"), .kind = FieldKind::Choice, .width = 90, .words = kinds},
        {.key = s(u"issuedAt"), .label = s(u"Issue time"), .kind = FieldKind::Time, .width = 160},
        {.key = s(u"buyer.name"), .label = s(u"Buyer"), .width = 230},
        {.key = s(u"buyer.taxNumber"), .label = s(u"Tax number"), .face = Face::Code, .width = 190, .shown = false},
        {.key = s(u"totals.net"), .label = s(u"Amount"), .kind = FieldKind::Money, .width = 120, .total = true},
        {.key = s(u"totals.tax"), .label = s(u"Tax"), .kind = FieldKind::Money, .width = 110, .total = true},
        {.key = s(u"totals.gross"), .label = s(u"Gross"), .kind = FieldKind::Money, .width = 120, .total = true},
        {.key = s(u"state"),
            .label = s(u"State"),
            .kind = FieldKind::Choice,
            .width = 110,
            .sortable = false,
            .words = states},
    };
    spec.filters = {
        {.key = s(u"issuedAt"), .label = s(u"Issued"), .kind = FilterSpec::Kind::Period},
        {.key = s(u"state"), .label = s(u"State"), .kind = FilterSpec::Kind::Choice, .words = states},
        {.key = s(u"kind"), .label = s(u"Kind"), .kind = FilterSpec::Kind::Choice, .words = kinds},
        {.key = s(u"issuer"), .label = s(u"Issuer"), .kind = FilterSpec::Kind::Text},
        {.key = s(u"undelivered"), .label = s(u"Undelivered only"), .kind = FilterSpec::Kind::Flag},
    };
    spec.searchHint = s(u"Number, buyer, tax number, amount …");
    spec.emptyText = s(u"The invoices you issue stand here, with their state and their picture.");
    spec.firstStep = s(u"invoice.issue");
    spec.tables = {s(u"invoice")};
    spec.source = std::move(source);
    return spec;
}

} // namespace kp
