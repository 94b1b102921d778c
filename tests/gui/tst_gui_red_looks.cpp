// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of red invoices in both languages and both schemes. With KP_SHOTS=DIR each is also saved as a picture.
#include "tests/gui/looks.h"
#include "tests/gui/red_hands.h"
#include "tests/kit/reading_order.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/red/apply_page.h"
#include "ui/pages/red/done_panel.h"
#include "ui/pages/red/download_panel.h"
#include "ui/pages/red/form_page.h"
#include "ui/pages/red/invoice_page.h"
#include "ui/pages/red/plan_page.h"
#include "ui/pages/red/plan_panel.h"
#include "ui/pages/red/quick_page.h"
#include "ui/pages/red/red_lines.h"
#include "ui/pages/red/red_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace gui;

class GuiRedLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void looks_data();
    void looks();
    void looksOfThePlan_data() { looks_data(); }
    void looksOfThePlan();

private:
    void dressUp();
    void check(QWidget *page, const QString &name);
    TestDesk m_desk;
    RedHands m_hands{m_desk};
};

void GuiRedLooks::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
    m_hands.applyAsSeller(m_hands.blue());
    for (int i = 0; i < 2; ++i) { // one has to be answered, one was withdrawn
        const QString number = m_hands.blue();
        m_hands.tick(number);
        m_hands.applyAsBuyer(number);
    }
    m_hands.synchronise();
    m_hands.act("withdraw", m_hands.lastForm());
    m_hands.synchronise();
}

void GuiRedLooks::looks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiRedLooks::dressUp()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    m_desk.signIn();
}

void GuiRedLooks::check(QWidget *page, const QString &name)
{
    QFETCH(const QString, language);
    if (language == u"zh_CN"_s)
        QTRY_COMPARE(englishIn(shownTexts(page)).join(u';'), QString());
    shoot(m_desk.window(), name + u'-' + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(checkNothingCutOff(page).join(u'\n'), QString());
    QCOMPARE(checkTabOrder(page).join(u'\n'), QString());
    QCOMPARE(checkNames(page).join(u'\n'), QString());
}

void GuiRedLooks::looks()
{
    dressUp();
    auto &home = m_hands.open<RedPage>(u"red"_s);
    QTRY_VERIFY(home.list()->model()->row(0) != nullptr);
    home.list()->table()->selectRow(0);
    QTRY_VERIFY(isShown(&home, u"red.state.01"_s));
    check(&home, u"red-home"_s);
    home.download()->begin();
    check(&home, u"red-download"_s);

    auto &answers = m_hands.open<ListPage>(u"redAnswer"_s);
    m_hands.chooseOnly(&answers);
    check(&answers, u"red-answer"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<FormPage>());
    auto &form = m_desk.page<FormPage>();
    QTRY_VERIFY(!form.timeLeftText().isEmpty());
    check(&form, u"red-form"_s);

    auto &quick = m_hands.open<QuickPage>(u"redQuick"_s);
    QTRY_VERIFY(!quick.counts().isEmpty());
    QTRY_VERIFY(quick.list()->model()->found().value_or(0) >= 3);
    QTRY_VERIFY(quick.list()->model()->row(0) != nullptr);
    quick.list()->table()->selectRow(0);
    check(&quick, u"red-quick"_s);

    const QString number = m_hands.blue();
    m_hands.tick(number);
    auto &apply = m_hands.open<ApplyPage>(u"redApply"_s);
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    check(&apply, u"red-side"_s);
    press(Qt::Key_Return);
    auto *list = apply.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(list);
    QTRY_VERIFY_WITH_TIMEOUT(apply.findChild<PagePicture *>()->isDrawn(), 20000);
    check(&apply, u"red-invoice"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redApply.reason01"_s, 10000);
    check(&apply, u"red-reason"_s);
    apply.findChild<QPushButton *>(u"redApply.reason02"_s)->click();
    QTRY_COMPARE(focusedName(), u"redApply.lines"_s);
    check(&apply, u"red-lines"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(&apply, u"red.done"_s), 20000);
    check(&apply, u"red-done"_s);
    m_hands.act("agree", m_hands.lastForm());
    m_hands.synchronise();
    auto &sheet = m_hands.open<RedInvoicePage>(u"redInvoice"_s, QString::number(m_hands.lastForm().id.value()));
    QTRY_VERIFY_WITH_TIMEOUT(sheet.picture()->isDrawn(), 20000);
    QTRY_COMPARE(focusedName(), u"redInvoice.issue"_s);
    check(&sheet, u"red-issue"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(sheet.result()->state(), std::optional(InvoiceState::Issued), 30000);
    check(&sheet, u"red-result"_s);
}

void GuiRedLooks::looksOfThePlan()
{
    dressUp();
    const QString number = m_hands.blue();
    m_hands.tick(number);
    auto &invoices = m_hands.open<ListPage>(u"invoices"_s);
    invoices.setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(&invoices);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<DetailPage>());
    auto &detail = m_desk.page<DetailPage>();
    QTRY_VERIFY(isShown(&detail, u"practice"_s));
    QTRY_VERIFY_WITH_TIMEOUT(detail.findChild<PagePicture *>()->isDrawn(), 20000);
    check(&detail, u"red-detail"_s);

    auto &page = m_hands.open<PlanPage>(u"redPlan"_s, number);
    QTRY_VERIFY_WITH_TIMEOUT(page.sheet() != nullptr && page.sheet()->isVisible(), 20000);
    check(&page, u"plan-wanted"_s);
    InvoiceDraft wanted = page.sheet()->draft();
    wanted.buyer.name = u"演练云帆信息技术有限公司"_s;
    wanted.buyer.taxNumber = u"91110000YL0000012K"_s;
    page.sheet()->show(wanted);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page.panel()->isVisible(), 20000);
    QTRY_COMPARE(focusedName(), u"plan.go"_s);
    check(&page, u"plan-steps"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page.panel()->plan().steps.constFirst().state, RedPlanStepState::Waits, 60000);
    check(&page, u"plan-waits"_s);
    auto &plans = m_hands.open<PlanPage>(u"redPlan"_s);
    QTRY_VERIFY(isShown(&plans, u"plans.table"_s));
    check(&plans, u"plan-list"_s);

    auto &apply = m_hands.open<ApplyPage>(u"redApply"_s);
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    apply.findChild<QPushButton *>(u"redApply.buyer"_s)->click();
    QTRY_VERIFY(isShown(&apply, u"buyer.number"_s));
    check(&apply, u"red-buyer"_s);
}

QTEST_MAIN(GuiRedLooks)
#include "tst_gui_red_looks.moc"
