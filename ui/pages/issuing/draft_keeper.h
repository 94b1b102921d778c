// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the draft while it is written: within a second of an edit it lies in the store.
#pragma once

#include "core/domain/invoice.h"
#include "ui/pages/office.h"

#include <QObject>

#include <functional>

class QTimer;

namespace kp
{

class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    DraftKeeper(Office &office, QObject *parent = nullptr);
    /// What is not yet kept goes to the work thread, which outlives the page.
    ~DraftKeeper() override;

    /// Keeps what is left of the draft before and begins with another. @param kept its id when it lies in the store
    /// already
    void begin(CompanyId company, DraftId kept);
    /// Has it kept within a second. A blank draft is not worth keeping: what was kept of it is dropped.
    void changed(const InvoiceDraft &draft, bool blank);
    void keepNow();
    /// Keeps nothing more, and calls @p use with the id of what is kept when all that was under way has ended.
    void stop(std::function<void(DraftId)> use);

Q_SIGNALS:
    void kept();
    void failed(const kp::Fault &fault);

private:
    /// Sends what is not yet kept, without waiting for its turn.
    void finish();
    void send();
    void answered(const Result<DraftId> &id);

    Office &m_office;
    QTimer *m_soon;
    CompanyId m_company;
    DraftId m_id;
    std::optional<InvoiceDraft> m_pending;
    bool m_blank = true;
    bool m_sending = false;
    quint64 m_epoch = 0; ///< an answer about an earlier draft is not this one's
    std::function<void(DraftId)> m_whenQuiet;
};

} // namespace kp
