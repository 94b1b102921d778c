// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/more_box.h"

#include "core/domain/id_document.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/futures.h"
#include "ui/kit/icons.h"
#include "ui/pages/issuing/draft_fields.h"
#include "ui/pages/issuing/look_up.h"
#include "ui/pages/issuing/part_grid.h"
#include "ui/pages/issuing/texts.h"
#include "ui/pages/office.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostScenes = 50;

std::shared_ptr<LineGrammar> elementGrammar()
{
    return std::make_shared<RecordGrammar<ExtraElement>>(
        QList<LineColumn>{{.key = u"name"_s, .label = {}, .width = 200}, {.key = u"type"_s, .label = {}, .width = 120},
            {.key = u"value"_s, .label = {}, .width = 320, .stretch = true}});
}

QList<Word> documentWords()
{
    const QList<Word> none{{.code = {}, .text = u"—"_s}};
    return none + wordsOf(
                      idDocumentTypes(), [](const IdDocumentRow &row) { return row.code; },
                      [](const IdDocumentRow &row) { return QStringView(row.official).toString(); });
}

struct NamedScene {
    QString name;
    QStringList elements;
};

/// The scenes of a company with the names of their elements.
Result<QList<NamedScene>> scenesOf(service::Reading &reading, const Actor &actor, CompanyId company)
{
    store::RecordQuery query;
    query.scope = store::Scope::only(company);
    KP_TRY(scenes, reading.records<Scene>().page(actor, query, std::nullopt, mostScenes));
    QList<NamedScene> out;
    for (const Scene &scene : scenes.rows) {
        QList<qint64> ids;
        for (const ElementId id : scene.elements)
            ids.append(id.value());
        KP_TRY(elements, reading.records<ElementDefinition>().findAll(actor, ids));
        NamedScene named{scene.name, {}};
        for (const ElementDefinition &element : elements)
            named.elements.append(element.name);
        out.append(named);
    }
    return out;
}
} // namespace

MoreBox::MoreBox(Office &office, DraftFields &fields, QWidget *parent)
    : Ruled(Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge, parent)
    , m_office(office)
    , m_fold(new QToolButton(this))
    , m_inside(new QWidget(this))
{
    setObjectName(u"more"_s);
    m_fold->setObjectName(u"more.fold"_s);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setText(IssuingPageText::tr("Extra elements, buyer's agent"));
    m_elements = new PartGrid(
        u"elements"_s, IssuingPageText::tr("Extra elements"), elementGrammar(), office.desk().memory, m_inside);
    m_scenes = new QPushButton(IssuingPageText::tr("From a scene"), m_elements);
    m_scenes->setObjectName(u"elements.scene"_s);
    m_scenes->setProperty("role", u"link"_s);
    m_elements->head()->addWidget(m_scenes);
    setTabOrder(m_scenes, m_elements->table()); // it stands above the grid
    auto *inside = new QVBoxLayout(m_inside);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_elements);
    addAgent(fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_inside);
    connect(m_fold, &QToolButton::toggled, this, &MoreBox::setOpen);
    connect(m_elements, &PartGrid::edited, this, &MoreBox::edited);
    connect(m_scenes, &QPushButton::clicked, this, &MoreBox::offerScenes);
    setOpen(false);
}

void MoreBox::addAgent(DraftFields &fields)
{
    auto *holder = new QWidget(m_inside);
    auto *row = new FlowLayout(grid(2), 6, holder);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(fields.addCell({.key = u"agent.name"_s}, holder));
    row->addWidget(fields.addCell({.key = u"agent.idType"_s, .words = documentWords()}, holder));
    for (const char *key : {"agent.idNumber", "agent.country", "agent.taxNumber", "agent.phone"})
        row->addWidget(fields.addCell({.key = QString::fromLatin1(key)}, holder));
    m_inside->layout()->addWidget(holder);
}

void MoreBox::setOpen(bool open)
{
    m_fold->setChecked(open);
    m_fold->setIcon(icon(open ? Icon::ChevronUp : Icon::ChevronDown));
    m_inside->setVisible(open);
}

void MoreBox::offerScenes()
{
    const auto found =
        m_office.reader().run([actor = m_office.actor(), company = companyOf(m_office)](
                                  service::Reading &reading) { return scenesOf(reading, actor, company); });
    then(this, found, [this](const Result<QList<NamedScene>> &scenes) {
        if (!scenes.ok()) {
            Q_EMIT failed(scenes.fault());
            return;
        }
        auto *menu = new QMenu(this);
        menu->setObjectName(u"elements.scenes"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const NamedScene &scene : *scenes)
            connect(menu->addAction(scene.name), &QAction::triggered, this,
                [this, names = scene.elements] { take(names); });
        if (scenes->isEmpty())
            menu->addAction(IssuingPageText::tr("No scene is kept yet"))->setEnabled(false);
        menu->popup(m_scenes->mapToGlobal(QPoint(0, m_scenes->height())));
    });
}

void MoreBox::take(const QStringList &names)
{
    QVariantList elements = m_elements->table()->lines()->values();
    const auto first = static_cast<int>(elements.size());
    for (const QString &name : names)
        elements.append(QVariant::fromValue(ExtraElement{.name = name, .type = {}, .value = {}}));
    m_elements->table()->lines()->replaceAll(elements, m_scenes->text());
    m_elements->table()->goTo(first, u"value"_s);
}

} // namespace kp
