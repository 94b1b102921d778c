// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desk.h"

#include "core/sandbox/credentials.h"
#include "ui/pages/issuing/issuing_page.h"

#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>

namespace gui
{

TestDesk::TestDesk() = default;

TestDesk::TestDesk(const QString &folder, const QString &password)
    : m_stays(folder)
    , m_password(password)
{
}

QString TestDesk::folder() const
{
    return (m_stays.isEmpty() ? m_folder.path() : m_stays) + u"/profile"_s;
}

TestDesk::~TestDesk()
{
    close();
}

void TestDesk::open(const QString &language, Scheme scheme)
{
    auto doors = std::make_unique<TestDoors>();
    m_doors = doors.get();
    m_desktop = std::make_unique<desktop::Desktop>(*qobject_cast<QApplication *>(qApp),
        desktop::Arguments{.folder = folder(), .language = language, .scheme = scheme, .text = {}}, std::move(doors));
    m_desktop->window().resize(1440, 880);
    m_desktop->begin();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestDesk::close()
{
    m_desktop.reset();
    m_doors = nullptr;
}

void TestDesk::setUp()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == u"setup.practise"_s,
        20000);
    press(Qt::Key_Space);
    auto *account = window().findChild<QLineEdit *>(u"setup.account"_s);
    QTRY_COMPARE(QApplication::focusWidget(), account);
    m_password = window().findChild<QLineEdit *>(u"setup.password"_s)->text();
    QVERIFY(m_password.size() >= 8);
    for (int field = 0; field < 4; ++field) // through all four; the last Enter submits
        press(Qt::Key_Return);
    waitForWorkbench();
}

/// The codes are read beside the window: a draft made without them can not be issued.
void TestDesk::waitForWorkbench()
{
    QTRY_VERIFY_WITH_TIMEOUT(window().workbench() != nullptr, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(page<IssuingPage>().sheet() != nullptr, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!office().classification()->rows().isEmpty(), 20000);
}

void TestDesk::signIn()
{
    const auto password = [this] { return window().findChild<QLineEdit *>(u"signin.password"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(password() != nullptr, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), password(), 20000); // the account is remembered
    QTest::keyClicks(password(), m_password);
    press(Qt::Key_Return);
    waitForWorkbench();
}

void TestDesk::control(const QString &what, const QByteArray &wish)
{
    const auto server = sandbox::runningServer(folder() + u"/sandbox"_s);
    QVERIFY(server.has_value());
    QUrl url = *server;
    url.setPath(u"/control/"_s + what);
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.post(request, wish);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void type(const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus != nullptr);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(focus, &event);
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus != nullptr);
    QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
}

void shoot(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("KP_SHOTS");
    if (folder.isEmpty())
        return;
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // of texts that have just changed
    QDir().mkpath(folder);
    QVERIFY(window.grab().save(folder + u'/' + name + u".png"_s));
}

} // namespace gui
