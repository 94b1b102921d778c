// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_print.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/futures.h"
#include "ui/kit/texts.h"

#include <QPainter>
#include <QPrinter>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <numeric>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int fetchRows = 500;
constexpr int measuredAtOnce = 100;
constexpr int bodyPoints = 8;
constexpr int titlePoints = 13;
constexpr int wrapping = Qt::TextWordWrap | Qt::TextWrapAnywhere;

Fault stopped()
{
    return {FaultKind::Invalid, KitText::tr("Cancelled. Nothing was printed.")};
}

/// A fetch under way: the list is read from its beginning until every wanted row has been met.
struct Fetch {
    QObject *context;
    std::shared_ptr<RowSource> source;
    ListQuery query;
    bool everything;
    QSet<qint64> wanted;
    QList<ColumnSpec> columns;
    QList<int> shown;
    JobWatchPtr watch;
    std::function<void(const Result<QList<QStringList>> &)> use;
    QList<QStringList> cells = {};

    /// False when there were more than may be printed.
    bool take(const QList<ListRow> &rows)
    {
        for (const ListRow &row : rows) {
            if (!everything && !wanted.remove(row.id))
                continue;
            QStringList line;
            for (const int column : shown)
                line.append(cellText(columns.at(column), row.cells.value(column)));
            cells.append(line);
        }
        watch->done = cells.size();
        return cells.size() <= mostPrintedRows;
    }
};

void goOn(const std::shared_ptr<Fetch> &fetch, qint64 first)
{
    then(fetch->context, fetch->source->rows(fetch->query, first, fetchRows),
        [fetch, first](const Result<QList<ListRow>> &rows) {
            if (!rows) {
                fetch->use(rows.fault());
            } else if (!fetch->take(*rows)) {
                fetch->use(Fault{FaultKind::Invalid,
                    KitText::tr("At most %1 rows can be printed at once. Select fewer, or export them to a file.")
                        .arg(mostPrintedRows)});
            } else if (fetch->watch->stop) {
                fetch->use(stopped());
            } else if (rows->size() < fetchRows || (!fetch->everything && fetch->wanted.isEmpty())) {
                fetch->use(fetch->cells);
            } else {
                goOn(fetch, first + rows->size());
            }
        });
}

/// One list on its way to paper. Lengths are in the printer's dots.
class Printing
{
public:
    Printing(ListPrint list, std::shared_ptr<QPrinter> printer)
        : m_list(std::move(list))
        , m_printer(std::move(printer))
        , m_body(QFont().family(), bodyPoints)
        , m_bold(m_body)
        , m_title(QFont().family(), titlePoints, QFont::Bold)
    {
        m_bold.setBold(true);
    }

    bool begin()
    {
        if (!m_painter.begin(m_printer.get()))
            return false;
        m_page = QRect(QPoint(), m_printer->pageLayout().paintRectPixels(m_printer->resolution()).size());
        m_pad = m_printer->resolution() / 24; // about a millimetre
        shareOut();
        m_painter.setFont(m_bold);
        QStringList labels;
        for (const ColumnSpec &column : std::as_const(m_list.columns))
            labels.append(column.label);
        m_headerHeight = heightOf(labels);
        m_painter.setFont(m_body);
        m_footerHeight = m_painter.fontMetrics().height() + 2 * m_pad;
        measureHeading();
        return true;
    }

    /// Measures the next rows; false when all are measured.
    bool measureSome()
    {
        m_painter.setFont(m_body);
        const qsizetype end = std::min(m_heights.size() + measuredAtOnce, m_list.cells.size());
        while (m_heights.size() < end)
            m_heights.append(heightOf(m_list.cells.at(m_heights.size())));
        return m_heights.size() < m_list.cells.size();
    }

    /// Decides which rows go to which page.
    void paginate()
    {
        m_firstRows = {0};
        int y = m_headingHeight + m_headerHeight;
        const int bottom = m_page.height() - m_footerHeight;
        for (qsizetype row = 0; row < m_heights.size(); ++row) {
            if (y + m_heights.at(row) > bottom && row > m_firstRows.constLast()) {
                m_firstRows.append(row);
                y = m_headerHeight;
            }
            y += m_heights.at(row);
        }
    }

    [[nodiscard]] int pages() const { return static_cast<int>(m_firstRows.size()); }
    [[nodiscard]] qsizetype rowsBefore(int page) const { return m_firstRows.value(page, m_heights.size()); }

    bool paintPage(int page)
    {
        if (page > 0 && !m_printer->newPage())
            return false;
        int y = page == 0 ? paintHeading() : 0;
        QStringList labels;
        for (const ColumnSpec &column : std::as_const(m_list.columns))
            labels.append(column.label);
        m_painter.setFont(m_bold);
        m_painter.fillRect(QRect(0, y, m_page.width(), m_headerHeight), QColor(0xee, 0xee, 0xee));
        paintRow(labels, y, m_headerHeight);
        y += m_headerHeight;
        m_painter.setFont(m_body);
        for (qsizetype row = m_firstRows.at(page); row < rowsBefore(page + 1); ++row) {
            paintRow(m_list.cells.at(row), y, m_heights.at(row));
            y += m_heights.at(row);
        }
        const QRect footer(0, m_page.height() - m_footerHeight, m_page.width(), m_footerHeight);
        m_painter.drawText(
            footer, Qt::AlignRight | Qt::AlignBottom, KitText::tr("Page %1 of %2").arg(page + 1).arg(pages()));
        return true;
    }

    bool end() { return m_painter.end() && m_printer->printerState() != QPrinter::Error; }
    void abort()
    {
        m_printer->abort();
        m_painter.end();
    }

private:
    void shareOut()
    {
        const int wished = std::accumulate(m_list.columns.begin(), m_list.columns.end(), 0,
            [](int sum, const ColumnSpec &column) { return sum + column.width; });
        int x = 0;
        int before = 0;
        for (const ColumnSpec &column : std::as_const(m_list.columns)) {
            before += column.width;
            const int right = static_cast<int>(qint64(m_page.width()) * before / std::max(1, wished));
            m_columns.append(QRect(x, 0, right - x, 0));
            x = right;
        }
    }

    [[nodiscard]] QRect cell(qsizetype column, int y, int height) const
    {
        return QRect(m_columns.at(column).left(), y, m_columns.at(column).width(), height)
            .adjusted(m_pad, m_pad, -m_pad, -m_pad);
    }

    [[nodiscard]] int heightOf(const QStringList &cells)
    {
        int height = m_painter.fontMetrics().height();
        for (qsizetype i = 0; i < cells.size(); ++i)
            height =
                std::max(height, m_painter.boundingRect(cell(i, 0, m_page.height()), wrapping, cells.at(i)).height());
        return height + 2 * m_pad;
    }

    void measureHeading()
    {
        m_painter.setFont(m_title);
        m_titleHeight = m_painter.boundingRect(m_page, wrapping, m_list.title).height() + 2 * m_pad;
        m_painter.setFont(m_body);
        m_headingHeight = m_titleHeight + m_painter.boundingRect(m_page, wrapping, facts()).height() + 3 * m_pad;
    }

    [[nodiscard]] QString facts() const { return m_list.facts.join(u"   ·   "_s); }

    int paintHeading()
    {
        m_painter.setFont(m_title);
        m_painter.drawText(m_page, wrapping, m_list.title);
        m_painter.setFont(m_body);
        m_painter.drawText(m_page.adjusted(0, m_titleHeight, 0, 0), wrapping, facts());
        return m_headingHeight;
    }

    void paintRow(const QStringList &cells, int y, int height)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const int side = alignmentOf(m_list.columns.at(i).kind) & Qt::AlignHorizontal_Mask;
            m_painter.drawText(cell(i, y, height), wrapping | side | Qt::AlignTop, cells.at(i));
        }
        m_painter.drawLine(0, y + height, m_page.width(), y + height);
    }

    const ListPrint m_list;
    const std::shared_ptr<QPrinter> m_printer;
    QFont m_body;
    QFont m_bold;
    QFont m_title;
    QPainter m_painter;
    QRect m_page;
    int m_pad = 0;
    int m_titleHeight = 0;
    int m_headingHeight = 0;
    int m_headerHeight = 0;
    int m_footerHeight = 0;
    QList<QRect> m_columns;
    QList<int> m_heights;         ///< by row
    QList<qsizetype> m_firstRows; ///< by page
};

void paintSome(QObject *context, const std::shared_ptr<Printing> &printing, int page, const JobWatchPtr &watch,
    const std::function<void(const Outcome &)> &done)
{
    if (watch->stop) {
        printing->abort();
        done(stopped());
        return;
    }
    const Fault refused{
        FaultKind::Storage, KitText::tr("The printer did not take the list. Look after it and try again.")};
    if (page == printing->pages()) {
        done(printing->end() ? Outcome(Done{}) : Outcome(refused));
        return;
    }
    if (!printing->paintPage(page)) {
        printing->abort();
        done(refused);
        return;
    }
    watch->done = printing->rowsBefore(page + 1);
    QTimer::singleShot(0, context, [=] { paintSome(context, printing, page + 1, watch, done); });
}

void measureSome(QObject *context, const std::shared_ptr<Printing> &printing, const JobWatchPtr &watch,
    const std::function<void(const Outcome &)> &done)
{
    if (!watch->stop && printing->measureSome()) {
        QTimer::singleShot(0, context, [=] { measureSome(context, printing, watch, done); });
        return;
    }
    printing->paginate();
    paintSome(context, printing, 0, watch, done);
}
} // namespace

QStringList filterWords(const QList<FilterSpec> &filters, const ListQuery &query)
{
    QStringList out;
    const auto say = [&out](const QString &label, const QString &value) {
        if (!value.isEmpty())
            out.append(KitText::tr("%1: %2").arg(label, value));
    };
    say(KitText::tr("Search"), query.search);
    for (const FilterSpec &filter : filters) {
        const QString value = query.values.value(filter.key);
        if (filter.kind == FilterSpec::Kind::Period) {
            const QString from = query.values.value(filter.key + u".from"_s);
            const QString to = query.values.value(filter.key + u".to"_s);
            say(filter.label, from.isEmpty() && to.isEmpty() ? QString() : from + u" – "_s + to);
        } else if (filter.kind == FilterSpec::Kind::Flag) {
            if (!value.isEmpty())
                out.append(filter.label);
        } else {
            const auto word = std::find_if(
                filter.words.begin(), filter.words.end(), [&](const Word &one) { return one.code == value; });
            say(filter.label, word == filter.words.end() ? value : word->text);
        }
    }
    return out;
}

void fetchCells(QObject *context, const std::shared_ptr<RowSource> &source, const ListQuery &query,
    const ListSelection &selection, const QList<ColumnSpec> &columns, const QList<int> &shown, const JobWatchPtr &watch,
    const std::function<void(const Result<QList<QStringList>> &)> &use)
{
    const QSet<qint64> wanted(selection.ids.begin(), selection.ids.end());
    goOn(std::make_shared<Fetch>(
             Fetch{context, source, query, selection.everything, wanted, columns, shown, watch, use}),
        0);
}

void printList(QObject *context, ListPrint list, const std::shared_ptr<QPrinter> &printer, const JobWatchPtr &watch,
    const std::function<void(const Outcome &)> &done)
{
    watch->total = list.cells.size();
    watch->done = 0;
    const auto printing = std::make_shared<Printing>(std::move(list), printer);
    if (printing->begin())
        measureSome(context, printing, watch, done);
    else
        done(Fault{FaultKind::Storage, KitText::tr("The printer did not take the list. Look after it and try again.")});
}

} // namespace kp
