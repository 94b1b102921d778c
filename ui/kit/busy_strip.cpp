// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/busy_strip.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int lookMs = 100;

QString duration(qint64 seconds)
{
    if (seconds < 60)
        return KitText::tr("%1 s left").arg(seconds);
    if (seconds < 3600)
        return KitText::tr("%1 min %2 s left").arg(seconds / 60).arg(seconds % 60);
    return KitText::tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
}
} // namespace

QString progressText(qint64 done, qint64 total, qint64 elapsedMs)
{
    QStringList parts;
    parts.append(total > 0 ? KitText::tr("%1 of %2").arg(groupedCount(done), groupedCount(total)) : groupedCount(done));
    // Before the first second a speed would be noise.
    if (done > 0 && elapsedMs >= 1000) {
        const qint64 perMinute = done * 60'000 / elapsedMs;
        parts.append(perMinute >= 60 ? KitText::tr("%1/s").arg(groupedCount(perMinute / 60))
                                     : KitText::tr("%1/min").arg(groupedCount(perMinute)));
        if (total > done)
            parts.append(duration((total - done) * elapsedMs / done / 1000));
    }
    return parts.join(u" · "_s);
}

BusyStrip::BusyStrip(const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_looking(new QTimer(this))
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_figures(new QLabel(this))
    , m_cancel(new QPushButton(KitText::tr("Cancel"), this))
{
    setObjectName(u"busy"_s);
    setProperty("card", true);
    m_bar->setTextVisible(false);
    m_figures->setObjectName(u"busy.figures"_s);
    m_cancel->setObjectName(u"busy.cancel"_s);
    setFocusProxy(m_cancel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(12);
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_figures);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        if (m_watch)
            m_watch->stop = true;
        Q_EMIT cancelled();
    });
    m_looking->setInterval(lookMs);
    connect(m_looking, &QTimer::timeout, this, &BusyStrip::look);
    hide();
}

void BusyStrip::start(const QString &what, qint64 total, bool cancellable)
{
    m_startedMs = m_clock.nowMs();
    m_total = total;
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    advance(0);
    show();
}

void BusyStrip::advance(qint64 done)
{
    if (m_total > 0)
        m_bar->setValue(static_cast<int>(done * 1000 / m_total));
    m_figures->setText(progressText(done, m_total, m_clock.nowMs() - m_startedMs));
}

void BusyStrip::follow(const QString &what, const JobWatchPtr &watch)
{
    m_watch = watch;
    start(what, watch->total);
    m_looking->start();
}

void BusyStrip::look()
{
    if (m_total != m_watch->total) {
        m_total = m_watch->total;
        m_bar->setRange(0, m_total > 0 ? 1000 : 0);
    }
    advance(m_watch->done);
}

void BusyStrip::finish()
{
    m_looking->stop();
    m_watch.reset();
    hide();
}

} // namespace kp
