// SPDX-License-Identifier: GPL-3.0-or-later
// Planning a correction in the real window, and playing the other side where one practises.
#include "tests/gui/red_hands.h"

#include "core/service/red_planning.h"
#include "ui/kit/banner.h"
#include "ui/kit/list_page.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/red/form_page.h"
#include "ui/pages/red/plan_page.h"
#include "ui/pages/red/plan_panel.h"

#include <QPushButton>
#include <QTableWidget>

using namespace gui;

class GuiRedPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E11_whatShouldNotHaveBeenIssuedIsReversed();
    void E11_anotherBuyerIsTwoStepsAndThePlanOutlivesTheProgram();
    void E11_nothingToDoIsSaid();
    void E11_whatCanNotBeIssuedIsMendedOnTheSheet();
    void practiceTicksAppliesAndAnswers();

private:
    QPushButton *button(QWidget &page, const QString &name);
    TestDesk m_desk;
    RedHands m_hands{m_desk};
};

void GuiRedPlan::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

QPushButton *GuiRedPlan::button(QWidget &page, const QString &name)
{
    auto *found = page.findChild<QPushButton *>(name);
    if (found == nullptr)
        qFatal("no button %s", qPrintable(name));
    return found;
}

void GuiRedPlan::E11_whatShouldNotHaveBeenIssuedIsReversed()
{
    const QString number = m_hands.blue();
    auto &page = m_hands.open<PlanPage>(u"redPlan"_s, number);
    QTRY_VERIFY_WITH_TIMEOUT(page.sheet() != nullptr && page.sheet()->isVisible(), 20000);
    button(page, u"wanted.nothing"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(page.panel()->isVisible(), 20000);
    QCOMPARE(page.panel()->plan().steps.size(), 1);
    QTRY_COMPARE(focusedName(), u"plan.go"_s);
    QVERIFY(!page.panel()->plan().id.isValid()); // nothing is done before it is carried out
    press(Qt::Key_Return);
    press(Qt::Key_Return); // a second click does nothing twice
    QTRY_COMPARE_WITH_TIMEOUT(page.panel()->plan().state, RedPlanState::Done, 60000);
    QVERIFY(m_hands.lastForm().isIssued());
    QCOMPARE(m_hands.lastForm().blueNumber, number);
}

void GuiRedPlan::E11_anotherBuyerIsTwoStepsAndThePlanOutlivesTheProgram()
{
    const QString number = m_hands.blue();
    m_hands.tick(number); // the buyer must confirm
    auto *page = &m_hands.open<PlanPage>(u"redPlan"_s, number);
    QTRY_VERIFY_WITH_TIMEOUT(page->sheet() != nullptr && page->sheet()->isVisible(), 20000);
    InvoiceDraft wanted = page->sheet()->draft();
    wanted.buyer.name = u"演练云帆信息技术有限公司"_s;
    wanted.buyer.taxNumber = u"91110000YL0000012K"_s;
    page->sheet()->show(wanted);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->panel()->isVisible(), 20000);
    const QList<RedPlanStep> steps = page->panel()->plan().steps;
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.constFirst().confirmer, std::optional(Side::Buyer));
    QCOMPARE(steps.constLast().kind, RedPlanStepKind::IssueBlue);
    QTRY_COMPARE(focusedName(), u"plan.go"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page->panel()->plan().steps.constFirst().state, RedPlanStepState::Waits, 60000);
    const RedForm form = m_hands.lastForm();

    m_desk.close();
    m_desk.open();
    m_desk.signIn();
    page = &m_hands.open<PlanPage>(u"redPlan"_s);
    auto *plans = page->findChild<QTableWidget *>(u"plans.table"_s);
    QTRY_COMPARE(plans->rowCount(), 2);
    plans->selectRow(0);
    plans->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page->panel()->isVisible() && page->panel()->plan().id.isValid(), 20000);
    QCOMPARE(page->panel()->plan().steps.constFirst().state, RedPlanStepState::Waits);
    m_hands.act("agree", form);
    m_hands.synchronise(); // the answer is heard of, and the plan goes on by itself
    QTRY_COMPARE_WITH_TIMEOUT(page->panel()->plan().state, RedPlanState::Done, 90000);
    const InvoiceId issued = page->panel()->plan().steps.constLast().invoice;
    auto &detail = m_hands.open<DetailPage>(u"invoice"_s, QString::number(issued.value()));
    QTRY_VERIFY(detail.detail().has_value());
    QCOMPARE(detail.detail()->invoice.buyer.name, wanted.buyer.name);
}

void GuiRedPlan::E11_nothingToDoIsSaid()
{
    auto &page = m_hands.open<PlanPage>(u"redPlan"_s, m_hands.blue());
    QTRY_VERIFY_WITH_TIMEOUT(page.sheet() != nullptr && page.sheet()->isVisible(), 20000);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page.panel()->isVisible(), 20000);
    QCOMPARE(said(&page, u"plan.explanation"_s), u"There is nothing to do."_s);
    QVERIFY(!button(page, u"plan.go"_s)->isEnabled());
}

void GuiRedPlan::E11_whatCanNotBeIssuedIsMendedOnTheSheet()
{
    auto &page = m_hands.open<PlanPage>(u"redPlan"_s, m_hands.blue());
    QTRY_VERIFY_WITH_TIMEOUT(page.sheet() != nullptr && page.sheet()->isVisible(), 20000);
    QTRY_COMPARE(said(&page, u"totals.gross"_s), u"¥482.63"_s);
    InvoiceDraft wanted = page.sheet()->draft();
    wanted.buyer.name.clear();
    page.sheet()->show(wanted);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!page.banner()->text().isEmpty());
    QVERIFY(page.sheet()->isVisible());
    QTRY_COMPARE(focusedName(), u"buyer.name"_s);
    page.panel()->open(RedPlanId(1)); // one that was looked at before says nothing of what is written now
    QTRY_VERIFY(page.panel()->plan().id.isValid());
    type(u"a"_s);
    QTRY_VERIFY(!page.unsaved().isEmpty());
}

void GuiRedPlan::practiceTicksAppliesAndAnswers()
{
    const QString number = m_hands.blue();
    ListPage *list = &m_hands.open<ListPage>(u"invoices"_s);
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    m_hands.chooseOnly(list);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<DetailPage>());
    auto &detail = m_desk.page<DetailPage>();
    QTRY_VERIFY(isShown(&detail, u"practice"_s));
    button(detail, u"practice.tick"_s)->click();
    QTRY_VERIFY(detail.findChild<Banner *>()->text().contains(u"ticked"_s));
    QTRY_VERIFY(button(detail, u"practice.apply"_s)->isEnabled());
    button(detail, u"practice.apply"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_hands.lastForm().blueNumber == number, 20000); // it came by itself
    auto &form = m_hands.open<FormPage>(u"redForm"_s, QString::number(m_hands.lastForm().id.value()));
    QTRY_VERIFY(form.form() && isShown(&form, u"practice"_s));
    QVERIFY(!button(form, u"practice.agree"_s)->isEnabled()); // nobody agrees to a form of his own
    button(form, u"practice.withdraw"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(form.form()->state, RedFormState::Withdrawn, 20000);
    QTRY_VERIFY(!button(form, u"practice.withdraw"_s)->isEnabled());
}

QTEST_MAIN(GuiRedPlan)
#include "tst_gui_red_plan.moc"
