// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/fact_list.h"

#include "ui/kit/badge.h"

#include <QLabel>
#include <QVBoxLayout>

namespace kp
{

namespace
{
constexpr int factCaptionWidth = grid(13);

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

FactList::FactList(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FactList::begin()
{
    m_holder = new QWidget;
    m_column = new QVBoxLayout(m_holder);
    m_column->setContentsMargins(grid(1), 0, grid(1), grid(2));
    m_column->setSpacing(6);
}

void FactList::end()
{
    m_column->addStretch(1);
    setWidget(m_holder);
    m_holder->setAutoFillBackground(false); // it stands on whatever is behind it: a page, a card
    viewport()->setAutoFillBackground(false);
}

void FactList::addSection(const QString &title)
{
    auto *heading = new QLabel(title, m_holder);
    heading->setFont(textFont(1, true));
    if (m_column->count() > 0)
        m_column->addSpacing(grid(1));
    m_column->addWidget(heading);
}

void FactList::addFact(const QString &caption, const QString &value, bool code)
{
    if (value.isEmpty())
        return;
    auto *words = new QLabel(caption, m_holder);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setFixedWidth(factCaptionWidth);
    words->setWordWrap(true);
    QLabel *text = plain(value, m_holder);
    text->setAccessibleName(caption);
    if (code)
        text->setFont(codeFont());
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(1));
    row->addWidget(words, 0, Qt::AlignTop);
    row->addWidget(text, 1, Qt::AlignTop);
    m_column->addLayout(row);
}

void FactList::addEvent(const QString &word, Tone tone, const QString &when, const QString &text)
{
    auto *time = new QLabel(when, m_holder);
    time->setForegroundRole(QPalette::PlaceholderText);
    time->setFont(textFont(-1));
    auto *state = new Badge(m_holder);
    state->show(word, tone);
    auto *row = new QHBoxLayout;
    row->addWidget(state);
    row->addStretch(1);
    row->addWidget(time);
    m_column->addLayout(row);
    if (!text.isEmpty())
        m_column->addWidget(plain(text, m_holder));
}

} // namespace kp
