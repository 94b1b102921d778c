// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/panel_frame.h"
#include "ui/kit/record_spec.h"

namespace kp
{

class ResultTable;

/// What became of the rows of a batch, beside the list until it is closed.
class OutcomePanel : public PanelFrame
{
    Q_OBJECT
public:
    explicit OutcomePanel(QWidget *parent = nullptr);
    void show(const QString &title, const QList<RowResult> &results);
    void close();
    [[nodiscard]] ResultTable *table() const { return m_table; }

Q_SIGNALS:
    void closed();

private:
    ResultTable *m_table;
};

} // namespace kp
