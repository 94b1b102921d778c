// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing invoices in the real window, by keyboard; the other side is played at the practice platform's control
// interface.
#include "tests/gui/looks.h"
#include "tests/gui/red_hands.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/red/apply_page.h"
#include "ui/pages/red/done_panel.h"
#include "ui/pages/red/download_panel.h"
#include "ui/pages/red/form_page.h"
#include "ui/pages/red/invoice_page.h"
#include "ui/pages/red/quick_page.h"
#include "ui/pages/red/red_lines.h"
#include "ui/pages/red/red_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace gui;

class GuiRed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E1_emptyPagesSayWhatBelongsThere();
    void E7_reversesAtOnceByKeyboard();
    void E7_aRedInvoiceIsNotReversedAgain();
    void E2_anAllowanceByKeyboardAsSeller();
    void E2_whatCanNotBeReversedIsSaid();
    void E3_aReceivedFormIsConfirmedAndRefused();
    void E3_theTimeLeftGoesOn();
    void E4_goingOnLeadsBackToTheSameQuery();
    void pagesOfAnotherCompanyAreClosed();
    void E6_downloadsAMonthAsAWorkbook();
    void E5_linksLeadFromInvoiceToFormAndBack();

private:
    TestDesk m_desk;
    RedHands m_hands{m_desk};
};

void GuiRed::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

void GuiRed::E1_emptyPagesSayWhatBelongsThere()
{
    auto &page = m_hands.open<RedPage>(u"red"_s);
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(0));
    checkSpec(page.list()->spec());
    QTRY_COMPARE(focusedName(), u"empty.step"_s); // the first step: apply
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<ApplyPage>());
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
}

void GuiRed::E7_reversesAtOnceByKeyboard()
{
    const QString number = m_hands.blue();
    auto &page = m_hands.open<QuickPage>(u"redQuick"_s);
    QTRY_COMPARE(page.counts(), u"This month: 1 blue, 0 red. This quarter: 1 blue, 0 red."_s);
    page.list()->setQuery({.search = number.right(6), .values = {}, .sortKey = {}}); // 模糊查询
    m_hands.chooseOnly(page.list());
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redQuick.reverse"_s, 10000);
    QVERIFY2(said(&page, u"redQuick.effect"_s).contains(u"433.30"_s), qPrintable(said(&page, u"redQuick.effect"_s)));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page.result()->state(), std::optional(InvoiceState::Issued), 30000);
    QTRY_COMPARE(page.counts(), u"This month: 1 blue, 1 red. This quarter: 1 blue, 1 red."_s);
    const RedForm form = m_hands.lastForm();
    QTRY_VERIFY(m_hands.lastForm().isIssued());
    QCOMPARE(form.blueNumber, number);
    QCOMPARE(form.reason, RedReason::Mistake);
    QTRY_COMPARE(focusedName(), u"result.continue"_s);
    press(Qt::Key_Return); // 继续
    QTRY_VERIFY(page.list()->isVisible());
}

void GuiRed::E7_aRedInvoiceIsNotReversedAgain()
{
    const QString number = m_hands.lastForm().blueNumber;
    auto &page = m_hands.open<QuickPage>(u"redQuick"_s);
    page.list()->setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(page.list());
    press(Qt::Key_Return);
    QTRY_VERIFY(page.banner()->text().contains(u"left to reverse"_s)); // of the blue one nothing is left
    QTRY_COMPARE(focusedName(), u"redQuick.back"_s);
    press(Qt::Key_Return);
    page.list()->commands()->trigger(u"red.reds"_s);
    QTRY_VERIFY(m_desk.shows<ListPage>());
    ListPage *reds = &m_desk.page<ListPage>();
    m_hands.chooseOnly(reds);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<DetailPage>());
    auto &detail = m_desk.page<DetailPage>();
    QTRY_VERIFY(detail.detail().has_value());
    auto *commands = detail.findChild<CommandBar *>();
    QVERIFY(commands->whyNot(u"invoice.reverse"_s).contains(u"red invoice"_s));
}

void GuiRed::E2_anAllowanceByKeyboardAsSeller()
{
    const QString number = m_hands.blue();
    m_hands.tick(number);
    auto &page = m_hands.open<ApplyPage>(u"redApply"_s);
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    press(Qt::Key_Return);
    auto *list = page.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(list);
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<PagePicture *>()->isDrawn(), 20000); // 预览发票
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redApply.reason01"_s, 10000);
    auto *allowance = page.findChild<QPushButton *>(u"redApply.reason04"_s);
    while (QApplication::focusWidget() != allowance) // by Tab, as anybody would
        press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QTRY_COMPARE(focusedName(), u"redApply.lines"_s);
    QVERIFY(!page.unsaved().isEmpty());
    RedLineTable *table = page.table();
    const auto *lines = qobject_cast<RedLineModel *>(table->model());
    QCOMPARE(table->currentIndex(), lines->index(0, RedLineModel::Net));
    const auto typeCell = [&](const QString &text) {
        for (const QChar character : text) // the first opens the cell
            QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    };
    typeCell(u"1000"_s); // more than is left
    QTRY_VERIFY(lines->hasWrong());
    QVERIFY(said(&page, u"redApply.totals"_s).startsWith(u"Line 1: At most"_s));
    QVERIFY(!page.findChild<QPushButton *>(u"redApply.submit"_s)->isEnabled());
    table->setCurrentIndex(lines->index(0, RedLineModel::Net));
    typeCell(u"33.33"_s);
    QCOMPARE(table->currentIndex(), lines->index(1, RedLineModel::Net));
    typeCell(u"0"_s);
    QTRY_COMPARE(focusedName(), u"redApply.submit"_s);
    QCOMPARE(lines->totals().net, Money::fromFen(-33'33));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(&page, u"red.done"_s), 20000);
    QTRY_COMPARE(focusedName(), u"red.done.open"_s);
    const RedForm form = m_hands.lastForm();
    QCOMPARE(form.state, RedFormState::AwaitsBuyer);
    QCOMPARE(form.reason, RedReason::Allowance);
    QCOMPARE(form.lines.size(), 1);
    press(Qt::Key_Return); // 查看确认单详情

    QTRY_VERIFY(m_desk.shows<FormPage>());
    auto &detail = m_desk.page<FormPage>();
    QTRY_COMPARE(detail.timeLeftText(), u"Time left: 2 d 23 h"_s);
    auto *commands = detail.findChild<CommandBar *>();
    QTRY_VERIFY(!commands->whyNot(u"red.issue"_s).isEmpty());
    QVERIFY(!commands->whyNot(u"red.confirm"_s).isEmpty()); // the other side does that
    m_hands.act("agree", form);
    commands->trigger(u"red.refresh"_s);
    QTRY_VERIFY(detail.form()->state == RedFormState::Confirmed);
    QCOMPARE(detail.timeLeftText(), QString());
    commands->trigger(u"red.issue"_s);

    QTRY_VERIFY(m_desk.shows<RedInvoicePage>());
    auto &sheet = m_desk.page<RedInvoicePage>();
    QTRY_COMPARE(focusedName(), u"redInvoice.issue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sheet.picture()->isDrawn(), 20000);
    QVERIFY(said(&sheet, u"redInvoice.effect"_s).contains(u"33.33"_s)); // of this month: credit comes back
    press(Qt::Key_Return);
    press(Qt::Key_Return); // a second click issues nothing twice
    QTRY_COMPARE_WITH_TIMEOUT(sheet.result()->state(), std::optional(InvoiceState::Issued), 30000);
    QTRY_COMPARE(focusedName(), u"result.continue"_s);
    press(Qt::Key_Return); // 继续开票
    QTRY_VERIFY(m_desk.shows<ListPage>());
    QCOMPARE(m_desk.page<ListPage>().spec().key, u"redIssue"_s);
    QTRY_COMPARE(m_desk.page<ListPage>().model()->found(), std::optional<qint64>(0));
    QTRY_VERIFY(m_hands.lastForm().isIssued());
}

void GuiRed::E2_whatCanNotBeReversedIsSaid()
{
    const QString number = m_hands.blue();
    m_desk.misbehave(R"([{"kind":"http_500","operation":"FPZTXXCX","times":-1}])");
    auto &page = m_hands.open<ApplyPage>(u"redApply"_s, number); // from the invoice: side and invoice are known
    QTRY_VERIFY_WITH_TIMEOUT(!page.banner()->text().isEmpty() && !page.banner()->text().startsWith(u"Asking"_s), 60000);
    QVERIFY(page.unsaved().isEmpty());
    m_desk.misbehave("[]");
    auto *list = page.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(list);
    press(Qt::Key_Return); // again, and it goes on where it was
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redApply.reason01"_s, 20000);
    page.findChild<QPushButton *>(u"redApply.reason04"_s)->click();
    QTRY_COMPARE(focusedName(), u"redApply.submit"_s); // nothing of an unused invoice can be reversed in part
    const auto *lines = qobject_cast<RedLineModel *>(page.table()->model());
    QVERIFY(!lines->isEditable(0, RedLineModel::Net));
    QCOMPARE(lines->totals().net, Money::fromFen(-433'30));
}

void GuiRed::E3_aReceivedFormIsConfirmedAndRefused()
{
    for (const bool agree : {true, false}) {
        const QString number = m_hands.blue();
        m_hands.tick(number);
        m_hands.applyAsBuyer(number);
        QSignalSpy received(&m_desk.office(), &Office::formsReceived);
        m_hands.synchronise();
        QTRY_COMPARE(received.size(), 1);
        auto &list = m_hands.open<ListPage>(u"redAnswer"_s);
        m_hands.chooseOnly(&list);
        m_desk.doors().asked.clear();
        m_desk.doors().accepts = false; // 取消
        list.commands()->trigger(agree ? u"red.confirm"_s : u"red.refuse"_s);
        QTRY_COMPARE(m_desk.doors().asked.size(), 1);
        QCOMPARE(m_hands.lastForm().state, RedFormState::AwaitsSeller);
        m_desk.doors().accepts = true;
        m_desk.doors().note = u"已与对方核对"_s;
        list.commands()->trigger(agree ? u"red.confirm"_s : u"red.refuse"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_hands.lastForm().state, agree ? RedFormState::Confirmed : RedFormState::RefusedBySeller, 10000);
        QTRY_COMPARE(list.model()->found(), std::optional<qint64>(0));
        QVERIFY(list.banner()->text().contains(agree ? u"confirmed"_s : u"refused"_s));
        auto &form = m_hands.open<FormPage>(u"redForm"_s, QString::number(m_hands.lastForm().id.value()));
        QTRY_VERIFY(shownTexts(form.findChild<QWidget *>(u"redForm.facts"_s)).contains(u"已与对方核对"_s));
    }
}

void GuiRed::E4_goingOnLeadsBackToTheSameQuery()
{
    m_hands.applyAsSeller(m_hands.blue());
    auto &home = m_hands.open<RedPage>(u"red"_s);
    const ListQuery query{
        .search = m_hands.lastForm().number, .values = {{u"issued"_s, u"0"_s}}, .sortKey = {}, .descending = false};
    home.list()->setQuery(query);
    m_hands.chooseOnly(home.list());
    home.list()->commands()->trigger(u"red.issue"_s);
    QTRY_VERIFY(m_desk.shows<RedInvoicePage>());
    QTRY_COMPARE(focusedName(), u"redInvoice.issue"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"result.continue"_s, 30000);
    const auto pages = m_desk.window().workbench()->openPages().size();
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<RedPage>());
    QCOMPARE(home.list()->query(), query);
    QCOMPARE(m_desk.window().workbench()->openPages().size(), pages - 1);
}

void GuiRed::pagesOfAnotherCompanyAreClosed()
{
    m_hands.applyAsSeller(m_hands.blue());
    Office &office = m_desk.office();
    const CompanyId own = office.companyId();
    m_hands.open<FormPage>(u"redForm"_s, QString::number(m_hands.lastForm().id.value()));
    const auto &all = office.companies();
    const auto another = std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one.company.id != own; });
    QVERIFY(another != all.cend());
    office.choose(another->company.id);
    for (const auto &page : m_desk.window().workbench()->openPages())
        QVERIFY2(page.argument.isEmpty(), qPrintable(page.id));
    office.choose(own);
}

void GuiRed::E3_theTimeLeftGoesOn()
{
    const QString number = m_hands.blue();
    m_hands.tick(number);
    m_hands.applyAsBuyer(number);
    m_hands.synchronise();
    auto &list = m_hands.open<ListPage>(u"redAnswer"_s);
    m_hands.chooseOnly(&list);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<FormPage>());
    auto &page = m_desk.page<FormPage>();
    QTRY_COMPARE(page.timeLeftText(), u"Time left: 2 d 23 h"_s);
    QTRY_COMPARE(
        qobject_cast<QAbstractItemView *>(page.findChild<QWidget *>(u"redForm.lines"_s))->model()->rowCount(), 2);
}

void GuiRed::E6_downloadsAMonthAsAWorkbook()
{
    auto &page = m_hands.open<RedPage>(u"red"_s);
    page.findChild<QPushButton *>(u"red.way.download"_s)->click();
    QTRY_COMPARE(focusedName(), u"download.side"_s);
    DownloadPanel *panel = page.download();
    auto *from = panel->findChild<QDateEdit *>(u"download.from"_s);
    auto *go = panel->findChild<QPushButton *>(u"download.go"_s);
    const QDate first = from->date();
    from->setDate(first.addDays(-2)); // more than a month
    QVERIFY(!go->isEnabled());
    QVERIFY(panel->banner()->text().contains(u"month at most"_s));
    from->setDate(first);
    QVERIFY(go->isEnabled());
    m_desk.doors().path = m_desk.folder() + u"/forms.xlsx"_s;
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel->banner()->text().contains(u"forms.xlsx"_s), 20000);
    QVERIFY(QFileInfo(m_desk.doors().path).size() > 4000);
    m_desk.doors().path = u"/proc/forms.xlsx"_s; // a place that takes nothing
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel->banner()->text().contains(u"/proc/forms.xlsx"_s), 20000);
    QTest::keyClick(go, Qt::Key_Escape);
    QTRY_VERIFY(!panel->isVisible());
}

void GuiRed::E5_linksLeadFromInvoiceToFormAndBack()
{
    const RedForm form = m_hands.lastForm();
    auto &page = m_hands.open<FormPage>(u"redForm"_s, QString::number(form.id.value()));
    QTRY_VERIFY(page.form().has_value());
    page.findChild<CommandBar *>()->trigger(u"red.showBlue"_s);
    QTRY_VERIFY(m_desk.shows<DetailPage>());
    auto &detail = m_desk.page<DetailPage>();
    QTRY_VERIFY(detail.detail().has_value());
    QCOMPARE(detail.detail()->invoice.number, form.blueNumber);
    detail.findChild<CommandBar *>()->trigger(u"invoice.forms"_s);
    QTRY_VERIFY(m_desk.shows<ListPage>());
    ListPage *forms = &m_desk.page<ListPage>();
    QCOMPARE(forms->spec().key, u"redOf"_s);
    m_hands.chooseOnly(forms);
    press(Qt::Key_Return);
    QTRY_COMPARE(&m_desk.page<FormPage>(), &page); // it was open
}

QTEST_MAIN(GuiRed)
#include "tst_gui_red.moc"
