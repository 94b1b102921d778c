// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_parts.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int textWidth = grid(70);

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_step(new QPushButton(this))
{
    setObjectName(u"empty"_s);
    m_text->setObjectName(u"empty.text"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_step->setObjectName(u"empty.step"_s);
    m_step->setAutoDefault(true); // Enter presses it
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid(2));
    column->addStretch(2);
    column->addWidget(m_sign, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_step, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_step, &QPushButton::clicked, this, &EmptyState::stepAsked);
}

void EmptyState::show(Icon sign, const QString &text, const QString &stepText, bool primary)
{
    m_sign->setPixmap(icon(sign, Tone::Neutral).pixmap(QSize(48, 48), devicePixelRatioF()));
    // A wrapped label in the middle of a page does not find its height by itself.
    m_text->setText(text);
    m_text->setFixedSize(textWidth, m_text->heightForWidth(textWidth));
    m_step->setText(stepText);
    m_step->setAccessibleName(stepText);
    m_step->setVisible(!stepText.isEmpty());
    m_step->setProperty("role", primary ? u"primary"_s : QString());
    style()->unpolish(m_step);
    style()->polish(m_step);
}

QWidget *EmptyState::step() const
{
    return m_step->isHidden() ? nullptr : m_step;
}

StatusRow::StatusRow(const QList<ColumnSpec> &columns, QWidget *parent)
    : QWidget(parent)
    , m_found(new QLabel(this))
    , m_chosen(new QLabel(this))
{
    for (const ColumnSpec &column : columns)
        if (column.total)
            m_totals.append(column);
    setObjectName(u"status"_s);
    m_found->setObjectName(u"status.found"_s);
    m_chosen->setObjectName(u"status.chosen"_s);
    m_chosen->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chosen->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0); // in line with the list
    row->addWidget(m_found);
    row->addStretch(1);
    row->addWidget(m_chosen);
    setMinimumHeight(grid(3));
}

void StatusRow::showFound(std::optional<qint64> found)
{
    m_found->setText(found ? KitText::tr("Rows: %1").arg(groupedCount(*found)) : KitText::tr("Counting…"));
}

void StatusRow::showUnknown()
{
    m_found->clear();
}

void StatusRow::showChosen(qint64 rows)
{
    if (rows == 0)
        m_chosen->clear();
    else
        m_chosen->setText(
            KitText::tr("Selected: %1").arg(groupedCount(rows)) + (m_totals.isEmpty() ? QString() : u"   …"_s));
}

void StatusRow::showSums(const ListSums &sums)
{
    QStringList parts{KitText::tr("Selected: %1").arg(groupedCount(sums.rows))};
    for (const ColumnSpec &column : m_totals)
        parts.append(column.label + u' ' + sums.money.value(column.key).toGrouped());
    m_chosen->setText(parts.join(u"   ·   "_s));
}

QString StatusRow::text() const
{
    return m_found->text() + u' ' + m_chosen->text();
}

} // namespace kp
