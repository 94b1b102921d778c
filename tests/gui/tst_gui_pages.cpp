// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the catalogue, empty and filled, in both languages and both schemes. With KP_SHOTS=DIR each is also
// saved as a picture (QT_SCALE_FACTOR=2 for crisp ones): pictures are looked at by people.
#include "tests/gui/desk.h"
#include "tests/gui/looks.h"
#include "tests/kit/reading_order.h"

#include "core/domain/schemas.h"
#include "core/service/task_future.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/line_table.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_parts.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/invoices_page.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>

using namespace gui;

namespace
{
struct Ware {
    QString item;
    QString code; ///< 税收分类编码
    QString unit;
    QString quantity;
    QString price;
    QString rate;
};

const QList<Ware> &wares()
{
    static const QList<Ware> list{{u"红富士苹果"_s, u"1010115010100000000"_s, u"箱"_s, u"10"_s, u"68.5"_s, u"0.09"_s},
        {u"会议投影仪 X200"_s, u"1090512010000000000"_s, u"台"_s, u"2"_s, u"3999"_s, u"0.13"_s},
        {u"技术咨询服务"_s, u"3040105000000000000"_s, u"次"_s, u"1"_s, u"12000"_s, u"0.06"_s}};
    return list;
}

/// An invoice to an invented buyer. @param n makes it differ from the others
InvoiceDraft sampleDraft(const rules::ClassificationCatalogue &classes, int n)
{
    static const QStringList buyers{
        u"演练云帆信息技术有限公司"_s, u"演练青禾农产品商行"_s, u"演练远山酒店管理有限公司"_s};
    InvoiceDraft draft;
    draft.serial = u"PAGES%1"_s.arg(n, 6, 10, QChar(u'0'));
    draft.kind = InvoiceKind::Ordinary;
    draft.buyer.name = buyers.at(n % buyers.size());
    draft.buyer.taxNumber = u"91110000YL0000012K"_s;
    draft.buyer.address = u"北京市演练区云杉路 8 号"_s;
    draft.buyer.phone = u"010-00000008"_s;
    draft.remark = u"合同编号 YL-2026-%1"_s.arg(n);
    draft.payee = u"演收款"_s;
    draft.reviewer = u"演复核"_s;
    for (int i = 0; i <= n % 3; ++i) {
        const Ware &ware = wares().at((n + i) % wares().size());
        // Codes come and go with each edition of the table: any one of the name's kind will do.
        const auto proposals = classes.proposals(ware.item, QDate(2026, 6, 1), 1);
        const Classification *known = classes.find(ware.code);
        const Classification *chosen = known != nullptr && !known->summary ? known : proposals.value(0).row;
        DraftLine line;
        line.item = ware.item;
        line.classification = chosen == nullptr ? QString() : chosen->code;
        line.unit = ware.unit;
        line.quantity = Decimal::parse(ware.quantity);
        line.price = Decimal::parse(ware.price);
        line.amount = Decimal::productAsMoney(*line.quantity, *line.price);
        line.rate = TaxRate::parse(ware.rate);
        draft.lines.append(line);
    }
    return draft;
}
} // namespace

class GuiPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void emptyPages();
    void filledPages_data();
    void filledPages();
    void tabOrderIsTheOrderOfReading();
    void theListFindsSumsAndRefuses();
    void aRefusedInvoiceIsWrittenAgainFromTheList();
    void numbersAreDrawnBeforeTheyRunOut();
    void changesLanguageAndColoursInPlace();

private:
    void issueSamples(int count);
    TestDesk m_desk;
};

void GuiPages::initTestCase()
{
    m_desk.open(u"zh_CN"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, 20000);
    shoot(m_desk.window(), u"welcome-zh"_s);
    m_desk.setUp();
}

void GuiPages::emptyPages()
{
    for (const PageEntry &entry : pagesFor(m_desk.office().actor())) {
        m_desk.office().open(entry.id);
        QWidget *page = m_desk.window().workbench()->currentPage();
        QVERIFY2(page != nullptr && page->objectName() == entry.id, qPrintable(entry.id));
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!page->windowTitle().isEmpty());
        QTRY_COMPARE(englishIn(shownTexts(page)), QStringList());
    }
    m_desk.office().open(u"invoices"_s);
    ListPage *list = &m_desk.page<ListPage>();
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(0));
    shoot(m_desk.window(), u"list-empty"_s);
    checkSpec(list->spec());
    issueSamples(26);
    m_desk.misbehave(R"([{"kind":"force_failed","operation":"QDFPSC"}])");
    issueSamples(1);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->found(), std::optional<qint64>(27), 10000); // by itself
}

/// Through the services, and on until the platform has settled them.
void GuiPages::issueSamples(int count)
{
    static int next = 0;
    const int from = std::exchange(next, next + count);
    const auto settled = m_desk.office().ask([actor = m_desk.office().actor(),
                                                 company = m_desk.office().company()->company.id, from,
                                                 count](service::Services &services) {
        const auto talk = [](service::Services &s, Actor by, CompanyId of, int first, int n) -> QCoro::Task<Outcome> {
            QList<InvoiceDraft> drafts;
            for (int i = 0; i < n; ++i)
                drafts.append(sampleDraft(*s.issuing.classification(), first + i));
            KP_CO_DO(co_await s.stock.ensure(of, n, Money::fromFen(100'000'000)));
            KP_CO_TRY(submissions, s.issuing.submitAll(by, of, drafts));
            QList<InvoiceId> ids;
            for (const service::Submission &submission : submissions) {
                if (!submission.invoice.ok())
                    co_return Fault{FaultKind::Invalid, submission.findings.isEmpty()
                                                            ? submission.invoice.fault().message
                                                            : submission.findings.constFirst().text};
                ids.append(*submission.invoice);
            }
            KP_CO_DO(s.runner.wake());
            if (!co_await s.runner.settled(ids, std::chrono::seconds(30)))
                co_return Fault{FaultKind::Offline, u"not settled"_s};
            co_return Done{};
        };
        return service::asFuture(talk(services, actor, company, from, count));
    });
    QTRY_VERIFY_WITH_TIMEOUT(settled.isFinished(), 60000);
    const Outcome outcome = settled.result();
    QVERIFY2(outcome.ok(), outcome.ok() ? "" : qPrintable(outcome.fault().message));
}

void GuiPages::filledPages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiPages::filledPages()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, 20000);
    shoot(m_desk.window(), u"signin-"_s + dress);
    m_desk.signIn();
    const bool chinese = language == "zh_CN"_L1;

    IssuingPage *issuing = &m_desk.page<IssuingPage>();
    issuing->sheet()->show(sampleDraft(*m_desk.office().classification(), 2));
    // of the sheet in front: a draft kept from the last dress may stand beside it with the same sum
    QTRY_COMPARE(issuing->sheet()->findChild<QLabel *>(u"totals.gross"_s)->text(), u"¥20,683.00"_s);
    if (chinese)
        QTRY_COMPARE(englishIn(shownTexts(issuing)), QStringList());
    shoot(m_desk.window(), u"issuing-"_s + dress);
    QCOMPARE(checkNothingCutOff(issuing), QStringList());

    m_desk.office().open(u"invoices"_s);
    ListPage *list = &m_desk.page<ListPage>();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->found(), std::optional<qint64>(27), 10000);
    QTRY_VERIFY(list->model()->row(3) != nullptr);
    list->table()->selectRow(2);
    list->table()->setFocus();
    if (chinese)
        QTRY_COMPARE(englishIn(shownTexts(list)), QStringList());
    QTRY_VERIFY(list->commands()->whyNot(u"invoice.open"_s).isEmpty());
    QTRY_VERIFY(list->findChild<StatusRow *>()->text().contains(u"685.00"_s)); // the sums of the selection
    shoot(m_desk.window(), u"list-"_s + dress);
    QCOMPARE(checkNothingCutOff(list), QStringList());

    press(Qt::Key_Return);
    DetailPage *detail = &m_desk.page<DetailPage>();
    QTRY_VERIFY_WITH_TIMEOUT(detail->picture()->isDrawn(), 20000);
    if (chinese)
        QCOMPARE(englishIn(shownTexts(detail)), QStringList());
    shoot(m_desk.window(), u"detail-"_s + dress);
    QCOMPARE(checkNothingCutOff(detail), QStringList());
}

void GuiPages::tabOrderIsTheOrderOfReading()
{
    Workbench *bench = m_desk.window().workbench();
    QVERIFY(bench != nullptr);
    for (const PageEntry &entry : pagesFor(m_desk.office().actor())) {
        m_desk.office().open(entry.id);
        QTRY_VERIFY(bench->currentPage()->isVisible());
        const bool begins = entry.id == "redApply"_L1 || entry.id == "redPlan"_L1; // with a choice of two
        const qsizetype least = begins ? 2 : 6;
        QVERIFY2(tabChain(bench->currentPage()).size() >= least, qPrintable(entry.id));
        QCOMPARE(checkTabOrder(bench->currentPage()), QStringList());
        QCOMPARE(checkNames(bench->currentPage()), QStringList());
        QCOMPARE(checkNothingCutOff(bench->currentPage()), QStringList());
    }
    QCOMPARE(checkTabOrder(bench).join(u'\n'), QString());
    QCOMPARE(checkNames(bench).join(u'\n'), QString());
    QCOMPARE(checkNothingCutOff(bench).join(u'\n'), QString());
}

void GuiPages::theListFindsSumsAndRefuses()
{
    m_desk.office().open(u"invoices"_s);
    ListPage *list = &m_desk.page<ListPage>();
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(27));
    list->setQuery({.search = u"青禾"_s, .values = {}, .sortKey = {}});
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(9));
    list->setQuery({.search = {}, .values = {{u"state"_s, u"refused"_s}}, .sortKey = {}});
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(1));
    QTRY_VERIFY(list->model()->rowCount() == 1 && list->model()->row(0) != nullptr);

    // The list asks again whenever something is written: what is selected stays so.
    list->table()->selectRow(0);
    const ListSelection chosen = list->context().selection;
    QVERIFY(chosen.isSingle());
    for (int round = 0; round < 5; ++round) {
        list->tablesChanged({u"invoice"_s});
        QSignalSpy came(list->model(), &WindowedModel::rowsCame);
        QVERIFY(came.wait());
        QVERIFY(list->context().selection == chosen);
    }
    QCOMPARE(list->commands()->whyNot(u"invoice.discard"_s), QString());
    QCOMPARE(list->commands()->whyNot(u"invoice.correct"_s), QString());
    QVERIFY(!list->commands()->whyNot(u"invoice.retry"_s).isEmpty());
    QVERIFY(!list->commands()->whyNot(u"invoice.savePdf"_s).isEmpty()); // nobody shall take it for an invoice

    m_desk.doors().asked.clear();
    list->commands()->trigger(u"invoice.discard"_s);
    QTRY_COMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.doors().asked.constFirst().destructive);
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(0)); // it is not refused any more, but discarded
    list->setQuery({.search = {}, .values = {{u"state"_s, u"discarded"_s}}, .sortKey = {}});
    QTRY_COMPARE(list->model()->found(), std::optional<qint64>(1));

    // Of many, those that are issued are saved, and it is said how many are not.
    list->setQuery({.search = {}, .values = {}, .sortKey = {}});
    QTRY_COMPARE(list->model()->rowCount(), 27);
    QDir().mkpath(m_desk.folder() + u"/pdfs"_s);
    m_desk.doors().path = m_desk.folder() + u"/pdfs"_s;
    list->table()->selectionModel()->select(
        QItemSelection(list->model()->index(0, 0), list->model()->index(2, list->model()->columnCount() - 1)),
        QItemSelectionModel::ClearAndSelect);
    list->commands()->trigger(u"invoice.savePdf"_s);
    QTRY_VERIFY(list->banner()->text().contains(u"2"_s) && list->banner()->text().contains(u"1 invoices are not"_s));
    QCOMPARE(QDir(m_desk.doors().path).entryList({u"*.pdf"_s}).size(), 2);
}

void GuiPages::aRefusedInvoiceIsWrittenAgainFromTheList()
{
    m_desk.misbehave(R"([{"kind":"force_failed","operation":"QDFPSC"}])");
    issueSamples(1);
    m_desk.office().open(u"invoices"_s);
    ListPage *list = &m_desk.page<ListPage>();
    list->setQuery({.search = {}, .values = {{u"state"_s, u"refused"_s}}, .sortKey = {}});
    QTRY_VERIFY(list->model()->rowCount() == 1 && list->model()->row(0) != nullptr);
    list->table()->selectRow(0);
    const InvoiceId id(list->model()->row(0)->id);
    const QString number = groupedCode(list->model()->row(0)->cells.constFirst().toString());
    list->commands()->trigger(u"invoice.correct"_s);
    QTRY_VERIFY(m_desk.shows<IssuingPage>());
    IssuingPage *page = &m_desk.page<IssuingPage>();
    QTRY_VERIFY(page->banner()->text().contains(number)); // until then another draft may stand there
    QVERIFY(!page->sheet()->draft().buyer.name.isEmpty());
    m_desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk.window()));
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->state() == InvoiceState::Issued, 30000);
    QCOMPARE(page->result()->invoice(), id);

    // F4: the same once more, under a number of its own.
    press(Qt::Key_F4);
    QTRY_VERIFY(page->sheet()->isVisible() && page->banner()->text().contains(u"a copy of invoice"_s));
    QVERIFY(!page->sheet()->draft().buyer.name.isEmpty());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page->result()->invoice() != id && page->result()->state() == InvoiceState::Issued, 30000);
}

/// B5: a hundred are drawn at the start; when few are left more come without anybody asking.
void GuiPages::numbersAreDrawnBeforeTheyRunOut()
{
    QTRY_VERIFY(m_desk.office().stock().has_value());
    const int left = static_cast<int>(m_desk.office().stock()->numbers);
    QVERIFY(left > 20 && left < 100);
    issueSamples(left - 10);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.office().stock()->numbers >= 100, 20000);
}

void GuiPages::changesLanguageAndColoursInPlace()
{
    m_desk.office().open(u"issuing"_s);
    const QStringList english = shownTexts(m_desk.window().workbench()->currentPage());
    m_desk.desktop().preferences().setScheme(Scheme::Light);
    m_desk.desktop().preferences().setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(m_desk.shows<IssuingPage>() && shownTexts(m_desk.window().workbench()->currentPage()) != english);
    QTRY_COMPARE(englishIn(shownTexts(m_desk.window().workbench()->currentPage())), QStringList());
    QVERIFY(!isDark());
    QVERIFY(m_desk.window().workbench()->openPages().size() >= 2);
}

QTEST_MAIN(GuiPages)
#include "tst_gui_pages.moc"
