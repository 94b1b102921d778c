// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house that a machine can check: layers, sizes, names, licences, words that betray unfinished work.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace
{

struct Layer {
    const char *folder;
    QStringList mayInclude; ///< folders of the project; its own is always allowed
};

QList<Layer> layers()
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts); };
    return {
        {"core/base", {}},
        {"core/domain", list("core/base")},
        {"core/rules", list("core/base core/domain")},
        {"core/store", list("core/base core/domain")},
        {"core/net", list("core/base core/domain")},
        {"core/document", list("core/base core/domain core/rules")},
        {"core/service", list("core/base core/domain core/rules core/store")},
        {"core/sandbox", list("core/base")},
        {"ui/kit", list("core/base core/domain")},
        {"ui/pages", list("core/base core/domain core/rules core/service core/document ui/kit")},
        {"ui/shell", list("core/base core/domain core/rules core/service core/document ui/kit ui/pages")},
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

/// Includes of @p source that its layer does not allow.
QStringList forbiddenIncludes(const Source &source, const QList<Layer> &rules)
{
    static const QRegularExpression include(QStringLiteral("#include \"((?:core|ui|app)/[^\"]+)\""));
    const Layer *mine = nullptr;
    for (const Layer &layer : rules)
        if (source.path.startsWith(QLatin1StringView(layer.folder) + u'/'))
            mine = &layer;
    if (mine == nullptr)
        return {};
    QStringList bad;
    for (auto it = include.globalMatch(source.text); it.hasNext();) {
        const QString target = it.next().captured(1);
        const QString folder = target.section(u'/', 0, 1);
        if (folder != QLatin1StringView(mine->folder) && !mine->mayInclude.contains(folder))
            bad.append(source.path + QStringLiteral(" includes ") + target);
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

    void filesStayUnder500Lines()
    {
        QStringList bad;
        for (const Source &source : sources(product() << QStringLiteral("tests")))
            if (source.text.count(u'\n') > 500)
                bad.append(source.path);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
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
        static const QRegularExpression sql(QStringLiteral("#include <QSql\\w*>"));
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
