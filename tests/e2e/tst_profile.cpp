// SPDX-License-Identifier: GPL-3.0-or-later
// Making profiles and losing parts of them: what init leaves behind when it fails, what it refuses to mix, and what can
// still be done without the vault or with an empty database.
#include "core/base/files.h"
#include "tests/e2e/shop.h"

#include <QDir>
#include <QJsonDocument>

using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
QByteArray contentOf(const QString &path)
{
    return kp::readFile(path, 64 * 1024 * 1024).valueOr(QByteArray());
}

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}
} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        QVERIFY(platform.isRunning() || platform.start());
    }

    // -- a first init that fails

    void aFailedBeginningIsTakenBack_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("wrong key") << u"key"_s << u"00112233445566778899aabbccddeeff"_s << 5 << u"Check the API key"_s;
        QTest::newRow("no key") << u"key"_s << u"abc"_s << 5 << u"32 hexadecimal digits"_s;
        QTest::newRow("wrong connection") << u"platform_id"_s << QString(20, u'0') << 5 << QString(20, u'0');
        QTest::newRow("nobody listens") << u"url"_s << u"http://127.0.0.1:1/access/sandbox/v2/invoke"_s << 4
                                        << u"takes no connection"_s;
    }
    void aFailedBeginningIsTakenBack()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        QFETCH(const int, code);
        QFETCH(const QString, words);
        const QString profile = folder->filePath(u"a/b/profile"_s);
        const Ended failed = begin(profile, changed(member, value));
        QVERIFY2(failed.code == code, qPrintable(failed.words()));
        QVERIFY2(QString::fromUtf8(failed.err).contains(words), failed.err.constData());
        QVERIFY2(code == 4 || !failed.err.contains("try again"), failed.err.constData());
        QVERIFY2(!QFile::exists(folder->filePath(u"a"_s)), "something was left behind");
    }

    void aShortPasswordLeavesNothing()
    {
        const QString profile = folder->filePath(u"p"_s);
        QCOMPARE(cli({u"init"_s, u"--practice"_s, u"--profile"_s, profile}, cliEnvironment(u"short"_s)).code, 5);
        QVERIFY(!QFile::exists(profile));
    }

    void takingBackSparesWhatWasThere()
    {
        const QString profile = folder->path();
        QVERIFY(kp::writeFile(profile + u"/letter.txt"_s, "mine").ok());
        QVERIFY(QDir(profile).mkpath(u"sandbox"_s));
        QVERIFY(kp::writeFile(profile + u"/sandbox/notes.txt"_s, "mine too").ok());
        const QString wrong = changed(u"key"_s, u"00112233445566778899aabbccddeeff"_s);
        const QStringList before = entriesOf(profile);
        QCOMPARE(begin(profile, wrong).code, 5);
        QCOMPARE(entriesOf(profile), before);
        QCOMPARE(contentOf(profile + u"/sandbox/notes.txt"_s), QByteArray("mine too"));
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
    }

    void oneBadCompanyStoresNone()
    {
        const QString profile = folder->filePath(u"p"_s);
        const auto one = [this](int index) { return chosen([index](QJsonArray &all) { all = {all.at(index)}; }); };
        QCOMPARE(begin(profile, one(0)).code, 0);
        const QByteArray vault = contentOf(profile + u"/vault"_s);
        const QString mixed = chosen([](QJsonArray &all) {
            QJsonObject last = all.last().toObject();
            last.insert(u"tax_number"_s, u"91330106MA0DEM0133"_s);
            all.replace(all.size() - 1, last);
        });
        const Ended refused = begin(profile, mixed);
        QVERIFY2(refused.code == 5, qPrintable(refused.words()));
        QVERIFY2(refused.err.contains("91330106MA0DEM0133"), refused.err.constData());
        QCOMPARE(companiesOf(profile), 1);
        QCOMPARE(contentOf(profile + u"/vault"_s), vault);
        QCOMPARE(begin(profile, one(1)).code, 0); // a further company of the same platform
        QCOMPARE(companiesOf(profile), 2);
        QCOMPARE(begin(profile, one(0)).code, 0); // the same again
        QCOMPARE(companiesOf(profile), 2);
    }

    // -- practice and real

    void aRealProfileDoesNotPractise()
    {
        const QString profile = folder->filePath(u"p"_s);
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
        const QByteArray vault = contentOf(profile + u"/vault"_s);
        const QStringList before = entriesOf(profile);
        const Ended mixed = cli({u"init"_s, u"--practice"_s, u"--profile"_s, profile});
        QVERIFY2(mixed.code == 5, qPrintable(mixed.words()));
        QVERIFY2(mixed.err.contains("Make another profile"), mixed.err.constData());
        QCOMPARE(contentOf(profile + u"/vault"_s), vault);
        QCOMPARE(entriesOf(profile), before); // no folder of the practice platform
        const qsizetype issuedBefore = platform.ledger().size();
        const Ended issued = cli({u"issue"_s, sampleWorkbook(), u"--profile"_s, profile, u"--json"_s});
        QVERIFY2(issued.code == 0, qPrintable(issued.words()));
        QCOMPARE(platform.ledger().size(), issuedBefore + 13); // it went where the profile has always been
    }

    void aPracticeProfileStaysOne()
    {
        const QString profile = folder->filePath(u"p"_s);
        const QStringList practise{u"init"_s, u"--practice"_s, u"--profile"_s, profile};
        QCOMPARE(cli(practise).code, 0);
        const QByteArray vault = contentOf(profile + u"/vault"_s);
        const Ended mixed = begin(profile, platform.credentialsFile());
        QVERIFY2(mixed.code == 5, qPrintable(mixed.words()));
        QVERIFY2(mixed.err.contains("Make another profile"), mixed.err.constData());
        QCOMPARE(contentOf(profile + u"/vault"_s), vault);
        QCOMPARE(cli(practise).code, 0);
    }

    void oneFileIsForOnePlatform()
    {
        const QString profile = folder->filePath(u"p"_s);
        const QString mixed = chosen([](QJsonArray &all) {
            QJsonObject last = all.last().toObject();
            QJsonObject connection = last.value(u"connection"_s).toObject();
            connection.insert(u"url"_s, u"https://platform.example/access/v2/invoke"_s);
            last.insert(u"connection"_s, connection);
            all.replace(all.size() - 1, last);
        });
        const Ended refused = begin(profile, mixed);
        QVERIFY2(refused.code == 5, qPrintable(refused.words()));
        QVERIFY2(refused.err.contains("different platforms"), refused.err.constData());
        QVERIFY(!QFile::exists(profile));
    }

    // -- without the vault

    void theBooksOpenWithoutTheVault_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("lost") << false;
        QTest::newRow("cut") << true;
    }
    void theBooksOpenWithoutTheVault()
    {
        QFETCH(const bool, damaged);
        const QString profile = folder->filePath(u"p"_s);
        const QStringList at{u"--profile"_s, profile};
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
        const Ended issued = cli(QStringList{u"issue"_s, sampleWorkbook(), u"--json"_s} + at);
        const QString number = issued.json().value(u"invoices"_s)[0][u"number"_s].toString();
        QVERIFY(!number.isEmpty());

        QFile vault(profile + u"/vault"_s);
        QVERIFY(damaged ? vault.resize(vault.size() / 2) : vault.remove());
        const QByteArray cut = contentOf(vault.fileName());
        QCOMPARE(cli(QStringList{u"list"_s} + at, cliEnvironment(u"not the password"_s)).code, 3);
        const QString pdf = folder->filePath(u"one.pdf"_s);
        for (const QStringList &verb : {QStringList{u"list"_s}, QStringList{u"show"_s, number},
                 QStringList{u"verify"_s}, QStringList{u"status"_s}, QStringList{u"pdf"_s, number, u"-o"_s, pdf}}) {
            const Ended read = cli(verb + at);
            QVERIFY2(read.code == 0, qPrintable(read.words()));
            QVERIFY2(read.err.contains("API keys of these connections are lost"), read.err.constData());
            QCOMPARE(read.err.count('\n'), 1);
        }
        QCOMPARE(contentOf(vault.fileName()), cut); // reading makes and mends nothing
        const Ended sending = cli(QStringList{u"issue"_s, sampleWorkbook(), u"--wait"_s, u"1"_s} + at);
        QVERIFY2(sending.err.contains("entered again"), sending.err.constData());

        const Ended again = begin(profile, platform.credentialsFile());
        QVERIFY2(again.code == 0, qPrintable(again.words()));
        const QStringList aside = entriesOf(profile).filter(u"vault.damaged-"_s);
        QCOMPARE(aside.size(), damaged ? 1 : 0);
        if (damaged)
            QCOMPARE(contentOf(profile + u'/' + aside.constFirst()), cut);
        const Ended after = cli(QStringList{u"issue"_s, sampleWorkbook(), u"--json"_s} + at);
        QVERIFY2(after.code == 0, qPrintable(after.words()));
        QCOMPARE(after.err, QByteArray());
    }

    void aStrangersVaultIsNotReplaced()
    {
        const QString profile = folder->filePath(u"p"_s);
        const QString other = folder->filePath(u"q"_s);
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
        QCOMPARE(cli({u"init"_s, u"--credentials"_s, platform.credentialsFile(), u"--profile"_s, other},
                     cliEnvironment(u"another password"_s))
                     .code,
            0);
        const QByteArray strange = contentOf(other + u"/vault"_s);
        QVERIFY(kp::writeFile(profile + u"/vault"_s, strange, true).ok());
        QCOMPARE(cli({u"list"_s, u"--profile"_s, profile}).code, 0);
        const Ended refused = begin(profile, platform.credentialsFile());
        QVERIFY2(refused.code == 3, qPrintable(refused.words()));
        QVERIFY2(refused.err.contains("move it away"), refused.err.constData());
        QCOMPARE(contentOf(profile + u"/vault"_s), strange);
    }

    // -- an empty database

    void anEmptyDatabaseBesideAVaultIsNamed()
    {
        const QString profile = folder->filePath(u"p"_s);
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
        const QByteArray vault = contentOf(profile + u"/vault"_s);
        QVERIFY(QFile::resize(profile + u"/kaipiao.db"_s, 0));
        for (const Ended &ended :
            {cli({u"list"_s, u"--profile"_s, profile}), begin(profile, platform.credentialsFile())}) {
            QVERIFY2(ended.code == 6, qPrintable(ended.words()));
            QVERIFY2(ended.err.contains("is empty, and the vault beside it"), ended.err.constData());
        }
        QCOMPARE(QFile(profile + u"/kaipiao.db"_s).size(), 0); // nothing is made of it
        QCOMPARE(contentOf(profile + u"/vault"_s), vault);
    }

    void anEmptyDatabaseIsNamed()
    {
        const QString profile = folder->path();
        QVERIFY(kp::writeFile(profile + u"/kaipiao.db"_s, QByteArray("")).ok());
        const Ended ended = cli({u"list"_s, u"--profile"_s, profile});
        QVERIFY2(ended.code == 5, qPrintable(ended.words()));
        QVERIFY2(ended.err.contains("nobody has an account yet"), ended.err.constData());
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
    }

    // -- what goes where

    void aServerWithoutSessionIsQuiet()
    {
        QProcessEnvironment bare = cliEnvironment();
        bare.remove(u"XDG_RUNTIME_DIR"_s);
        const QString profile = folder->filePath(u"p"_s);
        const Ended made = cli({u"init"_s, u"--practice"_s, u"--profile"_s, profile}, bare);
        QVERIFY2(made.code == 0, qPrintable(made.words()));
        QCOMPARE(made.err, QByteArray());
        bare.insert(u"XDG_RUNTIME_DIR"_s, u"/dev/null"_s); // another of Qt's complaints is not swallowed
        QVERIFY(!cli({u"--help"_s}, bare).err.isEmpty());
    }

    void theLogTellsWhatHappened()
    {
        const QString profile = folder->filePath(u"p"_s);
        QCOMPARE(begin(profile, platform.credentialsFile()).code, 0);
        const QString key = u"00112233445566778899aabbccddeeff"_s;
        QCOMPARE(begin(profile, changed(u"key"_s, key)).code, 5);
        platform.control("faults", R"([{"kind":"force_failed","operation":"QDFPSC","times":1}])");
        const Ended refused = cli(
            {u"issue"_s, sampleWorkbook(), u"--profile"_s, profile, u"--marked"_s, folder->filePath(u"marked.xlsx"_s)});
        QCOMPARE(refused.code, 1);
        const QString log = QString::fromUtf8(contentOf(profile + u"/kaipiao.log"_s));
        for (const QString &words : {u"Check the API key"_s, u"RequestId"_s, u"init ended with exit code 5"_s,
                 u"练习平台按要求判为上传失败"_s, u"SAMPLE-0001"_s, u"issue ended with exit code 1"_s})
            QVERIFY2(log.contains(words), qPrintable(words + u'\n' + log));
        for (const QString &secret : {key, u"practise-at-home"_s, keyOfPlatform()})
            QVERIFY2(!log.contains(secret, Qt::CaseInsensitive), qPrintable(log));
    }

private:
    static Ended begin(const QString &profile, const QString &credentials)
    {
        return cli({u"init"_s, u"--credentials"_s, credentials, u"--profile"_s, profile});
    }
    [[nodiscard]] static int companiesOf(const QString &profile)
    {
        const Ended status = cli({u"status"_s, u"--profile"_s, profile, u"--json"_s});
        return static_cast<int>(status.json().value(u"companies"_s).toArray().size());
    }
    [[nodiscard]] QJsonArray credentials()
    {
        return QJsonDocument::fromJson(contentOf(platform.credentialsFile())).object().value(u"companies"_s).toArray();
    }
    [[nodiscard]] QString keyOfPlatform() { return credentials()[0][u"connection"_s][u"key"_s].toString(); }
    /// The platform's credentials, changed.
    template<class F>
    [[nodiscard]] QString chosen(F change)
    {
        QJsonArray all = credentials();
        change(all);
        const QTemporaryDir &place = others;
        const QString path = place.filePath(u"credentials-%1.json"_s.arg(++files));
        const QByteArray json = QJsonDocument(QJsonObject{{u"companies"_s, all}}).toJson();
        return kp::writeFile(path, json).ok() ? path : QString();
    }
    /// With another member in the connection of the first company.
    [[nodiscard]] QString changed(const QString &member, const QString &value)
    {
        return chosen([&](QJsonArray &all) {
            QJsonObject first = all.first().toObject();
            QJsonObject connection = first.value(u"connection"_s).toObject();
            connection.insert(member, value);
            first.insert(u"connection"_s, connection);
            all.replace(0, first);
        });
    }

    SandboxProgram platform;
    QTemporaryDir others;
    int files = 0;
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
