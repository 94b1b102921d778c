// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/draft_keeper.h"

#include <QTimer>

namespace kp
{

namespace
{
constexpr int soonMs = 700; // and the rest of the second for the work thread

/// The id of what is kept now; not valid when the draft was blank and nothing is kept any more.
Result<DraftId> keptOrDropped(service::Services &services, const Actor &actor, CompanyId company, DraftId id,
    const InvoiceDraft &draft, bool blank)
{
    if (!blank)
        return services.desk.keep(actor, company, id, draft);
    if (id.isValid())
        KP_DO(services.desk.drop(actor, id));
    return DraftId();
}
} // namespace

DraftKeeper::DraftKeeper(Office &office, QObject *parent)
    : QObject(parent)
    , m_office(office)
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMs);
    connect(m_soon, &QTimer::timeout, this, &DraftKeeper::send);
}

DraftKeeper::~DraftKeeper()
{
    finish();
}

void DraftKeeper::finish()
{
    // A save under way may be the one that gives the id; one more without it would keep the draft twice.
    if (m_sending && !m_id.isValid())
        return;
    m_sending = false;
    send();
}

void DraftKeeper::begin(CompanyId company, DraftId kept)
{
    finish();
    ++m_epoch;
    m_soon->stop();
    m_company = company;
    m_id = kept;
    m_pending.reset();
    m_sending = false;
    m_whenQuiet = {};
}

void DraftKeeper::changed(const InvoiceDraft &draft, bool blank)
{
    m_pending = draft;
    m_blank = blank;
    if (!m_soon->isActive()) // not begun anew with each key: a second is a second
        m_soon->start();
}

void DraftKeeper::keepNow()
{
    if (m_pending)
        send();
}

void DraftKeeper::send()
{
    m_soon->stop();
    if (m_sending || !m_pending)
        return; // the answer sends the rest
    m_sending = true;
    const InvoiceDraft draft = *std::exchange(m_pending, std::nullopt);
    const auto answer = m_office.ask(
        [actor = m_office.actor(), company = m_company, id = m_id, draft, blank = m_blank](
            service::Services &services) { return keptOrDropped(services, actor, company, id, draft, blank); });
    then(this, answer, [this, epoch = m_epoch](const Result<DraftId> &id) {
        if (epoch == m_epoch)
            answered(id);
    });
}

void DraftKeeper::answered(const Result<DraftId> &id)
{
    m_sending = false;
    if (id.ok()) {
        m_id = *id;
        Q_EMIT kept();
    } else {
        if (id.fault().kind == FaultKind::NotFound)
            m_id = DraftId(); // dropped elsewhere; the next save keeps it anew
        Q_EMIT failed(id.fault());
    }
    if (m_whenQuiet)
        std::exchange(m_whenQuiet, {})(m_id);
    else if (m_pending)
        send();
}

void DraftKeeper::stop(std::function<void(DraftId)> use)
{
    m_soon->stop();
    m_pending.reset();
    if (m_sending)
        m_whenQuiet = std::move(use);
    else
        use(m_id);
}

} // namespace kp
