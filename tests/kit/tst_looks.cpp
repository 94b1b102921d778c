// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the kit put together as pages put them. With KP_SHOTS=folder each look is kept there as a picture.
#include "tests/kit/draft_grammar.h"
#include "tests/kit/fakes.h"
#include "tests/kit/reading_order.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/busy_strip.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/saved_queries.h"
#include "ui/kit/window_doors.h"
#include "ui/kit/windowed_model.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

void keepPicture(QWidget &widget, const QString &name)
{
    QCoreApplication::sendPostedEvents(); // layouts that wait
    const QString folder = qEnvironmentVariable("KP_SHOTS");
    if (folder.isEmpty())
        return;
    const QString file =
        u"%1-%2@%3.png"_s.arg(name, isDark() ? u"dark"_s : u"light"_s).arg(qRound(widget.devicePixelRatioF() * 100));
    QVERIFY(widget.grab().save(QDir(folder).filePath(file)));
}

QList<Command> listCommands()
{
    const auto nothing = [](const CommandContext &) {};
    const auto needsRows = [](const CommandContext &context) {
        return context.selection.isEmpty() ? u"Select the invoices first."_s : QString();
    };
    return {
        {.id = u"invoice.pdf"_s, .text = u"Save PDF"_s, .icon = Icon::Pdf, .whyDisabled = needsRows, .run = nothing},
        {.id = u"invoice.print"_s, .text = u"Print"_s, .icon = Icon::Print, .whyDisabled = needsRows, .run = nothing},
        {.id = u"invoice.discard"_s,
            .text = u"Discard"_s,
            .icon = Icon::Remove,
            .whyDisabled = needsRows,
            .run = nothing},
        {.id = u"invoice.issue"_s,
            .text = u"Issue invoice"_s,
            .icon = Icon::Issue,
            .shortcut = QKeySequence(u"Ctrl+Alt+N"_s),
            .needs = Permission::IssueInvoices,
            .primary = true,
            .run = nothing}};
}

ListSpec fullList(qint64 rows)
{
    ListSpec spec = invoiceList(std::make_shared<FakeRows>(rows));
    spec.commands = listCommands();
    return spec;
}

FormSpec buyerForm()
{
    return {{{u"Buyer"_s, {{.key = u"buyer.name"_s, .required = true, .hint = u"Name, code or initials"_s},
                              {.key = u"buyer.taxNumber"_s, .face = Face::Code}, {.key = u"buyer.address"_s},
                              {.key = u"buyer.phone"_s}, {.key = u"buyer.bank"_s},
                              {.key = u"buyer.account"_s, .face = Face::Code}}},
                {u"Invoice"_s, {{.key = u"kind"_s,
                                    .words = {{QString::fromLatin1(code(InvoiceKind::Special)), u"Special"_s},
                                        {QString::fromLatin1(code(InvoiceKind::Ordinary)), u"Ordinary"_s}}},
                                   {.key = u"taxIncluded"_s}, {.key = u"remark"_s, .span = 2, .lines = 3}}}},
        2};
}

/// A page as tall as a window: the widget is shown and its layout settled.
void present(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

void checkPage(QWidget &page)
{
    QCOMPARE(checkTabOrder(&page).join(u'\n'), QString());
    QCOMPARE(checkNames(&page).join(u'\n'), QString());
    QCOMPARE(checkNothingCutOff(&page).join(u'\n'), QString());
}

} // namespace

class LooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }

    void init()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        applyTheme(*qApp, scheme);
    }

    void filledList()
    {
        FakeDesk desk;
        ListPage page(fullList(1'000'000), desk.desk);
        present(page, {1180, 720});
        QTRY_COMPARE(page.model()->rowCount(), 1'000'000);
        page.setFocus();
        QVERIFY(page.table()->hasFocus());
        page.table()->selectRow(2);
        page.table()->selectionModel()->select(
            page.model()->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *chosen = page.findChild<QLabel *>(u"status.chosen"_s);
        QTRY_VERIFY(chosen->text().contains(u"Gross"));
        checkPage(page);
        const QWidget *found = page.findChild<QLabel *>(u"status.found"_s);
        QCOMPARE(found->mapTo(&page, QPoint()).x(), page.table()->mapTo(&page, QPoint()).x());
        keepPicture(page, u"list"_s);
        QTest::mouseClick(page.findChild<QToolButton *>(u"list.columns"_s), Qt::LeftButton);
        auto *menu = page.findChild<QMenu *>(u"list.columns.menu"_s);
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        keepPicture(*menu, u"columns"_s);
        menu->close();
        saveQuery(u"invoices"_s, {u"Refused this month"_s, {}}, desk.memory);
        saveQuery(u"invoices"_s, {u"大额专票"_s, {}}, desk.memory);
        QTest::mouseClick(page.findChild<QToolButton *>(u"list.saved"_s), Qt::LeftButton);
        menu = page.findChild<QMenu *>(u"list.saved.menu"_s);
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        keepPicture(*menu, u"saved"_s);
        menu->close();
    }

    void narrowList()
    {
        FakeDesk desk;
        ListPage page(fullList(20), desk.desk);
        present(page, {480, 480});
        QTRY_COMPARE(page.model()->rowCount(), 20);
        QCOMPARE(checkTabOrder(&page).join(u'\n'), QString());
        QCOMPARE(checkNothingCutOff(&page).join(u'\n'), QString());
        QVERIFY2(page.findChild<QPushButton *>(u"invoice.issue"_s)->isVisible(), "the primary command never hides");
        QVERIFY(!page.findChild<QPushButton *>(u"invoice.discard"_s)->isVisible());
        keepPicture(page, u"list-narrow"_s);
    }

    void loadingList()
    {
        FakeDesk desk;
        auto source = std::make_shared<FakeRows>(1'000'000);
        ListSpec spec = invoiceList(source);
        spec.commands = listCommands();
        ListPage page(spec, desk.desk);
        present(page, {1180, 480});
        QTRY_COMPARE(page.model()->rowCount(), 1'000'000);
        source->held = true;
        page.table()->scrollTo(page.model()->index(500'000, 0), QAbstractItemView::PositionAtTop);
        keepPicture(page, u"list-loading"_s);
        source->failing = true;
        source->held = false;
        page.refresh();
        QTRY_VERIFY(page.banner()->isVisible());
        checkPage(page);
        keepPicture(page, u"list-failed"_s);
    }

    void emptyList()
    {
        FakeDesk desk;
        ListPage page(fullList(0), desk.desk);
        present(page, {1180, 560});
        auto *step = page.findChild<QPushButton *>(u"empty.step"_s);
        QTRY_VERIFY(step->isVisible());
        QCOMPARE(step->text(), u"Issue invoice"_s);
        checkPage(page);
        keepPicture(page, u"list-empty"_s);
    }

    void issuing()
    {
        QWidget page;
        FakeDesk desk;
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins(16, 16, 16, 16);
        auto *banner = new Banner(&page);
        auto *busy = new BusyStrip(desk.clock, &page);
        const FormSpec spec = buyerForm();
        auto *form = new Form(spec, traitsOf<InvoiceDraft>(spec), &page);
        auto *table = new LineTable(std::make_shared<DraftGrammar>(), &page);
        table->setObjectName(u"lines"_s);
        table->setAccessibleName(u"Lines"_s);
        auto *findings = new FindingsPanel(&page);
        auto *badges = new QHBoxLayout;
        column->addWidget(banner);
        column->addWidget(busy);
        column->addWidget(form);
        column->addWidget(table, 1);
        column->addWidget(findings);
        column->addLayout(badges);
        for (const auto &[word, tone] : {std::pair{u"Issued"_s, Tone::Success}, {u"Asking"_s, Tone::Warning},
                 {u"Refused"_s, Tone::Error}, {u"Processing"_s, Tone::Info}, {u"Queued"_s, Tone::Neutral}}) {
            auto *badge = new Badge(&page);
            badge->show(word, tone);
            badges->addWidget(badge);
        }
        badges->addStretch(1);

        InvoiceDraft draft;
        draft.buyer.name = u"星河示例科技有限公司"_s;
        draft.buyer.taxNumber = u"91310000MA1FL5G2X"_s;
        draft.remark = u"合同号 2026-018"_s;
        fill(*form, draft);
        DraftLine paper;
        paper.item = u"办公用纸 A4"_s;
        paper.spec = u"70g 500张"_s;
        paper.unit = u"包"_s;
        paper.quantity = Decimal(1200);
        paper.price = Decimal::fromParts(2350, 2);
        paper.amount = Money::fromFen(2'820'000);
        paper.rate = TaxRate::fromMillionths(130'000);
        DraftLine back = paper;
        back.item = u"退回办公用纸"_s;
        back.amount = Money::fromFen(-120050);
        table->lines()->load({QVariant::fromValue(paper), QVariant::fromValue(back), QVariant::fromValue(DraftLine{})});
        table->lines()->putText(1, 3, u"十二"_s);
        const QList<Finding> said{{Severity::Error, u"buyer.taxNumber"_s, -1,
                                      u"The tax number has 17 characters; it must have 15, 18 or 20."_s},
            {Severity::Warning, u"rate"_s, 0, u"13 % is unusual for this classification."_s},
            {Severity::Error, u"quantity"_s, 1, u"Quantity is not a number."_s}};
        form->setFindings(said);
        table->lines()->setFindings(said);
        findings->show(said);
        banner->show({.tone = Tone::Warning,
            .text = u"The platform can not be reached. Invoices are kept and sent as soon as it answers."_s,
            .actionText = u"Try now"_s,
            .action = {},
            .reference = u"7f3a09c2"_s});
        busy->start(u"Issuing"_s, 5000);
        desk.clock.advance(15'000);
        busy->advance(1275);
        present(page, {1180, 900});
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 3));
        checkPage(page);
        keepPicture(page, u"issuing"_s);
        const QImage grid = table->viewport()->grab().toImage();
        const auto colorAt = [&](int x) {
            const QPoint at(x, table->rowViewportPosition(2) + table->rowHeight(2) / 2);
            return grid.pixelColor((QPointF(at) * grid.devicePixelRatio()).toPoint());
        };
        QCOMPARE(colorAt(table->columnViewportPosition(1) - 1), colors().line);
        QVERIFY2(colorAt(table->viewport()->width() - 1) != colors().line, "a frame stands beside the last column");

        QApplication::setActiveWindow(&page);
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::sendKeyEvent(QTest::Click, table, Qt::Key_unknown, u"办公"_s, Qt::NoModifier);
        auto *popup = table->findChild<ProposalPopup *>();
        QVERIFY(popup != nullptr);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        keepPicture(*popup, u"proposals"_s);
        keepPicture(*table, u"grid-editing"_s);
    }

    void tabsAreCutStraight()
    {
        QTabBar tabs;
        tabs.setExpanding(false);
        tabs.setElideMode(Qt::ElideNone);
        for (int i = 0; i < 9; ++i)
            tabs.addTab(u"Issued invoices"_s);
        present(tabs, {480, 36});
        QTest::mouseClick(tabs.findChild<QToolButton *>(u"ScrollRightButton"_s), Qt::LeftButton); // cut on both sides
        keepPicture(tabs, u"tabs-scrolled"_s);
        QStyleOptionTab option;
        option.initFrom(&tabs);
        for (const auto edge : {QStyle::PE_IndicatorTabTearLeft, QStyle::PE_IndicatorTabTearRight}) {
            QImage image(20, 36, QImage::Format_RGB32);
            image.fill(colors().window);
            option.rect = image.rect();
            QPainter painter(&image);
            tabs.style()->drawPrimitive(edge, &option, &painter, &tabs);
            painter.end();
            for (int y = 1; y < image.height(); ++y)
                QCOMPARE(image.copy(0, y, image.width(), 1), image.copy(0, 0, image.width(), 1));
        }
    }

    void question()
    {
        FakeDesk desk;
        QWidget window;
        present(window, {800, 400});
        WindowDoors doors(desk.memory);
        bool answered = false;
        doors.ask(&window,
            {.title = u"Discard invoice 2544 0000 0000 0001 7236?"_s,
                .text =
                    u"The number becomes free again and the credit of 1,356.00 is given back. This can not be undone."_s,
                .accept = u"Discard"_s,
                .destructive = true},
            [&answered](bool accepted) { answered = accepted; });
        auto *dialog = window.findChild<QDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        checkPage(*dialog);
        keepPicture(*dialog, u"question"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"question.accept"_s), Qt::LeftButton);
        QVERIFY(answered);
    }

    void questionWithANote()
    {
        FakeDesk desk;
        QWidget window;
        present(window, {800, 400});
        WindowDoors doors(desk.memory);
        QString noted;
        bool answered = false;
        doors.ask(&window,
            {.title = u"Confirm"_s,
                .text = u"You confirm that the invoice may be reversed as form 11002611000000000002 says."_s,
                .accept = u"Confirm"_s,
                .destructive = true,
                .note = u"Opinion (kept here)"_s,
                .noted = [&noted](const QString &note) { noted = note; }},
            [&answered](bool accepted) { answered = accepted; });
        auto *dialog = window.findChild<QDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        checkPage(*dialog);
        keepPicture(*dialog, u"question-note"_s);
        auto *note = dialog->findChild<QLineEdit *>(u"question.note"_s);
        QVERIFY(dialog->findChild<QPushButton *>(u"question.refuse"_s)->isDefault());
        note->setFocus();
        QTest::keyClicks(note, u"goods are back"_s);
        QTest::keyClick(note, Qt::Key_Return); // who writes means it
        QVERIFY(answered);
        QCOMPARE(noted, u"goods are back"_s);
    }

    void icons()
    {
        QWidget sheet;
        auto *layout = new QGridLayout(&sheet);
        int place = 0;
        for (int i = 1; i <= static_cast<int>(Icon::Bookmark); ++i, ++place) {
            auto *label = new QLabel(&sheet);
            const QPixmap picture = icon(static_cast<Icon>(i)).pixmap(QSize(32, 32), sheet.devicePixelRatioF());
            label->setPixmap(picture);
            layout->addWidget(label, place / 9, place % 9);
            const QImage image = picture.toImage();
            bool drawn = false;
            for (int x = 0; x < image.width() && !drawn; ++x)
                for (int y = 0; y < image.height() && !drawn; ++y)
                    drawn = image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).rgb() == colors().text.rgb();
            QVERIFY2(drawn, qPrintable(fileName(static_cast<Icon>(i))));
        }
        present(sheet, {400, 260});
        keepPicture(sheet, u"icons"_s);
    }
};

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
