// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, worked by keyboard alone: first start, signing in, an invoice, its picture.
#include "tests/gui/issuing.h"

#include "ui/kit/banner.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/line_table.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace gui;

class GuiIssuing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void D9_issuesByKeyboardAlone();
    void I3_showsWhatIsMissingAndLeadsThere();
    void D4_switchingTheTaxIsOneStepOfUndo();
    void D10_keepsTheDraftOverTheEndOfTheProgram();
    void showsTheWordsOfARefusalAndGoesOutAgainUnderItsNumber();
    void saysWhatAnUnansweredUploadMeans();
    void D9_anInvoiceTheTaxOfficeKnewIsToBeCompared();
    void D10_keepsTheDraftWhenNoCreditIsToBeHad();
    void D9_aSecondClickIssuesNothingTwice();
    void D6_theOfferOfCodesGoesWithItsLines();

private:
    [[nodiscard]] qint64 invoices();
    std::unique_ptr<TestDesk> m_desk;
};

void GuiIssuing::init()
{
    m_desk = std::make_unique<TestDesk>();
    m_desk->open();
    m_desk->setUp();
}

void GuiIssuing::cleanup()
{
    m_desk.reset();
}

void GuiIssuing::D9_issuesByKeyboardAlone()
{
    TestDesk &desk = *m_desk;
    desk.close(); // the next morning
    desk.open();
    desk.signIn();
    fillInvoice(desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingPage *page = &desk.page<IssuingPage>();
    const InvoiceDraft draft = page->sheet()->draft();
    QCOMPARE(draft.lines.size(), 1);
    QCOMPARE(draft.lines.constFirst().item, u"红富士苹果"_s);
    QCOMPARE(draft.lines.constFirst().amount, Money::parse(u"113"));
    QVERIFY(draft.lines.constFirst().rate.has_value());
    QTRY_COMPARE(textOf(page, u"totals.gross"_s), u"¥113.00"_s);
    QCOMPARE(textOf(page, u"totals.capitals"_s), u"⊗ 壹佰壹拾叁圆整"_s);

    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.doors().asked.size(), 1);
    QVERIFY(desk.doors().asked.constFirst().text.contains(u"113.00"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->isVisible(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    const InvoiceId id = page->result()->invoice();
    QCOMPARE(textOf(page->result(), u"result.number"_s).remove(u' ').size(), 20);
    shoot(desk.window(), u"result"_s);

    auto *open = page->result()->findChild<QPushButton *>(u"result.open"_s);
    for (int steps = 0; QApplication::focusWidget() != open && steps < 10; ++steps)
        press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), open);
    press(Qt::Key_Return);
    DetailPage *detail = &desk.page<DetailPage>();
    QTRY_VERIFY_WITH_TIMEOUT(detail->picture()->isDrawn(), 20000);
    QCOMPARE(detail->detail()->invoice.id, id);
    QCOMPARE(detail->detail()->invoice.state, InvoiceState::Issued);
    QCOMPARE(detail->detail()->invoice.buyer.name, buyerName);

    // The buyer is known from now on.
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(&desk.page<IssuingPage>(), page);
    page->result()->findChild<QPushButton *>(u"result.continue"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    press(Qt::Key_F7);
    auto *name = QApplication::focusWidget();
    const auto buyers = [name] { return name->findChild<QListWidget *>(u"proposals"_s); };
    QTRY_VERIFY(buyers()->isVisible() && buyers()->count() == 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(page->sheet()->draft().buyer.taxNumber, buyerTaxNumber);
}

void GuiIssuing::I3_showsWhatIsMissingAndLeadsThere()
{
    IssuingPage *page = &m_desk->page<IssuingPage>();
    auto *panel = page->findChild<FindingsPanel *>();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    QVERIFY(!panel->isVisible()); // nobody is told what he has not come to yet
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->doors().asked.isEmpty());
    QVERIFY(panel->isVisible());
    QVERIFY(page->banner()->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);

    type(buyerName);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    LineTable *lines = page->sheet()->lines();
    type(u"苹果"_s);
    press(Qt::Key_Return);
    const auto amountFinding = [panel] {
        const auto &all = panel->findings();
        return std::find_if(all.begin(), all.end(), [](const Finding &f) { return f.field == u"amount"_s; });
    };
    QTRY_VERIFY(amountFinding() != panel->findings().end());
    auto *list = panel->findChild<QListWidget *>();
    list->setFocus();
    list->setCurrentRow(static_cast<int>(amountFinding() - panel->findings().begin()));
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), lines);
    QCOMPARE(lines->lines()->columns().at(lines->currentIndex().column()).key, u"amount"_s);
}

void GuiIssuing::D4_switchingTheTaxIsOneStepOfUndo()
{
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingSheet *sheet = m_desk->page<IssuingPage>().sheet();
    const InvoiceDraft before = sheet->draft();
    auto *box = sheet->findChild<QWidget *>(u"taxIncluded"_s);
    box->setFocus();
    press(Qt::Key_Space);
    const InvoiceDraft after = sheet->draft();
    QVERIFY(!after.taxIncluded);
    QVERIFY(after.lines.constFirst().amount < before.lines.constFirst().amount);
    QTRY_COMPARE(textOf(sheet, u"totals.gross"_s), u"¥113.00"_s);
    sheet->lines()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sheet->draft(), before);
}

void GuiIssuing::D10_keepsTheDraftOverTheEndOfTheProgram()
{
    fillInvoice(*m_desk, u"红富士苹果"_s, u"8"_s);
    const InvoiceDraft written = m_desk->page<IssuingPage>().sheet()->draft();
    m_desk->close(); // at once: less than a second after the last key
    m_desk->open();
    m_desk->signIn();
    IssuingPage *page = &m_desk->page<IssuingPage>();
    QTRY_COMPARE_WITH_TIMEOUT(page->sheet()->draft(), written, 10000);
    QVERIFY(page->banner()->isVisible());
}

void GuiIssuing::showsTheWordsOfARefusalAndGoesOutAgainUnderItsNumber()
{
    m_desk->misbehave(R"([{"kind":"force_failed","operation":"QDFPSC"}])");
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingPage *page = &m_desk->page<IssuingPage>();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Refused, 30000);
    QVERIFY(!textOf(page->result(), u"result.words"_s).isEmpty());
    const InvoiceId id = page->result()->invoice();
    const QString number = textOf(page->result(), u"result.number"_s);
    shoot(m_desk->window(), u"refused"_s);

    page->result()->findChild<QPushButton *>(u"result.correct"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    QCOMPARE(page->sheet()->draft().lines.size(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->isVisible(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    QCOMPARE(page->result()->invoice(), id);
    QCOMPARE(textOf(page->result(), u"result.number"_s), number);
}

void GuiIssuing::saysWhatAnUnansweredUploadMeans()
{
    m_desk->misbehave(R"([{"kind":"drop_after","operation":"QDFPSC"}])");
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingPage *page = &m_desk->page<IssuingPage>();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Unknown, 30000);
    QTRY_VERIFY(textOf(page->result(), u"result.explanation"_s).contains(u"will not be issued twice"_s));
    QTRY_COMPARE(m_desk->office().link().state, PlatformLink::State::Troubled);
    shoot(m_desk->window(), u"unanswered"_s);
    m_desk->office().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    QTRY_COMPARE(m_desk->office().link().state, PlatformLink::State::Reached);
}

void GuiIssuing::D9_aSecondClickIssuesNothingTwice()
{
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingPage *page = &m_desk->page<IssuingPage>();
    auto *button = page->findChild<QPushButton *>(u"invoice.issue"_s);
    button->click();
    button->click();
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    QCOMPARE(invoices(), 1);
}

/// How many are stored.
qint64 GuiIssuing::invoices()
{
    const auto count = m_desk->desktop().entrance().run([](app::Profile &profile) {
        store::ListQuery all;
        all.scope = store::Scope::everything();
        return profile.stores().list.count(all).valueOr(-1);
    });
    [&] { QTRY_VERIFY(count.isFinished()); }();
    return count.isFinished() ? count.result() : -1;
}

/// As after an old copy of the books was put back: the number has been used, and nobody here knows for what.
void GuiIssuing::D9_anInvoiceTheTaxOfficeKnewIsToBeCompared()
{
    m_desk->misbehave(R"([{"kind":"force_duplicate","operation":"QDFPSC"}])");
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    IssuingPage *page = &m_desk->page<IssuingPage>();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    auto *words = page->result()->findChild<QLabel *>(u"result.words"_s);
    QTRY_VERIFY(words->isVisible());
    QVERIFY2(
        words->text().contains(u"Compare the invoice with the one at the tax office"_s), qPrintable(words->text()));
}

void GuiIssuing::D10_keepsTheDraftWhenNoCreditIsToBeHad()
{
    m_desk->misbehave(R"([{"kind":"quota_exhausted","operation":"XZTHSXED","times":-1}])");
    fillInvoice(*m_desk, u"红富士苹果"_s, u"900000"_s); // nine millions: more than the desk has
    IssuingPage *page = &m_desk->page<IssuingPage>();
    const InvoiceDraft written = page->sheet()->draft();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->banner()->isVisible(), 20000);
    QVERIFY(!page->banner()->text().isEmpty());
    QVERIFY(!page->result()->isVisible());
    QCOMPARE(page->sheet()->draft(), written);
    QTRY_COMPARE(page->findChild<QLabel *>(u"draft.kept"_s)->text().left(11), u"Draft saved"_s);
    QCOMPARE(invoices(), 0);
}

void GuiIssuing::D6_theOfferOfCodesGoesWithItsLines()
{
    IssuingPage &page = m_desk->page<IssuingPage>();
    Banner &banner = *page.pane()->banner();
    LineTable &grid = *page.sheet()->lines();
    grid.setFocus(Qt::TabFocusReason);
    paste(u"红富士苹果\t箱\n会议投影仪\t台\n"_s);
    press(Qt::Key_Return); // what the preview shows is right
    QTRY_VERIFY(banner.isVisible());
    QCOMPARE(banner.text(), u"Lines without a classification code: 2. Proposals were found for 2 of them."_s);
    grid.goTo(1, u"item"_s);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_COMPARE(banner.text(), u"Lines without a classification code: 1. Proposals were found for 1 of them."_s);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_VERIFY(!banner.isVisible());
}

QTEST_MAIN(GuiIssuing)
#include "tst_gui_issuing.moc"
