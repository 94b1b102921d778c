// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a profile whose company has many confirmation forms at the platform. It signs in, opens their
// page, and paints a frame each 16 ms until all of them have been read: "forms" says how many there are then,
// "frame-p99" how long the 99th of a hundred frames took, in ms, from when it was due until it was painted.
#include "app/bench/sign_in.h"
#include "app/desktop/desktop.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/red/red_page.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace
{
using namespace Qt::StringLiterals;
using namespace kp;

constexpr int framesMs = 16;
constexpr double nsOfMs = 1e6;

class Onlooker final : public QObject
{
public:
    explicit Onlooker(MainWindow &window)
        : m_window(window)
    {
        connect(&m_look, &QTimer::timeout, this, [this] { (this->*m_next)(); });
        m_look.start(20);
        m_frame.setTimerType(Qt::PreciseTimer);
        m_frame.setSingleShot(true);
        connect(&m_frame, &QTimer::timeout, this, &Onlooker::paint);
    }

private:
    void signIn()
    {
        if (bench::signIn(m_window))
            m_next = &Onlooker::openPage;
    }
    /// Signing in has begun to read the forms.
    void openPage()
    {
        if (m_window.workbench() == nullptr || !m_window.office()->companyId().isValid())
            return;
        m_look.stop();
        connect(m_window.office(), &Office::formsRead, this, &Onlooker::end);
        m_window.workbench()->open({u"red"_s, {}});
        m_page = qobject_cast<RedPage *>(m_window.workbench()->currentPage());
        m_clock.start();
        m_due = m_clock.nsecsElapsed() + qint64(framesMs * nsOfMs);
        m_frame.start(framesMs);
    }
    void paint()
    {
        m_window.repaint();
        const qint64 now = m_clock.nsecsElapsed();
        m_took.append(static_cast<double>(now - m_due) / nsOfMs);
        m_due = std::max(m_due + qint64(framesMs * nsOfMs), now);
        m_frame.start(std::max<int>(0, static_cast<int>((m_due - now) / qint64(nsOfMs))));
    }
    void end(const Outcome &outcome)
    {
        if (!outcome.ok() || m_window.office()->isReadingForms())
            return;
        m_frame.stop();
        m_next = &Onlooker::tell;
        m_look.start(1500); // the list counts for the last time, a second after the last commit at most
    }
    void tell()
    {
        const auto found = m_page->list()->model()->found();
        if (found && *found == m_found) {
            std::sort(m_took.begin(), m_took.end());
            std::printf("forms %lld\nframe-p99 %.2f\n", 2 * found.value_or(0), // the page in front has those sent
                m_took.isEmpty() ? 0.0 : m_took.at(m_took.size() * 99 / 100));
            std::fflush(stdout);
            m_look.stop();
        }
        m_found = found.value_or(0);
    }

    MainWindow &m_window;
    RedPage *m_page = nullptr;
    QTimer m_look;
    QTimer m_frame;
    void (Onlooker::*m_next)() = &Onlooker::signIn;
    QElapsedTimer m_clock;
    qint64 m_due = 0;
    qint64 m_found = -1;
    QList<double> m_took;
};
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"kaipiao"_s);
    desktop::Desktop desktop(
        app, {.folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "."), .language = {}, .scheme = {}, .text = {}});
    const Onlooker onlooker(desktop.window());
    desktop.begin();
    return QApplication::exec();
}
