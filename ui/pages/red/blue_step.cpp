// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/blue_step.h"

#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/detail/invoice_picture.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/red/blue_list.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int blueRestMs = 150;
}

BlueStep::BlueStep(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_resting(new QTimer(this))
{
    const QList<Command> commands{{.id = u"red.back"_s,
                                      .text = RedText::tr("Back"),
                                      .icon = Icon::ChevronLeft,
                                      .needs = Permission::ViewInvoices,
                                      .run = [this](const CommandContext &) { Q_EMIT back(); }},
        {.id = u"red.next"_s,
            .text = RedText::tr("Next"),
            .icon = Icon::ChevronRight,
            .needs = Permission::IssueInvoices,
            .primary = true,
            .whyDisabled = oneInvoiceNeeded,
            .run = [this](const CommandContext &context) { Q_EMIT chosen(chosenNumber(context)); }}};
    m_list = makeBlueList(
        office, u"redBlue"_s, RedText::tr("Which invoice shall be reversed?"), commands, u"red.next"_s, false, this);
    m_picture = new PagePicture(this);
    setFocusProxy(m_list);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(1));
    row->addWidget(m_list, 6);
    row->addWidget(m_picture, 5);
    m_resting->setSingleShot(true);
    m_resting->setInterval(blueRestMs);
    connect(m_resting, &QTimer::timeout, this, &BlueStep::preview);
    // What is chosen is known when its row has come.
    connect(m_list->table()->selectionModel(), &QItemSelectionModel::selectionChanged, m_resting,
        qOverload<>(&QTimer::start));
    connect(m_list->model(), &WindowedModel::rowsCame, m_resting, qOverload<>(&QTimer::start));
}

void BlueStep::begin()
{
    m_list->setQuery({});
}

void BlueStep::preview()
{
    const ListSelection chosen = m_list->context().selection;
    if (!chosen.isSingle() || chosen.ids.constFirst() == m_shown)
        return;
    m_shown = chosen.ids.constFirst();
    showPicture(m_office, m_picture, InvoiceId(m_shown), [this, id = m_shown] { return id == m_shown; });
}

} // namespace kp
