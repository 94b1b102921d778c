// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/net/secrets/aead.h"
#include "core/net/secrets/vault.h"
#include "tests/net/settled.h"

#ifdef KP_HAVE_KEYCHAIN
#include "core/net/secrets/keychain.h"
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kp;

namespace
{
const KeyCost cheap{.memoryKiB = 64, .passes = 1, .lanes = 1};
const QString name = QStringLiteral("connection/c0ffee");

Secret secret(const char *text)
{
    return Secret(QByteArray(text));
}

QByteArray contentOf(const QString &path)
{
    return readFile(path, 1'000'000).valueOr({});
}

/// Replaces the first character of a member's value.
QByteArray tampered(QByteArray content, const QByteArray &member)
{
    const auto at = content.indexOf('"' + member + "\": \"") + member.size() + 5;
    content[at] = content.at(at) == 'A' ? 'B' : 'A';
    return content;
}
} // namespace

#define COMPARE_FAULT(result, expected)                                                                                \
    do {                                                                                                               \
        const auto &kpResult = (result);                                                                               \
        QVERIFY2(!kpResult.ok(), "success where a fault was expected");                                                \
        QCOMPARE(kpResult.fault().kind, FaultKind::expected);                                                          \
        QVERIFY(!kpResult.fault().message.isEmpty());                                                                  \
    } while (false)
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &kpOk = (result);                                                                                   \
        QVERIFY2(kpOk.ok(), kpOk.ok() ? "" : qPrintable(kpOk.fault().message + kpOk.fault().detail));                  \
    } while (false)

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sealsAsTheStandardDoes();
    void noticesChangedSeal();
    void hashesPasswords();
    void defaultCostIsSlowEnough();
    void refusesInsaneCosts();
    void keepsSecrets();
    void opensForEachUser();
    void changesPassword();
    void removesUsersButTheLast();
    void lockedVaultGivesNothing();
    void renewsWhatIsLostOrDamaged_data();
    void renewsWhatIsLostOrDamaged();
    void neverRenewsASoundVault();
    void newerVaultIsLeftAlone();
    void noticesTampering_data();
    void noticesTampering();
    void noticesForgedUser();
    void writesNothingPlain();
    void seesWhatAnotherProgramWrote();
#ifdef KP_HAVE_KEYCHAIN
    void keychainAnswersClearly();
#endif

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSecrets::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("profile.vault"));
}

void TestSecrets::sealsAsTheStandardDoes()
{
    // AES-256-GCM of the GCM specification (McGrew, Viega), test case 13: no text, zero key and nonce.
    const QByteArray sealed = QByteArray(12, '\0') + QByteArray::fromHex("530f8afbc74536b9a963b4f1c4cb738b");
    const Secret zeros(QByteArray(32, '\0'));
    QVERIFY(aeadOpened(sealed, zeros, QByteArray()));
    QVERIFY(aeadOpened(sealed, zeros, QByteArray())->isEmpty());
    // Test case 14: one block of zeros.
    const QByteArray block = QByteArray(12, '\0') + QByteArray::fromHex("cea7403d4d606b6e074ec5d3baf39d18"
                                                                        "d0d1c8a799996bf0265b98b5d48ab919");
    QCOMPARE(aeadOpened(block, zeros, QByteArray())->reveal(), QByteArray(16, '\0'));
}

void TestSecrets::noticesChangedSeal()
{
    const Secret key(QByteArray(32, 'k'));
    const auto sealed = aeadSealed(secret("words"), key, "owner");
    VERIFY_OK(sealed);
    QCOMPARE(aeadOpened(*sealed, key, "owner")->reveal(), QByteArray("words"));
    for (qsizetype at = 0; at < sealed->size(); ++at) {
        QByteArray changed = *sealed;
        changed[at] = static_cast<char>(changed.at(at) ^ 1);
        QVERIFY(!aeadOpened(changed, key, "owner"));
    }
    QVERIFY(!aeadOpened(*sealed, key, "other"));
    QVERIFY(!aeadOpened(*sealed, Secret(QByteArray(32, 'x')), "owner"));
    QVERIFY(!aeadOpened(sealed->left(27), key, "owner"));
    QVERIFY(*aeadSealed(secret("words"), key, "owner") != *sealed); // another nonce each time
    COMPARE_FAULT(aeadSealed(secret("words"), Secret(QByteArray(16, 'k')), "owner"), Internal);
}

void TestSecrets::hashesPasswords()
{
    const auto hash = passwordHash(secret("correct horse"), cheap);
    VERIFY_OK(hash);
    QVERIFY2(hash->startsWith(QStringLiteral("$argon2id$v=19$m=64,t=1,p=1$")), qPrintable(*hash));
    QVERIFY(passwordMatches(*hash, secret("correct horse")));
    QVERIFY(!passwordMatches(*hash, secret("correct hors")));
    QVERIFY(!passwordMatches(*hash, Secret()));
    QVERIFY(!passwordMatches(QStringLiteral("nonsense"), secret("correct horse")));
    QVERIFY(!passwordMatches(QString(), secret("")));
    QVERIFY(*passwordHash(secret("correct horse"), cheap) != *hash); // a salt of its own
    // A vector of the reference program.
    QVERIFY(passwordMatches(
        QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        secret("password")));
}

void TestSecrets::defaultCostIsSlowEnough()
{
    // OWASP's floor for Argon2id is 19 MiB and two passes.
    QVERIFY(KeyCost().memoryKiB >= 64 * 1024);
    QVERIFY(KeyCost().passes >= 3);
    QVERIFY(KeyCost().isSane());
    const auto hash = passwordHash(secret("correct horse"));
    VERIFY_OK(hash);
    QVERIFY(hash->contains(QStringLiteral("$m=65536,t=3,p=1$")));
    QVERIFY(passwordMatches(*hash, secret("correct horse")));
}

void TestSecrets::refusesInsaneCosts()
{
    QVERIFY(cheap.isSane());
    for (const KeyCost &cost : {KeyCost{7, 1, 1}, KeyCost{64, 0, 1}, KeyCost{64, 1, 0}, KeyCost{64, 1, 9},
             KeyCost{1 << 30, 1, 1}, KeyCost{64, 1000, 1}, KeyCost{-1, -1, -1}})
        QVERIFY(!cost.isSane());
}

void TestSecrets::keepsSecrets()
{
    const QByteArray binary = QByteArray::fromHex("00ff0a0d22");
    Vault vault(m_path, cheap);
    QVERIFY(!vault.exists());
    COMPARE_FAULT(vault.unlock(QStringLiteral("admin"), secret("one")), NotFound);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    QVERIFY(vault.exists() && vault.isUnlocked());
    COMPARE_FAULT(vault.create(QStringLiteral("admin"), secret("two")), Conflict);
    COMPARE_FAULT(settled(vault.read(name)), NotFound);
    VERIFY_OK(settled(vault.write(name, Secret(binary))));
    VERIFY_OK(settled(vault.write(QStringLiteral("mail"), secret("p"))));
    VERIFY_OK(settled(vault.write(QStringLiteral("mail"), secret("q"))));

    Vault reopened(m_path);
    VERIFY_OK(reopened.unlock(QStringLiteral("admin"), secret("one")));
    QCOMPARE(settled(reopened.read(name))->reveal(), binary);
    QCOMPARE(settled(reopened.read(QStringLiteral("mail")))->reveal(), QByteArray("q"));
    VERIFY_OK(settled(reopened.remove(QStringLiteral("mail"))));
    COMPARE_FAULT(settled(reopened.read(QStringLiteral("mail"))), NotFound);
    COMPARE_FAULT(settled(reopened.remove(QStringLiteral("mail"))), NotFound);
    QCOMPARE(settled(reopened.read(name))->reveal(), binary);
}

void TestSecrets::opensForEachUser()
{
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    VERIFY_OK(settled(vault.write(name, secret("key"))));
    VERIFY_OK(vault.addUser(QStringLiteral(u"李样例"), secret("two")));

    Vault second(m_path, cheap);
    COMPARE_FAULT(second.unlock(QStringLiteral(u"李样例"), secret("one")), Denied);
    COMPARE_FAULT(second.unlock(QStringLiteral("nobody"), secret("two")), Denied);
    COMPARE_FAULT(second.unlock(QStringLiteral("admin"), Secret()), Denied);
    QVERIFY(!second.isUnlocked());
    VERIFY_OK(second.unlock(QStringLiteral(u"李样例"), secret("two")));
    QCOMPARE(settled(second.read(name))->reveal(), QByteArray("key"));
    VERIFY_OK(second.addUser(QStringLiteral("admin"), secret("new"))); // forgotten, given anew
    Vault third(m_path, cheap);
    COMPARE_FAULT(third.unlock(QStringLiteral("admin"), secret("one")), Denied);
    VERIFY_OK(third.unlock(QStringLiteral("admin"), secret("new")));
}

void TestSecrets::changesPassword()
{
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    VERIFY_OK(settled(vault.write(name, secret("key"))));
    vault.lock();
    COMPARE_FAULT(vault.changePassword(QStringLiteral("admin"), secret("no"), secret("two")), Denied);
    VERIFY_OK(vault.changePassword(QStringLiteral("admin"), secret("one"), secret("two")));
    QVERIFY(!vault.isUnlocked());
    COMPARE_FAULT(vault.unlock(QStringLiteral("admin"), secret("one")), Denied);
    VERIFY_OK(vault.unlock(QStringLiteral("admin"), secret("two")));
    QCOMPARE(settled(vault.read(name))->reveal(), QByteArray("key"));
}

void TestSecrets::removesUsersButTheLast()
{
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    VERIFY_OK(vault.addUser(QStringLiteral("clerk"), secret("two")));
    COMPARE_FAULT(vault.removeUser(QStringLiteral("nobody")), NotFound);
    VERIFY_OK(vault.removeUser(QStringLiteral("clerk")));
    COMPARE_FAULT(vault.removeUser(QStringLiteral("admin")), Conflict);
    COMPARE_FAULT(Vault(m_path).unlock(QStringLiteral("clerk"), secret("two")), Denied);
    VERIFY_OK(Vault(m_path).unlock(QStringLiteral("admin"), secret("one")));
}

void TestSecrets::lockedVaultGivesNothing()
{
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    VERIFY_OK(settled(vault.write(name, secret("key"))));
    const QByteArray before = contentOf(m_path);
    vault.lock();
    COMPARE_FAULT(settled(vault.read(name)), Denied);
    COMPARE_FAULT(settled(vault.write(name, secret("other"))), Denied);
    COMPARE_FAULT(settled(vault.remove(name)), Denied);
    COMPARE_FAULT(vault.addUser(QStringLiteral("clerk"), secret("two")), Denied);
    COMPARE_FAULT(vault.removeUser(QStringLiteral("admin")), Denied);
    QCOMPARE(contentOf(m_path), before);
}

void TestSecrets::renewsWhatIsLostOrDamaged_data()
{
    QTest::addColumn<QByteArray>("left"); // what is left of the file; null: nothing
    QTest::newRow("lost") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut") << QByteArray("{\"format\": \"kaipiao-vault\", \"version\": 1, \"us");
    QTest::newRow("zeros") << QByteArray(700, '\0');
}

void TestSecrets::renewsWhatIsLostOrDamaged()
{
    QFETCH(QByteArray, left);
    const bool lost = left.isNull();
    if (!lost)
        VERIFY_OK(writeFile(m_path, left));
    const auto aside = [this] { return QDir(m_folder->path()).entryList({QStringLiteral("profile.vault.damaged-*")}); };
    Vault vault(m_path, cheap);
    QCOMPARE(vault.unlockOrRenew(QStringLiteral("admin"), secret("one")).fault().kind,
        lost ? FaultKind::NotFound : FaultKind::Storage);
    QCOMPARE(settled(vault.read(name)).fault().kind, lost ? FaultKind::NotFound : FaultKind::Storage);
    QCOMPARE(vault.exists(), !lost); // reading changes nothing
    QVERIFY(aside().isEmpty());

    VERIFY_OK(settled(vault.write(name, secret("key"))));
    QCOMPARE(aside().size(), lost ? 0 : 1);
    if (!lost)
        QCOMPARE(contentOf(m_folder->filePath(aside().constFirst())), left);
    Vault reopened(m_path);
    VERIFY_OK(reopened.unlock(QStringLiteral("admin"), secret("one")));
    QCOMPARE(settled(reopened.read(name))->reveal(), QByteArray("key"));
}

void TestSecrets::neverRenewsASoundVault()
{
    VERIFY_OK(Vault(m_path, cheap).create(QStringLiteral("admin"), secret("one")));
    const QByteArray sound = contentOf(m_path);
    Vault stranger(m_path, cheap);
    COMPARE_FAULT(stranger.unlockOrRenew(QStringLiteral("clerk"), secret("two")), Denied);
    COMPARE_FAULT(settled(stranger.write(name, secret("key"))), Denied);
    QCOMPARE(contentOf(m_path), sound);

    // Lost at signing in, and brought back from a backup before the key is entered: it is used as it is.
    QVERIFY(QFile::remove(m_path));
    Vault vault(m_path, cheap);
    COMPARE_FAULT(vault.unlockOrRenew(QStringLiteral("admin"), secret("one")), NotFound);
    VERIFY_OK(writeFile(m_path, sound));
    VERIFY_OK(settled(vault.write(name, secret("key"))));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);

    // Locked on purpose: nothing is made any more.
    vault.lock();
    QVERIFY(QFile::remove(m_path));
    COMPARE_FAULT(settled(vault.write(name, secret("key"))), Denied);
    QVERIFY(!vault.exists());
}

void TestSecrets::newerVaultIsLeftAlone()
{
    VERIFY_OK(Vault(m_path, cheap).create(QStringLiteral("admin"), secret("one")));
    const QByteArray newer = contentOf(m_path).replace("\"version\": 1", "\"version\": 2");
    VERIFY_OK(writeFile(m_path, newer));
    Vault vault(m_path, cheap);
    COMPARE_FAULT(vault.unlockOrRenew(QStringLiteral("admin"), secret("one")), Invalid);
    COMPARE_FAULT(settled(vault.write(name, secret("key"))), Invalid);
    QCOMPARE(contentOf(m_path), newer);
}

void TestSecrets::noticesTampering_data()
{
    QTest::addColumn<QByteArray>("member"); // whose first character is changed; empty: the file is cut
    for (const char *member : {"", "salt", "wrapped_key", "secrets", "digest", "account", "format"})
        QTest::newRow(*member == '\0' ? "cut" : member) << QByteArray(member);
}

void TestSecrets::noticesTampering()
{
    QFETCH(QByteArray, member);
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("xadmin"), secret("one")));
    VERIFY_OK(settled(vault.write(name, secret("key"))));
    const QByteArray good = contentOf(m_path);
    const QByteArray bad = member.isEmpty() ? good.left(good.size() / 2) : tampered(good, member);
    QVERIFY(bad != good);
    VERIFY_OK(writeFile(m_path, bad));
    COMPARE_FAULT(Vault(m_path).unlock(QStringLiteral("xadmin"), secret("one")), Storage);
    COMPARE_FAULT(settled(vault.read(name)), Storage); // also for who is in already
    COMPARE_FAULT(settled(vault.write(name, secret("x"))), Storage);
    QCOMPARE(contentOf(m_path), bad); // and nothing is written over it
}

void TestSecrets::noticesForgedUser()
{
    // A consistent file of another vault, with the secrets of this one moved in: only the tag can tell.
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("one")));
    const QString otherPath = m_folder->filePath(QStringLiteral("other.vault"));
    Vault other(otherPath, cheap);
    VERIFY_OK(other.create(QStringLiteral("admin"), secret("mine")));
    VERIFY_OK(writeFile(m_path, contentOf(otherPath)));
    COMPARE_FAULT(settled(vault.read(name)), Storage);
    COMPARE_FAULT(vault.addUser(QStringLiteral("clerk"), secret("two")), Storage);
}

void TestSecrets::writesNothingPlain()
{
    const QByteArray words = "0123456789abcdeffedcba9876543210";
    Vault vault(m_path, cheap);
    VERIFY_OK(vault.create(QStringLiteral("admin"), secret("correct horse")));
    VERIFY_OK(settled(vault.write(name, Secret(words))));
    const QByteArray content = contentOf(m_path);
    QVERIFY(!content.isEmpty());
    for (const QByteArray &plain : {words, QByteArray::fromHex(words), QByteArray("correct horse"), name.toUtf8()}) {
        QVERIFY(!content.contains(plain));
        QVERIFY(!content.contains(plain.toBase64()));
    }
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
}

void TestSecrets::seesWhatAnotherProgramWrote()
{
    Vault one(m_path, cheap);
    VERIFY_OK(one.create(QStringLiteral("admin"), secret("one")));
    Vault two(m_path, cheap);
    VERIFY_OK(two.unlock(QStringLiteral("admin"), secret("one")));
    VERIFY_OK(settled(one.write(QStringLiteral("a"), secret("1"))));
    VERIFY_OK(settled(two.write(QStringLiteral("b"), secret("2"))));
    QCOMPARE(settled(one.read(QStringLiteral("b")))->reveal(), QByteArray("2"));
    QCOMPARE(settled(two.read(QStringLiteral("a")))->reveal(), QByteArray("1"));
}

#ifdef KP_HAVE_KEYCHAIN
void TestSecrets::keychainAnswersClearly()
{
    Keychain keychain(QStringLiteral("kaipiao-test"));
    COMPARE_FAULT(settled(keychain.write(name, Secret(QByteArray(Keychain::largestSecret + 1, 'x')))), Invalid);
    const QString entry = QStringLiteral("tst_secrets");
    if (Keychain::available()) {
        VERIFY_OK(settled(keychain.write(entry, secret("value"))));
        QCOMPARE(settled(keychain.read(entry))->reveal(), QByteArray("value"));
        VERIFY_OK(settled(keychain.remove(entry)));
        COMPARE_FAULT(settled(keychain.read(entry)), NotFound);
    } else {
        COMPARE_FAULT(settled(keychain.read(entry)), Storage);
        COMPARE_FAULT(settled(keychain.write(entry, secret("value"))), Storage);
        COMPARE_FAULT(settled(keychain.remove(entry)), Storage);
    }
}
#endif

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
