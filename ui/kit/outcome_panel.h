// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/record_spec.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kp
{

class ResultTable;

/// What became of the rows of a batch, beside the list until it is closed.
class OutcomePanel : public QFrame
{
    Q_OBJECT
public:
    explicit OutcomePanel(QWidget *parent = nullptr);
    void show(const QString &title, const QList<RowResult> &results);
    [[nodiscard]] ResultTable *table() const { return m_table; }

Q_SIGNALS:
    void closed();

private:
    QLabel *m_title;
    ResultTable *m_table;
    QPushButton *m_close;
};

} // namespace kp
