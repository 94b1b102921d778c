// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house that a machine can check: layers, sizes, names, licences, words that betray unfinished work.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

namespace
{

struct Layer {
    const char *folder;
    QStringList mayInclude; ///< folders of the project; its own is always allowed
    QStringList qtModules;  ///< beside QtCore and what is not Qt's
};

QList<Layer> layers()
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts); };
    const QStringList window = list("QtGui QtWidgets QtSvg QtPrintSupport QtConcurrent");
    return {
        {"core/base", {}, {}},
        {"core/domain", list("core/base"), {}},
        {"core/classify", list("core/base core/domain"), {}},
        {"core/rules", list("core/base core/domain core/classify"), {}},
        {"core/store", list("core/base core/domain"), {}},
        {"core/net", list("core/base core/domain"), list("QtNetwork QtDBus")},
        {"core/document", list("core/base core/domain core/rules"), list("QtGui")},
        {"core/service", list("core/base core/domain core/classify core/rules core/store"), {}},
        {"core/sandbox", list("core/base"), list("QtNetwork QtSql")},
        {"ui/kit", list("core/base core/domain"), window},
        {"ui/pages",
            list("core/base core/domain core/classify core/rules core/service core/document ui/kit ui/pictures"),
            window},
        {"ui/pictures", {}, window},
        {"ui/shell", list("core/base core/domain core/rules core/service core/document ui/kit ui/pages"), window},
    };
}

struct Source {
    QString path; ///< from the root of the project
    QString text;
};

QList<Source> sources(const QStringList &folders)
{
    const QString root = QStringLiteral(KP_SOURCE_DIR);
    QList<Source> out;
    for (const QString &folder : folders) {
        QDirIterator it(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                out.append({file.fileName().mid(root.size() + 1), QString::fromUtf8(file.readAll())});
        }
    }
    return out;
}

QStringList product()
{
    return {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")};
}

/// Which module of Qt holds each of its headers, as installed: "QWidget" and "qwidget.h" lie in QtWidgets.
QHash<QString, QString> modulesOfQt()
{
    QHash<QString, QString> out;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString &module : headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs))
        for (const QString &header : QDir(headers.filePath(module)).entryList(QDir::Files))
            out.insert(header, module);
    return out;
}

/// The module an include in angle brackets comes from, <QWidget> or <QtWidgets/QWidget>; empty: not Qt's.
QString moduleOf(const QString &header)
{
    static const QHash<QString, QString> modules = modulesOfQt();
    return header.startsWith(QStringLiteral("Qt")) && header.contains(u'/') ? header.section(u'/', 0, 0)
                                                                            : modules.value(header);
}

/// Includes of @p source that its layer does not allow.
QStringList forbiddenIncludes(const Source &source, const QList<Layer> &rules)
{
    static const QRegularExpression own(QStringLiteral("#include \"((?:core|ui|app)/[^\"]+)\""));
    static const QRegularExpression foreign(QStringLiteral("#include <([^>]+)>"));
    const Layer *mine = nullptr;
    for (const Layer &layer : rules)
        if (source.path.startsWith(QLatin1StringView(layer.folder) + u'/'))
            mine = &layer;
    if (mine == nullptr)
        return {};
    QStringList bad;
    for (auto it = own.globalMatch(source.text); it.hasNext();) {
        const QString target = it.next().captured(1);
        const QString folder = target.section(u'/', 0, 1);
        if (folder != QLatin1StringView(mine->folder) && !mine->mayInclude.contains(folder))
            bad.append(source.path + QStringLiteral(" includes ") + target);
    }
    for (auto it = foreign.globalMatch(source.text); it.hasNext();) {
        const QString header = it.next().captured(1);
        const QString module = moduleOf(header);
        if (!module.isEmpty() && module != QStringLiteral("QtCore") && !mine->qtModules.contains(module))
            bad.append(source.path + QStringLiteral(" includes %1 of %2").arg(header, module));
    }
    return bad;
}

/// Lines of @p found that match, as "path: text".
QStringList linesThatMatch(const QList<Source> &found, const QRegularExpression &pattern)
{
    QStringList out;
    for (const Source &source : found)
        for (auto it = pattern.globalMatch(source.text); it.hasNext();)
            out.append(source.path + QStringLiteral(": ") + it.next().captured(0));
    return out;
}

} // namespace

class ArchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrowsPointDownOnly()
    {
        const QList<Source> all = sources(product());
        QVERIFY(all.size() > 20);
        QStringList bad;
        for (const Source &source : all)
            bad += forbiddenIncludes(source, layers());
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void aForbiddenIncludeIsSeen()
    {
        const Source wrong{
            QStringLiteral("core/rules/totals.h"), QStringLiteral("#include \"core/store/database.h\"\n")};
        QCOMPARE(forbiddenIncludes(wrong, layers()).size(), 1);
        const Source right{
            QStringLiteral("core/rules/totals.h"), QStringLiteral("#include \"core/domain/invoice.h\"\n")};
        QCOMPARE(forbiddenIncludes(right, layers()), QStringList());
        const Source sandbox{
            QStringLiteral("core/sandbox/server.h"), QStringLiteral("#include \"core/domain/invoice.h\"\n")};
        QCOMPARE(forbiddenIncludes(sandbox, layers()).size(), 1);
    }

    void aForbiddenPartOfQtIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("forbidden");
        QTest::newRow("window in a rule") << "core/rules/totals.h"
                                          << "QWidget" << true;
        QTest::newRow("by its module") << "core/rules/totals.h"
                                       << "QtWidgets/QWidget" << true;
        QTest::newRow("by its old name") << "core/rules/totals.h"
                                         << "qwidget.h" << true;
        QTest::newRow("whole module") << "core/domain/invoice.h"
                                      << "QtGui" << true;
        QTest::newRow("network in a store") << "core/store/database.h"
                                            << "QNetworkReply" << true;
        QTest::newRow("network in the net") << "core/net/http.h"
                                            << "QNetworkReply" << false;
        QTest::newRow("font in a document") << "core/document/pdf.h"
                                            << "QFont" << false;
        QTest::newRow("widget in a document") << "core/document/pdf.h"
                                              << "QLabel" << true;
        QTest::newRow("text in a rule") << "core/rules/totals.h"
                                        << "QString" << false;
        QTest::newRow("not of Qt") << "core/rules/totals.h"
                                   << "optional" << false;
        QTest::newRow("widget in a page") << "ui/pages/list.h"
                                          << "QWidget" << false;
    }
    void aForbiddenPartOfQtIsSeen()
    {
        QFETCH(QString, path);
        QFETCH(QString, header);
        QFETCH(bool, forbidden);
        const Source source{path, QStringLiteral("#include <%1>\n").arg(header)};
        QCOMPARE(forbiddenIncludes(source, layers()).size(), forbidden ? 1 : 0);
    }

    void filesStayUnder500Lines()
    {
        QStringList bad;
        for (const Source &source : sources(product() << QStringLiteral("tests")))
            if (source.text.count(u'\n') > 500)
                bad.append(source.path);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void aPageOfRecordsIsOneShortFileAndOneLineOfTheCatalogue()
    {
        static const QRegularExpression maker(QStringLiteral("QWidget \\*(make\\w+)\\(Office"));
        QString catalogue;
        QList<Source> pages;
        for (const Source &source : sources({QStringLiteral("ui/pages")})) {
            if (source.path == QStringLiteral("ui/pages/catalogue.cpp"))
                catalogue = source.text;
            if (source.path.startsWith(QStringLiteral("ui/pages/records/")) &&
                source.path.endsWith(QStringLiteral("_page.cpp")))
                pages.append(source);
        }
        QVERIFY(pages.size() >= 5);
        for (const Source &page : std::as_const(pages)) {
            QVERIFY2(page.text.count(u'\n') <= 140, qPrintable(page.path));
            const QString made = maker.match(page.text).captured(1);
            QVERIFY2(!made.isEmpty() && catalogue.count(made) == 1, qPrintable(page.path));
        }
    }

    void everyFileBearsItsLicence()
    {
        QStringList bad;
        for (const Source &source : sources(product() << QStringLiteral("tests")))
            if (!source.text.startsWith(QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n")))
                bad.append(source.path);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void noFloatingPointNearMoney()
    {
        static const QRegularExpression floating(QStringLiteral("\\b(?:double|float)\\b"));
        const QStringList bad = linesThatMatch(sources({QStringLiteral("core/domain"), QStringLiteral("core/rules"),
                                                   QStringLiteral("core/store"), QStringLiteral("core/service")}),
            floating);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void nothingBlocksOrLoosens()
    {
        // Modal questions go through the two doors of the kit; nothing nests an event loop; TLS is verified.
        static const QRegularExpression banned(QStringLiteral(
            "\\b(?:QEventLoop|QMessageBox|waitForFinished|ignoreSslErrors|VerifyNone|processEvents)\\b"));
        const QStringList bad = linesThatMatch(sources(product()), banned);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void noPostPonedWork()
    {
        static const QRegularExpression betraying(QStringLiteral("\\b(?:TODO|FIXME|XXX|HACK)\\b"));
        const QStringList bad = linesThatMatch(sources(product()), betraying);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void onlyTheStoresSpeakSql()
    {
        static const QRegularExpression sql(QStringLiteral("#include <(?:QtSql/\\w+|QSql\\w*|sqlite3\\.h)>"));
        QStringList bad;
        for (const QString &line : linesThatMatch(sources(product()), sql))
            if (!line.startsWith(QStringLiteral("core/store/")) && !line.startsWith(QStringLiteral("core/sandbox/")) &&
                !line.startsWith(QStringLiteral("app/bench/")))
                bad.append(line);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(ArchTest)
#include "tst_arch.moc"
