// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of a list page.
#pragma once

#include "ui/kit/row_source.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kp
{

/// What stands in place of an empty table: what belongs here, and the first step.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void show(Icon sign, const QString &text, const QString &stepText, bool primary);
    /// The button of the first step; nullptr when there is none.
    [[nodiscard]] QWidget *step() const;

Q_SIGNALS:
    void stepAsked();

private:
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_step;
};

/// How many rows there are, how many are chosen, and their sums.
class StatusRow : public QWidget
{
    Q_OBJECT
public:
    explicit StatusRow(const QList<ColumnSpec> &columns, QWidget *parent = nullptr);
    /// @param found empty while the source counts
    void showFound(std::optional<qint64> found);
    /// The count could not be read.
    void showUnknown();
    /// @param rows chosen; 0 clears
    void showChosen(qint64 rows);
    void showSums(const ListSums &sums);
    [[nodiscard]] QString text() const;

private:
    QList<ColumnSpec> m_totals;
    QLabel *m_found;
    QLabel *m_chosen;
};

} // namespace kp
