// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/line_model.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;

namespace kp
{

/// What a pasted block would become, before it becomes lines: which column goes where, and which cells are not
/// understood. Stands in place of the grid; Enter pastes, Esc does not.
class PastePreview : public QFrame
{
    Q_OBJECT
public:
    explicit PastePreview(LineModel &lines, QWidget *parent = nullptr);
    void show(const PastePlan &plan);
    [[nodiscard]] int misfits() const { return m_misfits; }

Q_SIGNALS:
    void accepted(const kp::PastePlan &plan);
    void rejected();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Model;
    void judge();
    /// Lets the person say where a column of the block goes.
    void chooseColumn(int column);

    LineModel &m_lines;
    PastePlan m_plan;
    Model *m_model;
    int m_misfits = 0;
    QLabel *m_title;
    QLabel *m_note;
    QTableView *m_table;
    QPushButton *m_accept;
};

} // namespace kp
