// SPDX-License-Identifier: GPL-3.0-or-later
// The first start with a connection of one's own: what the tax office gave is entered, verified and kept.
#include "tests/gui/desk.h"

#include "core/sandbox/server_thread.h"
#include "ui/kit/banner.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/shell/setup_forms.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>

using namespace gui;

class GuiSetup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProgramSaysHowItIsCalled();
    void connectsAfterVerifying();
    void findsPagesByName();
    void entersLostKeysAgain();

private:
    template<class T>
    T *part(const QString &name)
    {
        return m_desk.window().findChild<T *>(name);
    }
    void fill(const QString &name, const QString &text)
    {
        auto *edit = part<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        type(text);
        Q_EMIT edit->textEdited(edit->text()); // an input method's commit is an edit by the person
    }
    void makeAdministrator();
    TestDesk m_desk;
};

void GuiSetup::theProgramSaysHowItIsCalled()
{
    QProcess program;
    program.start(QStringLiteral(KP_BIN_DIR "/kaipiao"), {u"--help"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    const QByteArray said = program.readAllStandardOutput();
    QVERIFY2(said.startsWith("Usage: kaipiao [options]"), said.constData());
}

void GuiSetup::makeAdministrator()
{
    m_desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(u"setup.connect"_s) != nullptr, 20000);
    QTRY_VERIFY(part<QPushButton>(u"setup.connect"_s)->isVisible());
    part<QPushButton>(u"setup.connect"_s)->click();
    fill(u"setup.account"_s, u"accountant"_s);
    fill(u"setup.name"_s, u"演练会计"_s);
    fill(u"setup.password"_s, u"long enough"_s);
    fill(u"setup.again"_s, u"another one"_s);
    part<QPushButton>(u"setup.make"_s)->click();
    auto *form = m_desk.window().findChild<AdministratorForm *>();
    QTRY_VERIFY(form->banner()->isVisible()); // the passwords differ
    fill(u"setup.again"_s, u"long enough"_s);
    part<QPushButton>(u"setup.make"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLineEdit>(u"connect.taxNumber"_s)->isVisible(), 20000);
}

void GuiSetup::connectsAfterVerifying()
{
    QTemporaryDir platform;
    sandbox::ServerThread server({.dataDir = platform.path()});
    QVERIFY(server.start().ok());
    const sandbox::Credential known = server.credentials().constFirst();
    makeAdministrator();
    if (QTest::currentTestFailed())
        return;
    auto *form = m_desk.window().findChild<ConnectionForm *>();
    const auto centreOf = [](const QWidget *part) { return part->mapToGlobal(part->rect().center()).x(); };
    auto *practise = part<QPushButton>(u"connect.practise"_s);
    QTRY_COMPARE(practise->visibleRegion().boundingRect(), practise->rect()); // as high as its texts
    QTRY_VERIFY(std::abs(centreOf(form) - centreOf(m_desk.window().findChild<QScrollArea *>()->viewport())) <= 1);
    Banner *banner = form->banner();
    auto *verify = part<QPushButton>(u"connect.verify"_s);
    auto *save = part<QPushButton>(u"connect.save"_s);
    const auto refuses = [&] {
        verify->click();
        QTRY_VERIFY_WITH_TIMEOUT(verify->isEnabled() && banner->isVisible(), 60000);
        QVERIFY(!banner->text().isEmpty());
        QVERIFY(!save->isEnabled());
        banner->dismiss();
    };
    fill(u"connect.taxNumber"_s, known.taxNumber);
    fill(u"connect.companyId"_s, known.platformId);
    fill(u"connect.connectionId"_s, known.connectionPlatformId);
    fill(u"connect.url"_s, known.url.toString());
    fill(u"connect.key"_s, u"not a key"_s);
    refuses();
    fill(u"connect.key"_s, u"00112233445566778899aabbccddeeff"_s); // a key, but not this one
    refuses();
    fill(u"connect.key"_s, known.keyHex);
    fill(u"connect.url"_s, u"http://127.0.0.1:1/access/sandbox/v2/invoke"_s); // nobody listens
    refuses();
    fill(u"connect.url"_s, u"http://example.invalid/access/v2/invoke"_s); // a key never travels without TLS
    refuses();

    fill(u"connect.url"_s, known.url.toString() + u'/');
    verify->click();
    QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), 20000);
    auto *taxpayer = part<QLabel>(u"connect.taxpayer"_s);
    QVERIFY(taxpayer->text().contains(known.name));
    QTRY_VERIFY(taxpayer->height() >= taxpayer->heightForWidth(taxpayer->width())); // all of its lines
    shoot(m_desk.window(), u"connect"_s);
    save->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.window().workbench() != nullptr, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.page<IssuingPage>().sheet() != nullptr, 20000);
    QCOMPARE(m_desk.office().company()->company.party.taxNumber, known.taxNumber);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_desk.office().stock() && m_desk.office().stock()->numbers >= 100 && m_desk.office().stock()->credit > Money(),
        20000);
    QTRY_COMPARE(m_desk.office().link().state, PlatformLink::State::Reached);
}

void GuiSetup::findsPagesByName()
{
    press(Qt::Key_K, Qt::ControlModifier);
    auto *text = part<QLineEdit>(u"search.text"_s);
    QTRY_COMPARE(QApplication::focusWidget(), text);
    QTest::keyClicks(text, u"find"_s);
    auto *found = part<QListWidget>(u"search.list"_s);
    QVERIFY(found != nullptr);
    QTRY_VERIFY(found->count() == 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk.window().workbench()->currentPage()->objectName(), u"invoices"_s);
}

/// The vault is gone: the books open all the same, a banner tells of it, and its button leads to the keys.
void GuiSetup::entersLostKeysAgain()
{
    m_desk.close();
    TestDesk desk;
    desk.open();
    desk.setUp();
    desk.close();
    const QString vault = desk.folder() + u"/vault"_s;
    QVERIFY(QFile::remove(vault));

    desk.open();
    desk.signIn();
    if (QTest::currentTestFailed())
        return;
    Banner *banner = desk.window().workbench()->banner();
    QTRY_VERIFY(banner->isVisible());
    const QString taxpayer = u"演练云杉科技有限公司"_s;
    QVERIFY2(banner->text().contains(taxpayer) || banner->text().contains(u"more"_s), qPrintable(banner->text()));
    QVERIFY2(!banner->text().contains(desk.folder()), "no paths before a clerk");
    auto *text = banner->findChild<QLabel *>(u"banner.text"_s);
    QVERIFY2(text->toolTip().contains(vault), qPrintable(text->toolTip())); // whoever mends it needs them
    shoot(desk.window(), u"keys-lost"_s);
    banner->findChild<QPushButton *>(u"banner.action"_s)->click();
    QPushButton *practise = nullptr;
    QTRY_VERIFY((practise = desk.window().findChild<QPushButton *>(u"connect.practise"_s)) != nullptr);
    QTRY_VERIFY(practise->isVisible());
    QVERIFY(!QFile::exists(vault)); // not before a key is entered
    practise->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().workbench() != nullptr, 30000);
    QVERIFY(QFile::exists(vault));
    QVERIFY(!desk.window().workbench()->banner()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(desk.page<IssuingPage>().sheet() != nullptr, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.office().link().state, PlatformLink::State::Reached, 20000);
}

QTEST_MAIN(GuiSetup)
#include "tst_gui_setup.moc"
