// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace kp::app
{

namespace
{
/// The texts in force; English needs none.
std::unique_ptr<QTranslator> texts;
std::unique_ptr<QTranslator> qtTexts; ///< of the toolkit's own menus and file dialogs

QLocale chosenLocale(const QString &language)
{
    const QString wanted = language.isEmpty() ? qEnvironmentVariable("KAIPIAO_LANGUAGE") : language;
    return wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
}

std::unique_ptr<QTranslator> installed(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}
} // namespace

void installTranslations(const QString &language)
{
    texts.reset();
    qtTexts.reset();
    if (chosenLocale(language).language() != QLocale::Chinese)
        return;
    qtTexts = installed(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    texts = installed(QStringLiteral("kaipiao_zh_CN"), QStringLiteral(":/i18n"));
}

} // namespace kp::app
