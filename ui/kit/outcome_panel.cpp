// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/outcome_panel.h"

#include "ui/kit/result_table.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Kit)
};
} // namespace

OutcomePanel::OutcomePanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_table(new ResultTable(ResultTable::Width::Narrow, this))
    , m_close(new QPushButton(Text::tr("Close"), this))
{
    setObjectName(u"outcome"_s);
    setProperty("card", true);
    m_title->setObjectName(u"outcome.title"_s);
    m_title->setFont(textFont(3, true));
    m_close->setObjectName(u"outcome.close"_s);
    m_close->setToolTip(Text::tr("Close (Esc)"));
    setFocusProxy(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    column->setSpacing(grid(1));
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    column->addWidget(m_close, 0, Qt::AlignLeft);
    const auto close = [this] {
        hide();
        Q_EMIT closed();
    };
    connect(m_close, &QPushButton::clicked, this, close);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, close);
    hide();
}

void OutcomePanel::show(const QString &title, const QList<RowResult> &results)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_table->setResults(results);
    QFrame::show();
    m_close->setFocus();
}

} // namespace kp
