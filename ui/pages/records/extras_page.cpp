// SPDX-License-Identifier: GPL-3.0-or-later
// 附加要素信息维护 (S1 1.1.3): the elements a company has of its own, and the scenes that use them together.
#include "ui/pages/invoice_words.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/texts.h"

#include <QTabBar>
#include <QTabWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
RecordSpec elementsSpec(Office &office)
{
    using R = ElementDefinition;
    const QList<Word> types = codeWords<ElementType>();
    ColumnSpec type = columnOf<R>(u"type"_s, 120);
    type.words = types;
    RecordSpec spec;
    spec.list = {.key = u"extraElements"_s,
        .title = RecordPagesText::tr("Extra elements"),
        .columns = {columnOf<R>(u"name"_s, 280), type, columnOf<R>(u"changedBy"_s, 120),
            columnOf<R>(u"changedAt"_s, 160)},
        .searchHint = RecordPagesText::tr("Name or pinyin initials"),
        .emptyText =
            RecordPagesText::tr("Fields of the company's own on its invoices, such as an order number. At most ten.")};
    spec.form = {{{{}, {{.key = u"name"_s, .required = true}, {.key = u"type"_s, .words = types}}}}, 1};
    spec.fresh = {{u"type"_s, QString::fromLatin1(code(ElementType::Text))}};
    spec.whyNoMore = [](const CommandContext &context) {
        const bool full = context.query == ListQuery() && context.found >= ElementDefinition::most;
        return full ? RecordPagesText::tr("A company has at most %1 extra elements.").arg(ElementDefinition::most)
                    : QString();
    };
    return describe<R>(office, spec);
}

/// The names of the elements by id, as far as they are loaded: what a scene shows for its ids.
using ElementWords = std::shared_ptr<QList<Word>>;

RecordSpec scenesSpec(Office &office, const ElementWords &elements)
{
    using R = Scene;
    RecordSpec spec;
    spec.list = {.key = u"scenes"_s,
        .title = RecordPagesText::tr("Scenes"),
        .columns = {columnOf<R>(u"name"_s, 220), columnOf<R>(u"elements"_s, 380), columnOf<R>(u"changedBy"_s, 120),
            columnOf<R>(u"changedAt"_s, 160)},
        .searchHint = RecordPagesText::tr("Name or pinyin initials"),
        .emptyText = RecordPagesText::tr(
            "A scene names the extra elements that are filled in together for one kind of business.")};
    spec.list.columns[1].sortable = false;
    spec.list.tables = {u"extra_element"_s};
    spec.form = {{{{}, {{.key = u"name"_s, .required = true},
                           {.key = u"elements"_s, .required = true, .lines = 10, .many = true}}}},
        1};
    return describe<R>(office, spec, RecordsOf::ChosenCompany, [elements](const Scene &scene, const QString &column) {
        if (column != "elements"_L1)
            return QVariant();
        QStringList names;
        for (const ElementId id : scene.elements)
            for (const Word &word : *elements)
                if (word.code == QString::number(id.value()))
                    names.append(word.text);
        return QVariant(names.join(u"、"_s));
    });
}

/// Loads the elements a scene may use.
void loadElements(Office &office, RecordPage *scenes, const ElementWords &words)
{
    const auto elements = office.reader().run(
        [actor = office.actor(), query = recordQuery<ElementDefinition>(office, {}, RecordsOf::ChosenCompany)](
            service::Reading &reading) {
            return reading.records<ElementDefinition>().page(actor, query, {}, ElementDefinition::most);
        });
    then(scenes, elements, [scenes, words](const Result<store::RecordPage<ElementDefinition>> &page) {
        if (!page.ok())
            return;
        words->clear();
        for (const ElementDefinition &element : page->rows)
            words->append({QString::number(element.id.value()), element.name});
        scenes->panel()->form()->editor(u"elements"_s)->setWords(*words);
        scenes->list()->refresh();
    });
}
} // namespace

QWidget *makeExtrasPage(Office &office, QWidget *parent)
{
    auto *tabs = new QTabWidget(parent);
    tabs->setObjectName(u"extras"_s);
    tabs->setWindowTitle(RecordPagesText::tr("Extra elements"));
    tabs->tabBar()->setObjectName(u"extras.tabs"_s);
    tabs->tabBar()->setAccessibleName(tabs->windowTitle());
    tabs->setDocumentMode(true);
    const auto words = std::make_shared<QList<Word>>();
    RecordPage *elements = makeRecordPage(office, elementsSpec(office), tabs);
    RecordPage *scenes = makeRecordPage(office, scenesSpec(office, words), tabs);
    tabs->addTab(elements, elements->windowTitle());
    tabs->addTab(scenes, scenes->windowTitle());
    tabs->setFocusProxy(elements);
    QObject::connect(
        tabs, &QTabWidget::currentChanged, tabs, [tabs](int index) { tabs->setFocusProxy(tabs->widget(index)); });
    const auto load = [&office, scenes, words] { loadElements(office, scenes, words); };
    QObject::connect(&office, &Office::companyChanged, scenes, load);
    QObject::connect(&office, &Office::tablesChanged, scenes, [load](const QStringList &tables) {
        if (tables.contains("extra_element"_L1))
            load();
    });
    load();
    return tabs;
}

} // namespace kp
