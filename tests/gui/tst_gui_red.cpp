// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing invoices in the real window, by keyboard; the other side is played at the practice platform's control
// interface.
#include "tests/gui/desk.h"
#include "tests/gui/looks.h"
#include "tests/kit/reading_order.h"

#include "core/document/workbook/reader.h"
#include "core/service/task_future.h"
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

namespace
{
const QString trade = u"演练海棠商贸有限公司"_s;
const QString tradeNumber = u"91310000YL0000020U"_s;

QString focusedName()
{
    return QApplication::focusWidget() == nullptr ? QString() : QApplication::focusWidget()->objectName();
}

QString said(QWidget *page, const QString &name)
{
    const auto *label = page->findChild<QLabel *>(name);
    return label == nullptr ? QString() : label->text();
}

bool isShown(QWidget *page, const QString &name)
{
    const auto *widget = page->findChild<QWidget *>(name);
    return widget != nullptr && widget->isVisible();
}
} // namespace

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
    void E6_downloadsAMonthAsAWorkbook();
    void E5_linksLeadFromInvoiceToFormAndBack();
    void looks_data();
    void looks();

private:
    /// Issues an invoice of ten pens and a service to the other practice company.
    QString blue();
    /// The buyer ticks it.
    void tick(const QString &number);
    void act(const QByteArray &act, const RedForm &form);
    template<class Page>
    Page &open(const QString &page, const QString &argument = {});
    /// Selects the only row of a list and gives it the keyboard.
    void chooseOnly(ListPage *list);
    RedForm lastForm();
    void synchronise();

    TestDesk m_desk;
    int m_next = 0;
};

void GuiRed::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

QString GuiRed::blue()
{
    const QString serial = u"RED%1"_s.arg(++m_next, 6, 10, QChar(u'0'));
    const auto issued = m_desk.office().ask(
        [actor = m_desk.office().actor(), company = m_desk.office().companyId(), serial](service::Services &services) {
            const auto talk = [](service::Services &s, Actor by, CompanyId of,
                                  QString key) -> QCoro::Task<Result<Invoice>> {
                InvoiceDraft draft;
                draft.serial = key;
                draft.taxIncluded = false;
                draft.buyer.name = trade;
                draft.buyer.taxNumber = tradeNumber;
                DraftLine pens;
                pens.item = u"圆珠笔"_s;
                pens.classification = u"1060402010200000000"_s;
                pens.unit = u"支"_s;
                pens.quantity = Decimal(10);
                pens.price = Decimal::parse(u"33.33");
                pens.rate = TaxRate::fromMillionths(130'000);
                DraftLine coding;
                coding.item = u"软件开发"_s;
                coding.classification = u"3040201010000000000"_s;
                coding.amount = Money::fromFen(100'00);
                coding.rate = TaxRate::fromMillionths(60'000);
                draft.lines.append(pens);
                draft.lines.append(coding);
                const service::Submission submission = co_await s.desk.issue(by, of, draft, {});
                if (!submission.invoice.ok())
                    co_return submission.invoice.fault();
                KP_CO_DO(s.runner.wake());
                const QList<InvoiceId> ids(1, *submission.invoice);
                if (!co_await s.runner.settled(ids, std::chrono::seconds(30)))
                    co_return Fault{FaultKind::Offline, u"not settled"_s};
                co_return s.store.invoices.find(*submission.invoice);
            };
            return service::asFuture(talk(services, actor, company, serial));
        });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(issued.isFinished(), 60000); }();
    const Result<Invoice> invoice = issued.result();
    if (!invoice.ok() || invoice->state != InvoiceState::Issued)
        qFatal("no blue invoice: %s", invoice.ok() ? "not issued" : qPrintable(invoice.fault().message));
    return invoice->number;
}

void GuiRed::tick(const QString &number)
{
    m_desk.control(u"use"_s, R"({"number":")" + number.toLatin1() + R"(","vat_use":"1"})");
}

void GuiRed::act(const QByteArray &act, const RedForm &form)
{
    m_desk.control(u"red"_s, R"({"act":")" + act + R"(","side":"buyer","uuid":")" + form.uuid.toLatin1() + R"("})");
}

template<class Page>
Page &GuiRed::open(const QString &page, const QString &argument)
{
    m_desk.office().open(page, argument);
    [&] { QTRY_VERIFY(m_desk.shows<Page>()); }();
    return m_desk.page<Page>();
}

void GuiRed::chooseOnly(ListPage *list)
{
    QTRY_VERIFY(list->model()->found() == std::optional<qint64>(1) && list->model()->row(0) != nullptr);
    list->table()->selectRow(0);
    list->table()->setFocus();
    QTRY_VERIFY(list->context().selection.isSingle());
}

RedForm GuiRed::lastForm()
{
    store::RedFormQuery query;
    query.scope = store::Scope::everything();
    const auto found = m_desk.office().reader().run(
        [actor = m_desk.office().actor(), query](service::Reading &reading) -> Result<RedForm> {
            KP_TRY(page, reading.redForms().page(actor, query, 0, 1));
            if (page.isEmpty())
                return Fault{FaultKind::NotFound, u"no form"_s};
            return reading.redForms().find(actor, page.constFirst().id);
        });
    [&] { QTRY_VERIFY(found.isFinished()); }();
    const Result<RedForm> form = found.result();
    if (!form.ok())
        qFatal("%s", qPrintable(form.fault().message));
    return *form;
}

void GuiRed::synchronise()
{
    QSignalSpy read(&m_desk.office(), &Office::formsRead);
    m_desk.office().synchroniseForms();
    QTRY_VERIFY(!m_desk.office().isReadingForms());
    QVERIFY(qvariant_cast<Outcome>(read.constLast().constFirst()).ok());
}

void GuiRed::E1_emptyPagesSayWhatBelongsThere()
{
    auto &page = open<RedPage>(u"red"_s);
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(0));
    checkSpec(page.list()->spec());
    QTRY_COMPARE(focusedName(), u"empty.step"_s); // the first step: apply
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<ApplyPage>());
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
}

void GuiRed::E7_reversesAtOnceByKeyboard()
{
    const QString number = blue();
    auto &page = open<QuickPage>(u"redQuick"_s);
    QTRY_COMPARE(page.counts(), u"This month: 1 blue, 0 red. This quarter: 1 blue, 0 red."_s);
    page.list()->setQuery({.search = number.right(6), .values = {}, .sortKey = {}}); // 模糊查询
    chooseOnly(page.list());
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redQuick.reverse"_s, 10000);
    QVERIFY(said(&page, u"redQuick.effect"_s).contains(u"-433.30"_s) ||
            said(&page, u"redQuick.effect"_s).contains(u"433.30"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page.result()->state(), std::optional(InvoiceState::Issued), 30000);
    QTRY_COMPARE(page.counts(), u"This month: 1 blue, 1 red. This quarter: 1 blue, 1 red."_s);
    const RedForm form = lastForm();
    QTRY_VERIFY(lastForm().isIssued());
    QCOMPARE(form.blueNumber, number);
    QCOMPARE(form.reason, RedReason::Mistake);
    QTRY_COMPARE(focusedName(), u"result.continue"_s);
    press(Qt::Key_Return); // 继续
    QTRY_VERIFY(page.list()->isVisible());
}

void GuiRed::E7_aRedInvoiceIsNotReversedAgain()
{
    const QString number = lastForm().blueNumber;
    auto &page = open<QuickPage>(u"redQuick"_s);
    page.list()->setQuery({.search = number, .values = {}, .sortKey = {}});
    chooseOnly(page.list());
    press(Qt::Key_Return);
    QTRY_VERIFY(page.banner()->text().contains(u"left to reverse"_s)); // of the blue one nothing is left
    QTRY_COMPARE(focusedName(), u"redQuick.back"_s);
    press(Qt::Key_Return);
    page.list()->commands()->trigger(u"red.reds"_s);
    QTRY_VERIFY(m_desk.shows<ListPage>());
    ListPage *reds = &m_desk.page<ListPage>();
    chooseOnly(reds);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<DetailPage>());
    auto &detail = m_desk.page<DetailPage>();
    QTRY_VERIFY(detail.detail().has_value());
    auto *commands = detail.findChild<CommandBar *>();
    QVERIFY(commands->whyNot(u"invoice.reverse"_s).contains(u"red invoice"_s));
}

void GuiRed::E2_anAllowanceByKeyboardAsSeller()
{
    const QString number = blue();
    tick(number);
    auto &page = open<ApplyPage>(u"redApply"_s);
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    press(Qt::Key_Return);
    auto *list = page.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    chooseOnly(list);
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
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    };
    typeCell(u"1000"_s); // more than is left
    QTRY_VERIFY(lines->hasWrong());
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
    const RedForm form = lastForm();
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
    act("agree", form);
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
    QTRY_VERIFY(lastForm().isIssued());
}

void GuiRed::E2_whatCanNotBeReversedIsSaid()
{
    const QString number = blue();
    m_desk.misbehave(R"([{"kind":"http500","operation":"FPZTXXCX","count":9}])");
    auto &page = open<ApplyPage>(u"redApply"_s, number); // from the invoice: side and invoice are known
    QTRY_VERIFY_WITH_TIMEOUT(!page.banner()->text().isEmpty() && !page.banner()->text().startsWith(u"Asking"_s), 60000);
    QVERIFY(page.unsaved().isEmpty());
    m_desk.misbehave("[]");
    auto *list = page.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    chooseOnly(list);
    press(Qt::Key_Return); // again, and it goes on where it was
    QTRY_COMPARE_WITH_TIMEOUT(focusedName(), u"redApply.reason01"_s, 20000);
    QVERIFY(!isShown(&page, u"redApply.reason04"_s)); // nothing of an unused invoice can be reversed in part
}

void GuiRed::E3_aReceivedFormIsConfirmedAndRefused()
{
    for (const bool agree : {true, false}) {
        const QString number = blue();
        tick(number);
        m_desk.control(
            u"red"_s, R"({"act":"apply","side":"buyer","reason":"01","blue":")" + number.toLatin1() + R"("})");
        QSignalSpy received(&m_desk.office(), &Office::formsReceived);
        synchronise();
        QTRY_COMPARE(received.size(), 1);
        auto &list = open<ListPage>(u"redAnswer"_s);
        chooseOnly(&list);
        m_desk.doors().asked.clear();
        m_desk.doors().accepts = false; // 取消
        list.commands()->trigger(agree ? u"red.confirm"_s : u"red.refuse"_s);
        QTRY_COMPARE(m_desk.doors().asked.size(), 1);
        QCOMPARE(lastForm().state, RedFormState::AwaitsSeller);
        m_desk.doors().accepts = true;
        list.commands()->trigger(agree ? u"red.confirm"_s : u"red.refuse"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            lastForm().state, agree ? RedFormState::Confirmed : RedFormState::RefusedBySeller, 10000);
        QTRY_COMPARE(list.model()->found(), std::optional<qint64>(0));
        QVERIFY(list.banner()->text().contains(agree ? u"confirmed"_s : u"refused"_s));
    }
}

void GuiRed::E3_theTimeLeftGoesOn()
{
    const QString number = blue();
    tick(number);
    m_desk.control(u"red"_s, R"({"act":"apply","side":"buyer","reason":"01","blue":")" + number.toLatin1() + R"("})");
    synchronise();
    auto &list = open<ListPage>(u"redAnswer"_s);
    chooseOnly(&list);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<FormPage>());
    auto &page = m_desk.page<FormPage>();
    QTRY_COMPARE(page.timeLeftText(), u"Time left: 2 d 23 h"_s);
    QTRY_COMPARE(
        qobject_cast<QAbstractItemView *>(page.findChild<QWidget *>(u"redForm.lines"_s))->model()->rowCount(), 2);
}

void GuiRed::E6_downloadsAMonthAsAWorkbook()
{
    auto &page = open<RedPage>(u"red"_s);
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
    const RedForm form = lastForm();
    auto &page = open<FormPage>(u"redForm"_s, QString::number(form.id.value()));
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
    chooseOnly(forms);
    press(Qt::Key_Return);
    QTRY_COMPARE(&m_desk.page<FormPage>(), &page); // it was open
}

void GuiRed::looks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiRed::looks()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    m_desk.signIn();
    const auto check = [&](QWidget *page, const QString &name) {
        if (language == u"zh_CN"_s)
            QTRY_COMPARE(englishIn(shownTexts(page)), QStringList());
        shoot(m_desk.window(), name + u'-' + dress);
        QCOMPARE(checkNothingCutOff(page), QStringList());
        QCOMPARE(checkTabOrder(page), QStringList());
        QCOMPARE(checkNames(page), QStringList());
    };
    auto &home = open<RedPage>(u"red"_s);
    QTRY_VERIFY(home.list()->model()->row(0) != nullptr);
    home.list()->table()->selectRow(0);
    QTRY_VERIFY(isShown(&home, u"red.state01"_s) || isShown(&home, u"red.state.01"_s));
    check(&home, u"red-home"_s);
    home.download()->begin();
    check(&home, u"red-download"_s);

    auto &answers = open<ListPage>(u"redAnswer"_s);
    chooseOnly(&answers);
    check(&answers, u"red-answer"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk.shows<FormPage>());
    auto &form = m_desk.page<FormPage>();
    QTRY_VERIFY(!form.timeLeftText().isEmpty());
    check(&form, u"red-form"_s);

    auto &quick = open<QuickPage>(u"redQuick"_s);
    QTRY_VERIFY(quick.list()->model()->row(0) != nullptr && !quick.counts().isEmpty());
    quick.list()->table()->selectRow(0);
    check(&quick, u"red-quick"_s);

    const QString number = blue();
    tick(number);
    auto &apply = open<ApplyPage>(u"redApply"_s);
    QTRY_COMPARE(focusedName(), u"redApply.seller"_s);
    check(&apply, u"red-side"_s);
    press(Qt::Key_Return);
    auto *list = apply.findChild<ListPage *>();
    list->setQuery({.search = number, .values = {}, .sortKey = {}});
    chooseOnly(list);
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
    act("agree", lastForm());
    synchronise();
    auto &sheet = open<RedInvoicePage>(u"redInvoice"_s, QString::number(lastForm().id.value()));
    QTRY_VERIFY_WITH_TIMEOUT(sheet.picture()->isDrawn(), 20000);
    QTRY_COMPARE(focusedName(), u"redInvoice.issue"_s);
    check(&sheet, u"red-issue"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(sheet.result()->state(), std::optional(InvoiceState::Issued), 30000);
    check(&sheet, u"red-result"_s);
}

QTEST_MAIN(GuiRed)
#include "tst_gui_red.moc"
