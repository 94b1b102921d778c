// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a profile, put together as in app/desktop/main.cpp. It says "painted" when the window is on the
// screen and "ready" when the sign-in page is, signs in, opens the list, goes to its middle, and says how much memory
// it holds then.
#include "app/bench/sign_in.h"
#include "app/desktop/desktop.h"
#include "ui/kit/windowed_model.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QFile>
#include <QTableView>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace
{

using namespace Qt::StringLiterals;

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

/// "12345 kB" as Linux tells it; empty elsewhere.
QByteArray residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed();
    return {};
}

/// Does what a clerk would do next, whenever the window is ready for it.
class Clerk final : public QObject
{
public:
    explicit Clerk(kp::MainWindow &window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
        connect(&m_look, &QTimer::timeout, this, [this] { (this->*m_next)(); });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        if (watched == &m_window && !std::exchange(m_painted, true))
            QTimer::singleShot(0, this, [] { say("painted"); }); // when it is on the screen
        if (watched->objectName() == u"signin"_s) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, this, &Clerk::signIn);
        }
        return false;
    }

private:
    void signIn()
    {
        say("ready");
        kp::bench::signIn(m_window);
        m_look.start(20);
    }
    void openList()
    {
        if (m_window.workbench() == nullptr)
            return;
        m_window.workbench()->open({u"invoices"_s, {}});
        m_next = &Clerk::goToMiddle;
    }
    void goToMiddle()
    {
        m_table = m_window.workbench()->currentPage()->findChild<QTableView *>(u"list.table"_s);
        if (m_table == nullptr || m_table->model() == nullptr || m_table->model()->rowCount() == 0)
            return;
        m_table->scrollTo(middle(), QAbstractItemView::PositionAtTop);
        m_next = &Clerk::tellMemory;
    }
    void tellMemory()
    {
        if (!middle().data(kp::WindowedModel::HereRole).toBool())
            return;
        m_look.stop();
        say("rows " + QByteArray::number(m_table->model()->rowCount()));
        say("resident " + residentMemory());
    }
    [[nodiscard]] QModelIndex middle() const { return m_table->model()->index(m_table->model()->rowCount() / 2, 0); }

    kp::MainWindow &m_window;
    bool m_painted = false;
    QTimer m_look;
    void (Clerk::*m_next)() = &Clerk::openList;
    QTableView *m_table = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"kaipiao"_s);
    kp::desktop::Desktop desktop(
        app, {.folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "."), .language = {}, .scheme = {}, .text = {}});
    const Clerk clerk(desktop.window());
    desktop.begin();
    return QApplication::exec();
}
