// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of the window's start: a Qt program with an empty window that says when it is painted.
#include <QApplication>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace
{
class EmptyWindow final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QTimer::singleShot(0, this, [] { // when it is on the screen
            std::puts("painted");
            std::fflush(stdout);
        });
    }
};
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1440, 880);
    window.show();
    return QApplication::exec();
}
