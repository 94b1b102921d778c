// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the navigation, empty and filled, with its form and its import open, in both languages and both
// schemes: texts, tab order, names, and nothing cut off. With KP_SHOTS=DIR each is also saved as a picture.
#include "tests/gui/looks.h"
#include "tests/gui/record_hands.h"
#include "tests/kit/reading_order.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/list_table.h"
#include "ui/kit/result_table.h"
#include "ui/kit/tree_picker.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"

#include <QHeaderView>
#include <QPointer>
#include <QTabWidget>

#include <utility>

using namespace gui;

namespace
{
/// All lists of a page: it may be one, hold one beside a form, or hold several in tabs.
QList<ListPage *> listsOf(QWidget *page)
{
    QList<ListPage *> lists = page->findChildren<ListPage *>();
    if (auto *own = qobject_cast<ListPage *>(page))
        lists.append(own);
    return lists;
}

constexpr int headingPaddingPx = 8; // style.qss

/// Headings that do not fit into their columns as these come with the list.
QStringList cutHeadings(QWidget *page)
{
    QStringList cut;
    for (const ListTable *table : page->findChildren<ListTable *>()) {
        const QHeaderView *header = table->horizontalHeader();
        QFont bold = header->font();
        bold.setBold(true);
        for (int column = 0; table->isVisible() && column < header->count(); ++column) {
            const QString heading = table->model()->headerData(column, Qt::Horizontal).toString();
            // The arrow has its place only where the list is sorted by it.
            const int needed = column == header->sortIndicatorSection()
                                   ? header->sectionSizeHint(column)
                                   : QFontMetrics(bold).horizontalAdvance(heading) + 2 * headingPaddingPx;
            if (!header->isSectionHidden(column) && header->sectionSize(column) < needed)
                cut.append(u"%1: %2 px of %3"_s.arg(heading).arg(header->sectionSize(column)).arg(needed));
        }
    }
    return cut;
}

const QStringList &recordPages()
{
    static const QStringList ids{u"items"_s, u"favourites"_s, u"customers"_s, u"extras"_s, u"businessTypes"_s};
    return ids;
}

/// Fields that share a row are as wide as one another.
QStringList unlikeColumns(const Form &form)
{
    QStringList unlike;
    QHash<int, const FieldBox *> rows;
    for (const FieldBox *box : form.findChildren<FieldBox *>())
        if (const FieldBox *beside = std::exchange(rows[box->y()], box);
            beside != nullptr && std::abs(beside->width() - box->width()) > 1)
            unlike.append(
                u"%1: %2 and %3 px"_s.arg(box->editor()->objectName()).arg(beside->width()).arg(box->width()));
    return unlike;
}

/// What opens beside a list goes down to the edge of the window, whatever stands beneath the list.
void checkReach(const RecordPage &page)
{
    const QWidget *panel = page.panel();
    QTRY_COMPARE(panel->mapTo(panel->window(), panel->rect().bottomLeft()).y(), panel->window()->rect().bottom());
}
} // namespace

class GuiRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPageOpensEmptyInBothLanguages();
    void fill();
    void everyPageOpensFilled_data();
    void everyPageOpensFilled();
    void narrowPagesShowOneThingAtATime();

private:
    void walk(const QString &dress);
    void walkForms(const QString &dress);
    void walkImports(const QString &dress);
    void judge(QWidget *page, const QString &name);
    void speak(const QString &language);
    template<class T>
    void save(const T &record);
    TestDesk m_desk;
    QTemporaryDir m_files;
    bool m_chinese = false;
};

void GuiRecords::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

/// Texts, order, names and room of a page as it stands.
void GuiRecords::judge(QWidget *page, const QString &name)
{
    if (m_chinese)
        QTRY_COMPARE(englishIn(shownTexts(page)).join(u'\n'), QString());
    QTRY_COMPARE(checkTabOrder(page).join(u'\n'), QString());
    QCOMPARE(checkNames(page).join(u'\n'), QString());
    QCOMPARE(checkNothingCutOff(page).join(u'\n'), QString());
    QCOMPARE(cutHeadings(page).join(u'\n'), QString());
    shoot(m_desk.window(), name);
}

/// Opens every page of the navigation and judges its description and its looks.
void GuiRecords::walk(const QString &dress)
{
    for (const PageEntry &entry : pagesFor(m_desk.office().actor())) {
        m_desk.office().open(entry.id);
        QWidget *page = m_desk.window().workbench()->currentPage();
        QVERIFY2(page != nullptr && page->objectName() == entry.id, qPrintable(entry.id));
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!page->windowTitle().isEmpty());
        QTRY_VERIFY2(page->isAncestorOf(QApplication::focusWidget()), qPrintable(entry.id)); // empty or not
        for (ListPage *list : listsOf(page)) {
            QTRY_VERIFY2_WITH_TIMEOUT(list->model()->found().has_value(), qPrintable(entry.id), 20000);
            QTRY_COMPARE(list->model()->rowCount(), static_cast<int>(list->model()->found().value_or(-1)));
            QTRY_VERIFY(list->model()->rowCount() == 0 || list->model()->row(0) != nullptr);
            QVERIFY2(!list->banner()->isVisible(), qPrintable(list->banner()->text()));
            checkSpec(list->spec());
        }
        for (RecordPage *records : page->findChildren<RecordPage *>())
            QVERIFY(records->spec().manages != records->spec().views);
        judge(page, entry.id + u'-' + dress);
        if (auto *tabs = qobject_cast<QTabWidget *>(page)) {
            tabs->setCurrentIndex(1);
            judge(page, entry.id + u"-2-"_s + dress);
            tabs->setCurrentIndex(0);
        }
    }
    QCOMPARE(checkTabOrder(m_desk.window().workbench()).join(u'\n'), QString());
}

/// The window makes its workbench anew for another language, once the event that asked for it is over.
void GuiRecords::speak(const QString &language)
{
    const QPointer<QWidget> before(m_desk.window().workbench());
    m_desk.desktop().preferences().setLanguage(language);
    QTRY_VERIFY(before.isNull() && m_desk.window().workbench() != nullptr);
}

void GuiRecords::everyPageOpensEmptyInBothLanguages()
{
    walk(u"empty-en"_s);
    speak(u"zh_CN"_s);
    m_chinese = true;
    walk(u"empty-zh"_s);
    speak(u"en"_s);
    m_chinese = false;
}

template<class T>
void GuiRecords::save(const T &record)
{
    const auto saved = m_desk.office().ask([actor = m_desk.office().actor(), record](service::Services &services) {
        const auto outcome = services.records<T>().save(actor, record);
        return outcome.record.ok() ? Outcome(Done{}) : Outcome(outcome.record.fault());
    });
    QTRY_VERIFY(saved.isFinished());
    QVERIFY2(saved.result().ok(), saved.result().ok() ? "" : qPrintable(saved.result().fault().message));
}

/// Records of every kind, with long names and missing fields among them.
void GuiRecords::fill()
{
    const CompanyId company = m_desk.office().companyId();
    const QString code = apples(m_desk)->code;
    const QStringList names{
        u"红富士苹果"_s, u"黄元帅苹果"_s, u"国光苹果"_s, u"阿克苏冰糖心苹果（特级礼盒装，产地直发，含冷链运输服务）"_s};
    for (const QString &name : names) {
        Item item;
        item.company = company;
        item.name = name;
        item.classification = code;
        item.spec = name.size() > 10 ? u"12 枚 × 2 层，单果直径不小于 85 毫米"_s : u"80mm"_s;
        item.unit = u"箱"_s;
        item.price = Decimal::parse(name.size() > 10 ? u"1288.123456" : u"68.5");
        item.rate = TaxRate::parse(u"0.09"_s);
        item.category = u"水果"_s;
        save(item);
    }
    const auto added = m_desk.office().ask([actor = m_desk.office().actor(), company](service::Services &services) {
        return services.favourites.add(actor, company, {ItemId(1), ItemId(4), ItemId(2)});
    });
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result().ok());
    for (const QString &name : {u"演练云帆信息技术有限公司"_s, u"演练青禾农产品商行"_s,
             u"演练远山国际酒店管理（集团）股份有限公司北京演练区云杉路分公司"_s}) {
        Customer customer;
        customer.company = company;
        customer.party.name = name;
        customer.party.taxNumber = name.size() > 12 ? u"91110000YL0000012K"_s : QString();
        customer.kind = name.size() > 12 ? PartyKind::Company : PartyKind::Person;
        customer.party.address = u"北京市演练区云杉路 8 号"_s;
        customer.party.phone = u"010-00000008"_s;
        customer.email = u"invoices@example.com"_s;
        customer.contact = u"陈云杉"_s;
        save(customer);
    }
    for (const QString &name : {u"订单号"_s, u"车牌号"_s, u"客房入住日期"_s})
        save(ElementDefinition{{}, company, name, ElementType::Text, {}});
    save(Scene{{}, company, u"酒店住宿"_s, {ElementId(1), ElementId(3)}, {}});
    save(BusinessType{{}, company, u"线上销售"_s, u"各平台的订单"_s, {}});
    save(BusinessType{{}, company, u"门店零售"_s, {}, {}});
}

void GuiRecords::everyPageOpensFilled_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiRecords::everyPageOpensFilled()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    m_desk.signIn();
    m_chinese = language == "zh_CN"_L1;
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    walk(dress);
    if (!QTest::currentTestFailed())
        walkForms(dress);
    if (!QTest::currentTestFailed())
        walkImports(dress);
}

/// The form for a new one, and for one there is.
void GuiRecords::walkForms(const QString &dress)
{
    for (const QString &id : recordPages()) {
        RecordPage &page = goTo(m_desk, id);
        QTRY_VERIFY(page.list()->model()->row(0) != nullptr);
        page.list()->table()->selectRow(0);
        if (page.list()->commands()->find(u"record.new"_s) == nullptr) {
            press(Qt::Key_Return);
            QTRY_VERIFY(!page.panel()->form()->text(u"name"_s).isEmpty());
            judge(&page, id + u"-view-"_s + dress);
            checkReach(page);
            press(Qt::Key_Escape);
            continue;
        }
        press(Qt::Key_F2);
        QTRY_VERIFY(!focused().isEmpty() && page.panel()->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(!page.panel()->form()->text(u"name"_s).isEmpty());
        judge(&page, id + u"-edit-"_s + dress);
        checkReach(page);
        QCOMPARE(unlikeColumns(*page.panel()->form()), QStringList());
        if (id == "customers"_L1) // in the list as in the form
            QCOMPARE(cell(page, 0, u"taxNumber"_s), page.panel()->form()->text(u"taxNumber"_s));
        press(Qt::Key_Escape);
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(!focused().isEmpty() && page.panel()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_S, Qt::ControlModifier); // with all there is to say of an empty one
        QTRY_VERIFY(page.panel()->findChild<QLabel *>(u"name.finding"_s)->isVisible());
        judge(&page, id + u"-findings-"_s + dress);
        if (id == "items"_L1) {
            page.panel()->form()->focusField(u"classification"_s);
            press(Qt::Key_F7);
            auto *picker = page.findChild<TreePicker *>();
            QTRY_VERIFY(picker->isVisible());
            shoot(*picker, u"picker-"_s + dress);
            press(Qt::Key_Escape);
            QTRY_COMPARE(focused(), u"classification"_s);
        }
        press(Qt::Key_Escape);
        QTRY_VERIFY(!page.panel()->isOpen());
    }
}

/// The import before and after a file was tried out.
void GuiRecords::walkImports(const QString &dress)
{
    const QString path = m_files.filePath(u"客户.csv"_s);
    write(path, u"客户名称,纳税人识别号,购买方类型,地址\n"
                u"演练云帆信息技术有限公司,91110000YL0000012K,企业,北京市演练区云杉路 9 号\n"
                u"演练新客户,,个人,\n"
                u"演练错号客户,91 号,企业,\n"
                u"演练疑号客户,91110000YL00000120,企业,\n"
                u",,企业,\n"_s.toUtf8());
    RecordPage &page = goTo(m_desk, u"customers"_s);
    page.list()->commands()->trigger(u"record.import"_s);
    QTRY_COMPARE(focused(), u"import.choose"_s);
    judge(&page, u"customers-import-"_s + dress);
    m_desk.doors().path = path;
    press(Qt::Key_Space);
    auto *results = page.importing()->findChild<ResultTable *>();
    QTRY_COMPARE(results->model().results().size(), 5);
    QTRY_COMPARE(results->model().rowCount(), 3);
    const QString unnamed = results->model().results().constLast().text;
    QVERIFY2(unnamed.contains(m_chinese ? u"客户名称必须填写"_s : u"Name (客户名称) must be filled in."_s),
        qPrintable(unnamed));
    QVERIFY(!m_chinese || !unnamed.contains(u'('));
    judge(&page, u"customers-import-result-"_s + dress);
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

/// On a small window the form has the page to itself, and the keyboard with it.
void GuiRecords::narrowPagesShowOneThingAtATime()
{
    const QSize before = m_desk.window().size();
    m_desk.window().resize(900, 700);
    RecordPage &page = goTo(m_desk, u"customers"_s);
    QTRY_VERIFY(page.list()->model()->row(0) != nullptr);
    page.list()->table()->selectRow(0);
    press(Qt::Key_Return);
    QTRY_VERIFY(page.panel()->isOpen() && !page.list()->isVisible());
    QCOMPARE(focused(), u"record.close"_s);
    QTRY_COMPARE(page.panel()->width(), page.width());
    judge(&page, u"customers-narrow"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(page.list()->isVisible());
    QTRY_COMPARE(focused(), u"list.table"_s);
    m_desk.window().resize(before);
}

QTEST_MAIN(GuiRecords)
#include "tst_gui_records.moc"
