// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include <QApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
QStringList commandLine(int argc, char **argv)
{
    QStringList out;
    for (int i = 0; i < argc; ++i)
        out.append(QString::fromLocal8Bit(argv[i]));
    return out;
}
} // namespace

int main(int argc, char **argv)
{
    const auto arguments = kp::desktop::readArguments(commandLine(argc, argv));
    if (!arguments.ok()) {
        QTextStream(stderr) << arguments.fault().message << '\n';
        return 2;
    }
    if (!arguments->text.isEmpty()) {
        QTextStream(stdout) << arguments->text;
        return 0;
    }
    // Qt reads its scale factor when the application object is made; the desktop's own choice goes before.
    const int percent = kp::Preferences(kp::desktop::preferencesFile(arguments->folder)).scalePercent();
    if (percent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"kaipiao"_s);
    QApplication::setApplicationVersion(QLatin1StringView(KP_VERSION));
    kp::desktop::Desktop desktop(app, *arguments);
    desktop.begin();
    return QApplication::exec();
}
