// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/outcome_panel.h"

#include "ui/kit/keyboard.h"
#include "ui/kit/result_table.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

OutcomePanel::OutcomePanel(QWidget *parent)
    : PanelFrame(u"outcome"_s, 3, parent)
    , m_table(new ResultTable(ResultTable::Width::Narrow, this))
{
    setProperty("card", true);
    content()->addWidget(m_table);
    setFocusProxy(addClose());
    connect(this, &PanelFrame::closeAsked, this, &OutcomePanel::close);
    hide();
}

void OutcomePanel::show(const QString &title, const QList<RowResult> &results)
{
    setTitle(title);
    m_table->setResults(results);
    QFrame::show();
    giveKeyboard(this);
}

void OutcomePanel::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

} // namespace kp
