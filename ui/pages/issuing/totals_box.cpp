// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/totals_box.h"

#include "core/rules/capitals.h"
#include "ui/kit/theme.h"
#include "ui/pages/issuing/texts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QLabel *figure(const QString &name, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void addPair(QHBoxLayout *row, const QString &caption, QLabel *value)
{
    auto *words = new QLabel(caption, value->parentWidget());
    words->setForegroundRole(QPalette::PlaceholderText);
    value->setAccessibleName(caption);
    row->addWidget(words);
    row->addWidget(value);
}
} // namespace

TotalsBox::TotalsBox(QWidget *parent)
    : Ruled(Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge, parent)
    , m_net(figure(u"totals.net"_s, textFont(0, true), this))
    , m_tax(figure(u"totals.tax"_s, textFont(0, true), this))
    , m_capitals(figure(u"totals.capitals"_s, textFont(1, true), this))
    , m_gross(figure(u"totals.gross"_s, textFont(5, true), this))
{
    setObjectName(u"totals"_s);
    auto *sums = new QHBoxLayout;
    sums->setSpacing(grid(1));
    auto *title = new QLabel(IssuingPageText::tr("Total"), this);
    title->setFont(textFont(0, true));
    sums->addWidget(title);
    sums->addStretch(1);
    addPair(sums, IssuingPageText::tr("Amount"), m_net);
    sums->addSpacing(grid(4));
    addPair(sums, IssuingPageText::tr("Tax"), m_tax);
    auto *gross = new QHBoxLayout;
    gross->setSpacing(grid(1));
    addPair(gross, IssuingPageText::tr("Gross in capitals"), m_capitals);
    gross->addStretch(1);
    addPair(gross, IssuingPageText::tr("In figures"), m_gross);
    auto *rule = new QFrame(this);
    rule->setFrameShape(HLine);
    rule->setFrameShadow(Plain);
    rule->setForegroundRole(QPalette::Mid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(6);
    column->addLayout(sums);
    column->addWidget(rule);
    column->addLayout(gross);
    show({});
}

void TotalsBox::show(const Totals &totals)
{
    m_net->setText(u"¥"_s + totals.net.toGrouped());
    m_tax->setText(u"¥"_s + totals.tax.toGrouped());
    m_capitals->setText(u"⊗ "_s + rules::capitals(totals.gross()));
    m_gross->setText(u"¥"_s + totals.gross().toGrouped());
}

} // namespace kp
