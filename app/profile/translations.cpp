// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/translations.h"

#include <QCoreApplication>
#include <QTranslator>

namespace kp::app
{

void installTranslations(const QLocale &locale)
{
    const QString forced = qEnvironmentVariable("KAIPIAO_LANGUAGE");
    const QLocale chosen = forced.isEmpty() ? locale : QLocale(forced);
    if (chosen.language() != QLocale::Chinese)
        return;
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/i18n/kaipiao_zh_CN.qm")))
        QCoreApplication::installTranslator(translator);
}

} // namespace kp::app
