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

void PracticePanel::addAct(const QString &name, const QString &text, const QString &done,
    std::function<QFuture<Outcome>()> act, const std::function<bool()> &may)
{
    const auto entry = std::make_shared<Act>(Act{new QPushButton(text, this), may});
    m_acts.append(entry);
    entry->button->setObjectName(u"practice."_s + name);
    entry->button->setAutoDefault(true);
    m_row->addWidget(entry->button);
    connect(entry->button, &QPushButton::clicked, this, [this, entry, done, act = std::move(act)] {
        entry->underWay = true;
        refresh();
        then(this, act(), [this, entry, done](const Outcome &outcome) {
            entry->underWay = false;
            refresh();
            if (outcome.ok())
                m_banner->show({.tone = Tone::Success, .text = done});
            else
                m_banner->showFault(outcome.fault());
            m_office.synchroniseForms();
        });
    });
    refresh();
}

void PracticePanel::refresh()
{
    for (const auto &act : std::as_const(m_acts))
        act->button->setEnabled(!act->underWay && (!act->may || act->may()));
}

} // namespace kp
