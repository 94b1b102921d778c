// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace kp
{

#ifdef Q_OS_WIN
std::optional<QByteArray> readHidden(const QByteArray &prompt)
{
    if (_isatty(_fileno(stdin)) == 0)
        return std::nullopt;
    std::fputs(prompt.constData(), stderr);
    QByteArray line;
    for (int c = _getch(); c != '\r' && c != '\n' && c != EOF; c = _getch()) {
        if (c == '\b')
            line.chop(1);
        else
            line.append(static_cast<char>(c));
    }
    std::fputc('\n', stderr);
    return line;
}
#else
std::optional<QByteArray> readHidden(const QByteArray &prompt)
{
    termios before{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &before) != 0)
        return std::nullopt;
    termios hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs(prompt.constData(), stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    QByteArray line;
    for (int c = std::getchar(); c != '\n' && c != EOF; c = std::getchar())
        line.append(static_cast<char>(c));
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputc('\n', stderr);
    return line;
}
#endif

} // namespace kp
