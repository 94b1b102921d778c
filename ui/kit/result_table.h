// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each row of a batch, as a table with its counts: never a chain of boxes.
#pragma once

#include "ui/kit/record_spec.h"

#include <QAbstractTableModel>

class QCheckBox;
class QLabel;
class QTableView;

namespace kp
{

class ResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setResults(QList<RowResult> results);
    void showOnlyRemarked(bool only);
    [[nodiscard]] const QList<RowResult> &results() const { return m_results; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    QList<RowResult> m_results;
    QList<qsizetype> m_shown; ///< their places among the results
    bool m_onlyRemarked = false;
};

class ResultTable : public QWidget
{
    Q_OBJECT
public:
    enum class Width { Full, Narrow };
    /// A narrow one stands beside a list: its texts are broken into lines.
    explicit ResultTable(Width width, QWidget *parent = nullptr);
    /// Where there is something to say of some rows only, these alone are shown at first.
    void setResults(const QList<RowResult> &results);
    [[nodiscard]] const ResultModel &model() const { return *m_model; }
    /// "New: 48 · Error: 2"
    [[nodiscard]] QString counts() const;

private:
    ResultModel *m_model;
    QLabel *m_counts;
    QCheckBox *m_onlyRemarked;
    QTableView *m_view;
};

} // namespace kp
