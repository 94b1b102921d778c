// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/job_watch.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace kp
{

/// "1,234 of 5,000 · 85/s · 44 s left": what a long job has done, is doing and will need.
/// @param elapsedMs since the start; @param total 0 when unknown
QString progressText(qint64 done, qint64 total, qint64 elapsedMs);

/// Shows a long job while the window stays usable. Hidden until started.
class BusyStrip : public QFrame
{
    Q_OBJECT
public:
    explicit BusyStrip(const Clock &clock, QWidget *parent = nullptr);
    /// @param total 0 when unknown
    void start(const QString &what, qint64 total, bool cancellable = true);
    void advance(qint64 done);
    /// Shows how far @p watch is until finish() is called; Cancel asks it to stop.
    void follow(const QString &what, const JobWatchPtr &watch);
    void finish();

Q_SIGNALS:
    void cancelled();

private:
    void look();

    const Clock &m_clock;
    JobWatchPtr m_watch; ///< of the job that is followed
    QTimer *m_looking;
    qint64 m_startedMs = 0;
    qint64 m_total = 0;
    QLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_figures;
    QPushButton *m_cancel;
};

} // namespace kp
