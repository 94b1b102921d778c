// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/profile/translations.h"

#include <QGuiApplication>

namespace
{
QtMessageHandler qtsOwn = nullptr;

/// Qt makes a folder for sockets even here, where nothing needs one, and complains on a server that has no desktop
/// session to make it. Everything else it says is passed on.
void withoutRuntimeFolder(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1StringView("QStandardPaths: XDG_RUNTIME_DIR not set")))
        qtsOwn(type, context, text);
}
} // namespace

int main(int argc, char **argv)
{
    // PDFs need fonts, not a window. What the desktop wishes for its windows does not matter: a display would be
    // wanted, and X11's own options (--name is one) would be taken out of the command line.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qtsOwn = qInstallMessageHandler(withoutRuntimeFolder);
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
