// SPDX-License-Identifier: GPL-3.0-or-later
// A million rows of which only those near the screen are held.
#pragma once

#include "ui/kit/row_source.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <optional>

namespace kp
{

class WindowedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int pageRows = 256;
    static constexpr int pagesKept = 40;

    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64, 0 while the row is not here
        HereRole,                  ///< bool: false where a row has not been read
        AwaitedRole,               ///< bool: it is being read, a placeholder shows that
        ToneRole,                  ///< int (Tone) when the cell is a badge
        PlainRole,                 ///< the text without grouping, for copying
    };

    WindowedModel(QList<ColumnSpec> columns, std::shared_ptr<RowSource> source, QObject *parent = nullptr);
    ~WindowedModel() override;

    /// Starts over with another question. The old rows stay until the first new ones are here.
    void setQuery(const ListQuery &query);
    [[nodiscard]] const ListQuery &query() const { return m_query; }
    /// Asks again in place: rows, position and selection stay, answers replace what they are about.
    void refresh();
    /// Says which rows are on the screen: they and a screenful on either side are fetched, fetches for others
    /// cancelled.
    void show(int first, int last);

    [[nodiscard]] const QList<ColumnSpec> &columns() const { return m_columns; }
    [[nodiscard]] const std::shared_ptr<RowSource> &source() const { return m_source; }
    /// Empty until the source has counted.
    [[nodiscard]] std::optional<qint64> found() const { return m_found; }
    [[nodiscard]] const ListRow *row(int row) const; ///< nullptr when it is not here
    [[nodiscard]] int rowOf(qint64 id) const;        ///< among the rows that are here, or -1
    [[nodiscard]] int heldRows() const;
    /// Whether reading has failed before anything of what is on the screen was there.
    [[nodiscard]] bool isUnread() const;
    /// True while rows are added or taken away because the count changed.
    [[nodiscard]] bool isSettling() const { return m_settling; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void counted();
    void rowsCame(int first, int last);
    void failed(const kp::Fault &fault);

private:
    struct Page {
        QList<ListRow> rows;
        quint64 generation = 0; ///< of the question it answers; an older one is shown until it is replaced
        quint64 used = 0;       ///< when it was last on the screen
    };
    void ask();
    void takeCount(const Result<qint64> &answer);
    void takeFirstPage(const Result<QList<ListRow>> &answer);
    void settle(int rows);
    void fetch(int page);
    void takePage(int page, const Result<QList<ListRow>> &answer);
    void keep(int page, const QList<ListRow> &rows);
    void dropAll();
    void fail(const Fault &fault);

    const QList<ColumnSpec> m_columns;
    const std::shared_ptr<RowSource> m_source;
    ListQuery m_query;
    std::optional<qint64> m_found;
    int m_rows = 0;
    QHash<int, Page> m_pages;
    QHash<int, QFuture<Result<QList<ListRow>>>> m_fetches;
    QFuture<Result<qint64>> m_count;
    QFuture<Result<QList<ListRow>>> m_firstPage; ///< of a new question
    bool m_startingOver = false;
    bool m_settling = false;
    bool m_failed = false;    ///< nothing is on its way any more
    quint64 m_generation = 0; ///< answers to an older question are not looked at
    quint64 m_tick = 0;
    int m_firstShown = 0;
    int m_lastShown = -1;
};

} // namespace kp
