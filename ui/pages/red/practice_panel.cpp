// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/practice_panel.h"

#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/flow_layout.h"
#include "ui/pages/office.h"
#include "ui/pages/red/texts.h"

#include <QLabel>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

PracticePanel::PracticePanel(Office &office, Banner *banner, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_banner(banner)
    , m_row(new FlowLayout(grid(1), grid(1), this))
{
    setObjectName(u"practice"_s);
    setProperty("card", true);
    m_row->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    auto *mark = new Badge(this);
    mark->show(RedText::tr("Practice: the other side"), Tone::Warning);
    m_row->addWidget(mark);
}

QPushButton *PracticePanel::addAct(
    const QString &name, const QString &text, const QString &done, std::function<QFuture<Outcome>()> act)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(u"practice."_s + name);
    button->setAutoDefault(true);
    m_row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, button, done, act = std::move(act)] {
        button->setEnabled(false);
        then(this, act(), [this, button, done](const Outcome &outcome) {
            button->setEnabled(true);
            if (outcome.ok())
                m_banner->show({.tone = Tone::Success, .text = done});
            else
                m_banner->showFault(outcome.fault());
            m_office.synchroniseForms();
        });
    });
    return button;
}

} // namespace kp
