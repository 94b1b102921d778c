// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/spec.h"

#include <QHash>
#include <QTableView>

namespace kp
{

class IdSelection;
class WindowedModel;

/// The table of a list: whole rows, columns that the clerk orders, sizes and hides, cells that show badges and, where a
/// row is still on its way, a light bar.
class ListTable : public QTableView
{
    Q_OBJECT
public:
    /// @param key where order and widths are remembered
    ListTable(WindowedModel *model, IdSelection *selection, const QString &key, DeskMemory &memory,
        QWidget *parent = nullptr);

    void selectAll() override;
    void showColumn(int column, bool shown);
    /// Back to the order, widths and columns that the list came with.
    void forgetColumns();
    /// The order of rows as the header shows it; -1: the source's own.
    void showSorting(int column, bool descending);

Q_SIGNALS:
    void opened();
    void copyAsked();
    /// @param column -1: the source's own order
    void sortAsked(int column, bool descending);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void dress();
    [[nodiscard]] int firstColumn() const;
    void tellShown();
    void followCurrent();
    void forgetWidths();
    void measure();
    void giveRoom();
    [[nodiscard]] int headingWidth(int column) const;
    [[nodiscard]] int usualWidth(int column) const;
    [[nodiscard]] int neededWidth(int column) const;
    void arrangeAsSpecified();
    void restoreColumns();
    void rememberColumns();
    void sortBy(int column, Qt::SortOrder order);
    [[nodiscard]] QByteArray fingerprint() const;

    WindowedModel *m_model;
    IdSelection *m_ids;
    const QString m_memoryKey;
    DeskMemory &m_memory;
    qint64 m_currentId = 0; ///< stays the current row when a refresh moves it
    int m_sortColumn = -1;
    bool m_dragging = false;    ///< a person holds the header
    bool m_ownWidths = false;   ///< a person has chosen them
    QHash<int, int> m_measured; ///< by column: the widest text that has been on the screen
    ListQuery m_measuredOf;     ///< what these rows answer
};

} // namespace kp
