// SPDX-License-Identifier: GPL-3.0-or-later
// Seller and buyer against each other: two profiles, each with its window, on one practice platform; by keyboard.
#include "tests/gui/red_hands.h"

#include "app/profile/profile.h"
#include "core/sandbox/credentials.h"
#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/red/apply_page.h"
#include "ui/pages/red/form_page.h"
#include "ui/pages/red/invoice_page.h"
#include "ui/pages/red/red_page.h"

#include <QLineEdit>
#include <QPushButton>

using namespace gui;

namespace
{
const QByteArray buyersPassword = "practise-as-buyer";
const QString buyersNumber = u"91310000YL0000020U"_s;

void toFront(TestDesk &desk)
{
    desk.window().activateWindow();
    desk.window().raise();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
}
} // namespace

class GuiRedSides : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E2_theBuyerAppliesAndTheSellerConfirms();
    void E3_theSellerAppliesAndTheBuyerRefuses();
    void E2_anInvoiceThatIsNotAsEnteredIsRefused();

private:
    void connectBuyer();
    /// Goes through the wizard to the reasons, as the buyer.
    void enterInvoice(const QString &number, const QString &gross);
    QTemporaryDir m_folder;
    TestDesk m_seller;
    TestDesk m_buyer{m_folder.path(), QString::fromLatin1(buyersPassword)};
    RedHands m_sells{m_seller};
    RedHands m_buys{m_buyer};
};

void GuiRedSides::initTestCase()
{
    m_seller.open();
    m_seller.setUp();
    connectBuyer();
    m_buyer.open();
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"signin.account"_s, 20000); // it is not remembered yet
    type(u"buyer"_s);
    press(Qt::Key_Return);
    m_buyer.signIn();
    QTRY_COMPARE(m_buyer.office().companies().size(), 1);
}

/// The buyer's books know the platform that is built into the seller's program by its address and a key of its own.
void GuiRedSides::connectBuyer()
{
    const auto server = sandbox::runningServer(m_seller.folder() + u"/sandbox"_s);
    QVERIFY(server.has_value());
    const auto all = sandbox::readCredentials(m_seller.folder() + u"/sandbox"_s, *server);
    QVERIFY(all.ok());
    QList<service::CompanyCredentials> mine;
    for (const sandbox::Credential &one : *all)
        if (one.taxNumber == buyersNumber)
            mine.append({one.name, one.taxNumber, one.platformId, one.connectionPlatformId,
                Secret(QByteArray::fromHex(one.keyHex.toLatin1())), one.url.toString(), one.pollSeconds});
    QCOMPARE(mine.size(), 1);
    auto profile = app::Profile::open(m_buyer.folder());
    QVERIFY2(profile.ok(), profile.ok() ? "" : qPrintable(profile.fault().message));
    const auto actor = (*profile)->createAdministrator(u"buyer"_s, u"买样例"_s, Secret(QByteArray(buyersPassword)));
    QVERIFY(actor.ok());
    const auto connected = service::asFuture((*profile)->connectCompanies(*actor, mine));
    QTRY_VERIFY_WITH_TIMEOUT(connected.isFinished(), 30000);
    QVERIFY2(connected.result().ok(), connected.result().ok() ? "" : qPrintable(connected.result().fault().message));
}

void GuiRedSides::enterInvoice(const QString &number, const QString &gross)
{
    auto &page = m_buys.open<ApplyPage>(u"redApply"_s);
    if (isShown(&page, u"red.done"_s)) { // of the one before
        page.findChild<QPushButton *>(u"red.done.home"_s)->click();
        QTRY_VERIFY(m_buyer.shows<RedPage>());
        m_buys.open<ApplyPage>(u"redApply"_s); // which has begun anew
    }
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focusedName(), u"redApply.buyer"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(focusedName(), u"buyer.number"_s);
    type(number);
    press(Qt::Key_Return);
    QTRY_COMPARE(focusedName(), u"buyer.kind"_s);
    press(Qt::Key_Down); // an ordinary one
    press(Qt::Key_Tab);
    press(Qt::Key_Tab); // it is of today
    while (focusedName() != u"buyer.gross"_s)
        press(Qt::Key_Tab);
    type(gross);
    press(Qt::Key_Return);
}

void GuiRedSides::E2_theBuyerAppliesAndTheSellerConfirms()
{
    toFront(m_seller);
    const QString number = m_sells.blue();
    m_sells.tick(number);

    toFront(m_buyer);
    enterInvoice(number, u"482.63"_s);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redApply.reason01"_s, 20000);
    press(Qt::Key_Return);
    QTRY_COMPARE(focusedName(), u"redApply.submit"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"red.done.open"_s, 20000);
    const RedForm asked = m_buys.lastForm();
    QCOMPARE(asked.state, RedFormState::AwaitsSeller);
    QCOMPARE(asked.side, Side::Buyer);
    QCOMPARE(asked.blueNumber, number);

    toFront(m_seller);
    QSignalSpy received(&m_seller.office(), &Office::formsReceived);
    m_sells.synchronise();
    QTRY_COMPARE(received.size(), 1);
    auto &answers = m_sells.open<ListPage>(u"redAnswer"_s);
    m_sells.chooseOnly(&answers);
    answers.commands()->trigger(u"red.confirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_sells.lastForm().state, RedFormState::Confirmed, 20000);
    auto &issuable = m_sells.open<ListPage>(u"redIssue"_s);
    m_sells.chooseOnly(&issuable);
    issuable.commands()->trigger(u"red.issue"_s);
    QTRY_VERIFY(m_seller.shows<RedInvoicePage>());
    QTRY_COMPARE(focusedName(), u"redInvoice.issue"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_seller.page<RedInvoicePage>().result()->state(), std::optional(InvoiceState::Issued), 30000);

    toFront(m_buyer);
    m_buys.synchronise();
    QTRY_VERIFY(m_buys.lastForm().isIssued());
    auto &form = m_buys.open<FormPage>(u"redForm"_s, QString::number(asked.id.value()));
    QTRY_VERIFY(form.form() && form.form()->isIssued());
    const QString why = form.findChild<CommandBar *>()->whyNot(u"red.showRed"_s);
    QVERIFY2(why.contains(form.form()->redNumber), qPrintable(why)); // it is in the seller's books
}

void GuiRedSides::E3_theSellerAppliesAndTheBuyerRefuses()
{
    toFront(m_seller);
    const QString number = m_sells.blue();
    m_sells.tick(number);
    m_sells.applyAsSeller(number);
    QCOMPARE(m_sells.lastForm().state, RedFormState::AwaitsBuyer);

    toFront(m_buyer);
    m_buys.synchronise();
    auto &answers = m_buys.open<ListPage>(u"redAnswer"_s);
    m_buys.chooseOnly(&answers);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_buyer.shows<FormPage>());
    auto &form = m_buyer.page<FormPage>();
    QTRY_VERIFY(form.form() && !form.form()->lines.isEmpty());
    m_buyer.doors().asked.clear();
    form.findChild<CommandBar *>()->trigger(u"red.refuse"_s);
    QTRY_COMPARE(m_buyer.doors().asked.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(form.form()->state, RedFormState::RefusedByBuyer, 20000);

    toFront(m_seller);
    m_sells.synchronise();
    QTRY_COMPARE(m_sells.lastForm().state, RedFormState::RefusedByBuyer);
}

void GuiRedSides::E2_anInvoiceThatIsNotAsEnteredIsRefused()
{
    toFront(m_seller);
    const QString number = m_sells.blue();
    m_sells.tick(number);
    toFront(m_buyer);
    enterInvoice(number, u"482.64"_s); // a fen too much
    auto &page = m_buyer.page<ApplyPage>();
    QTRY_VERIFY_WITH_TIMEOUT(!page.banner()->text().isEmpty() && !page.banner()->text().startsWith(u"Asking"_s), 20000);
    QTRY_COMPARE(focusedName(), u"buyer.number"_s); // what was entered is still there
    QCOMPARE(page.findChild<QLineEdit *>(u"buyer.number"_s)->text(), number);
}

QTEST_MAIN(GuiRedSides)
#include "tst_gui_red_sides.moc"
