// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/profile/translations.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    // PDFs need fonts, not a window: without this the program would want a display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kaipiao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KP_VERSION));
    kp::app::installTranslations();

    const auto arguments = kp::cli::parseArguments(QCoreApplication::arguments());
    if (!arguments.ok()) {
        kp::cli::printError(arguments.fault().message);
        return kp::cli::Usage;
    }
    int code = kp::cli::Success;
    QMetaObject::invokeMethod(
        &application,
        [&] {
            kp::cli::run(*arguments).then([&code](int result) {
                code = result;
                QCoreApplication::exit(result);
            });
        },
        Qt::QueuedConnection);
    QCoreApplication::exec();
    return code;
}
