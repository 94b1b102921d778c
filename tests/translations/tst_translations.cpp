// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the interface has its Chinese: none is missing, none unfinished, and places for values are kept.
#include "app/profile/translations.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace
{
struct Message {
    QString context;
    QString source;
    QString translation;
    bool unfinished = false;
    [[nodiscard]] QString name() const { return context + u": "_s + source; }
};

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            messages.append({context, xml.readElementText(), {}});
        } else if (xml.name() == "translation"_L1) {
            messages.last().unfinished = xml.attributes().hasAttribute("type"_L1);
            messages.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

QString shipped()
{
    return QStringLiteral(KP_SOURCE_DIR) + u"/translations/kaipiao_zh_CN.ts"_s;
}

QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%(?:\\d+|n)"_s);
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places.append(it.next().captured());
    places.sort();
    return places;
}
} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySourceTextIsTranslated()
    {
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"kaipiao_zh_CN.ts"_s);
        QVERIFY(QFile::copy(shipped(), fresh));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(KP_SOURCE_DIR));
        lupdate.start(QStringLiteral(KP_LUPDATE),
            {u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-no-ui-lines"_s,
                u"-extensions"_s, u"h,cpp"_s, u"core"_s, u"ui"_s, u"app"_s, u"-ts"_s, fresh});
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Message> messages = messagesOf(fresh);
        QVERIFY(messages.size() > 500);
        QStringList missing;
        for (const Message &message : messages)
            if (message.unfinished || message.translation.isEmpty())
                missing.append(message.name());
        QVERIFY2(missing.isEmpty(), qPrintable(u"\n"_s + missing.join(u'\n')));
    }

    void valuesKeepTheirPlaces()
    {
        for (const Message &message : messagesOf(shipped()))
            QVERIFY2(placesIn(message.source) == placesIn(message.translation), qPrintable(message.name()));
    }

    void theProgramCarriesThem()
    {
        kp::app::installTranslations(u"zh_CN"_s);
        QCOMPARE(QCoreApplication::translate("Fields", "Tax rate"), u"税率/征收率"_s);
        kp::app::installTranslations(u"en"_s);
        QCOMPARE(QCoreApplication::translate("Fields", "Tax rate"), u"Tax rate"_s);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
