// SPDX-License-Identifier: GPL-3.0-or-later
// Every face the issuing page has, in both languages and both schemes: translated, and nothing cut off. With
// KP_SHOTS=DIR each is also saved as a picture (QT_SCALE_FACTOR=2 for crisp ones): pictures are looked at by people.
#include "tests/gui/issuing.h"
#include "tests/gui/looks.h"

#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/order_template.h"
#include "core/rules/match.h"
#include "core/rules/totals.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/line_table.h"
#include "ui/kit/paste_preview.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/line_box.h"
#include "ui/pages/issuing/result_panel.h"

#include <QLineEdit>
#include <QTableWidget>

using namespace gui;

namespace
{
DraftLine lineOf(const rules::ClassificationCatalogue &classes, const QString &item, const char *quantity,
    const char *price, const char *rate)
{
    const auto proposals = classes.proposals(item, QDate(2026, 6, 1), 1);
    DraftLine line;
    line.item = item;
    line.classification = proposals.isEmpty() ? QString() : proposals.constFirst().row->code;
    line.unit = u"件"_s;
    line.quantity = Decimal::parse(QString::fromLatin1(quantity));
    line.price = Decimal::parse(QString::fromLatin1(price));
    line.amount = Decimal::productAsMoney(*line.quantity, *line.price);
    line.rate = TaxRate::parse(QString::fromLatin1(rate));
    return line;
}

/// Three rates, two discounts, everything in the head.
InvoiceDraft fullDraft(const rules::ClassificationCatalogue &classes)
{
    InvoiceDraft draft;
    draft.buyer = {u"演练云帆信息技术有限公司"_s, buyerTaxNumber, u"北京市演练区云杉路 8 号"_s, u"010-00000008"_s,
        u"演练银行北京云杉路支行"_s, u"0200000009000000008"_s};
    draft.buyerEmail = u"caiwu@yunfan.example"_s;
    draft.remark = u"合同编号 YL-2026-8"_s;
    draft.payee = u"演收款"_s;
    draft.reviewer = u"演复核"_s;
    draft.lines = {lineOf(classes, u"红富士苹果"_s, "10", "68.5", "0.09"),
        lineOf(classes, u"会议投影仪 X200"_s, "2", "3999", "0.13"),
        lineOf(classes, u"技术咨询服务"_s, "1", "12000", "0.06")};
    draft.lines[0].discount = Money::fromFen(68'50);
    draft.lines[1].discount = Money::fromFen(998'00);
    return draft;
}

/// What says more than there is room for.
QStringList cutOff(QWidget *page)
{
    QStringList out;
    const auto look = [&](const QWidget *part, const QString &text, int wanted) {
        if (part->isVisible() && !text.isEmpty() && wanted > part->width())
            out.append(u"%1 “%2” %3 > %4"_s.arg(part->objectName(), text).arg(wanted).arg(part->width()));
    };
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (!label->wordWrap())
            look(label, label->text(), label->minimumSizeHint().width());
    for (const QAbstractButton *button : page->findChildren<QAbstractButton *>())
        look(button, button->text(), button->minimumSizeHint().width());
    for (const QHeaderView *header : page->findChildren<QHeaderView *>())
        for (int i = 0; header->isVisible() && header->orientation() == Qt::Horizontal && i < header->count(); ++i)
            if (!header->isSectionHidden(i) && header->sectionSizeHint(i) > header->sectionSize(i))
                out.append(u"heading “%1”"_s.arg(header->model()->headerData(i, Qt::Horizontal).toString()));
    return out;
}
} // namespace

class GuiIssuingLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void I4_everyFace_data();
    void I4_everyFace();

private:
    [[nodiscard]] IssuingPage &page() { return m_desk.page<IssuingPage>(); }
    void look(const QString &face);
    void newDraft();
    void fill(const InvoiceDraft &draft);
    TestDesk m_desk;
    QTemporaryDir m_files;
    QString m_dress;
    bool m_chinese = false;
};

void GuiIssuingLooks::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

void GuiIssuingLooks::I4_everyFace_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiIssuingLooks::look(const QString &face)
{
    QCoreApplication::processEvents(); // laid out
    shoot(m_desk.window(), face + u'-' + m_dress);
    QCOMPARE(cutOff(&page()).join(u'|'), QString());
    if (m_chinese)
        QCOMPARE(englishIn(shownTexts(&page())).join(u'|'), QString());
}

void GuiIssuingLooks::newDraft()
{
    while (page().panes().size() > 1) {
        const qsizetype before = page().panes().size();
        page().closeDraft(0);
        QTRY_COMPARE(page().panes().size(), before - 1);
    }
    page().closeDraft(0);
    QTRY_VERIFY(page().pane()->isFree() && !page().pane()->isResult());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
}

/// Puts a draft on the sheet in front, and waits until it is judged: a picture of it shows its sums.
void GuiIssuingLooks::fill(const InvoiceDraft &draft)
{
    page().sheet()->show(draft);
    page().pane()->follow();
    QTRY_COMPARE(
        textOf(page().sheet(), u"totals.gross"_s), u"¥"_s + page().sheet()->compose().totals.gross().toGrouped());
}

void GuiIssuingLooks::I4_everyFace()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    m_dress = QString::fromLatin1(QTest::currentDataTag());
    m_chinese = language == "zh_CN"_L1;
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    m_desk.signIn();
    newDraft();
    const auto classes = m_desk.office().classification();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.office().stock().has_value(), 20000);
    look(u"empty"_s);

    const InvoiceDraft full = fullDraft(*classes);
    fill(full);
    page().sheet()->goTo(u"quantity"_s, 0);
    QTRY_VERIFY(textOf(&page(), u"draft.kept"_s).contains(u':'));
    look(u"filled"_s);
    page().sheet()->goTo(u"buyerEmail"_s, -1); // with address, bank and account
    look(u"parties"_s);

    page().sheet()->goTo(u"item"_s, 0);
    paste(u"红富士苹果\t大果\t箱\tzehn\t10\n会议投影仪\tX200\t台\t1\t200\n技术咨询服务\t\t次\t1\t12000\n"_s);
    QVERIFY(page().findChild<PastePreview *>()->isVisible());
    look(u"paste"_s);
    press(Qt::Key_Escape);

    workbook::BookWriter book;
    book.addSheet(workbook::lineTemplate().lines.name);
    for (const workbook::TemplateColumn &column : workbook::lineTemplate().lines.columns)
        book.write(workbook::templateHeaderRow, column.number, column.name);
    for (int row = 0; row < 6; ++row) {
        book.write(workbook::templateFirstRow + row, 1, u"红富士苹果"_s);
        book.write(workbook::templateFirstRow + row, 7, row % 3 == 1 ? u"很多"_s : u"100"_s);
        book.write(workbook::templateFirstRow + row, 8, row == 4 ? u"13"_s : u"0.09"_s);
    }
    const QString file = m_files.filePath(u"明细.xlsx"_s);
    QVERIFY(book.save(file).ok());
    page().sheet()->lineBox()->openImport({});
    look(u"import"_s);
    page().sheet()->lineBox()->openImport(file);
    QTRY_VERIFY_WITH_TIMEOUT(!page().findChild<ImportPanel *>()->isBusy(), 20000);
    look(u"imported"_s);
    press(Qt::Key_Escape);

    page().sheet()->lineBox()->openItems();
    look(u"items"_s);
    const auto *words = page().findChild<QTableWidget *>(u"items.list"_s)->viewport()->findChild<QLabel *>();
    const QString none = words->text();
    auto *search = page().findChild<QLineEdit *>(u"items.search"_s);
    search->setText(u"没有这种商品"_s);
    Q_EMIT search->textEdited(search->text());
    QTRY_VERIFY(words->text() != none); // what to do when nothing is called so
    QVERIFY(words->heightForWidth(words->width()) <= words->height());
    look(u"items-not-found"_s);
    press(Qt::Key_Escape);

    // Several side by side; the one in front has the margin scheme and its vouchers, and is not right yet.
    page().addDraft();
    InvoiceDraft margin = full;
    margin.taxMode = TaxMode::MarginNet;
    margin.lines = {lineOf(*classes, u"技术咨询服务"_s, "1", "12000", "0.06")};
    margin.buyer.name = u"演练远山酒店管理有限公司北京第二分公司"_s;
    DeductionVoucher voucher;
    voucher.number = u"26110000000000000001"_s;
    voucher.date = QDate(2026, 10, 1);
    voucher.total = Money::fromFen(9'000'00);
    voucher.used = Money::fromFen(8'000'00);
    margin.vouchers = {voucher, voucher};
    fill(margin);
    look(u"margin"_s);
    page().addDraft();
    look(u"drafts"_s);
    page().pane()->issue(); // nothing is filled in
    QVERIFY(!page().findChild<FindingsPanel *>()->findings().isEmpty() || page().banner() != nullptr);
    look(u"findings"_s);

    press(Qt::Key_F1);
    auto *card = m_desk.window().findChild<QWidget *>(u"keys"_s);
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(cutOff(card).join(u'|'), QString());
    shoot(*card, u"keys-"_s + m_dress);
    QVERIFY2(card->height() <= m_desk.window().height(), "the card fits into the window");
    card->hide();

    newDraft();
    fill(full);
    page().pane()->issue();
    QTRY_VERIFY_WITH_TIMEOUT(page().result()->state() == InvoiceState::Issued, 30000);
    QTRY_VERIFY(!textOf(&page(), u"result.credit"_s).isEmpty());
    look(u"result"_s);
}

QTEST_MAIN(GuiIssuingLooks)
#include "tst_gui_issuing_looks.moc"
