// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/saved_queries.h"

#include "ui/kit/texts.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QWidgetAction>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QString queriesKey(const QString &listKey)
{
    return u"list/"_s + listKey + u"/saved"_s;
}

QJsonObject toJson(const SavedQuery &saved)
{
    QJsonObject values;
    for (auto it = saved.query.values.constBegin(); it != saved.query.values.constEnd(); ++it)
        values.insert(it.key(), it.value());
    return {{u"name"_s, saved.name}, {u"search"_s, saved.query.search}, {u"values"_s, values},
        {u"sort"_s, saved.query.sortKey}, {u"descending"_s, saved.query.descending}};
}

SavedQuery fromJson(const QJsonObject &json)
{
    SavedQuery saved{json[u"name"_s].toString(), {}};
    saved.query.search = json[u"search"_s].toString();
    saved.query.sortKey = json[u"sort"_s].toString();
    saved.query.descending = json[u"descending"_s].toBool();
    const QJsonObject values = json[u"values"_s].toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        saved.query.values.insert(it.key(), it.value().toString());
    return saved;
}

void write(const QString &listKey, const QList<SavedQuery> &queries, DeskMemory &memory)
{
    QJsonArray array;
    for (const SavedQuery &query : queries)
        array.append(toJson(query));
    memory.write(queriesKey(listKey), QJsonDocument(array).toJson(QJsonDocument::Compact));
}
} // namespace

QList<SavedQuery> savedQueries(const QString &listKey, const DeskMemory &memory)
{
    QList<SavedQuery> out;
    const QJsonArray array = QJsonDocument::fromJson(memory.read(queriesKey(listKey))).array();
    for (const auto &entry : array)
        out.append(fromJson(entry.toObject()));
    return out;
}

void saveQuery(const QString &listKey, const SavedQuery &query, DeskMemory &memory)
{
    QList<SavedQuery> queries = savedQueries(listKey, memory);
    const auto same =
        std::find_if(queries.begin(), queries.end(), [&](const SavedQuery &q) { return q.name == query.name; });
    if (same == queries.end())
        queries.append(query);
    else
        *same = query;
    write(listKey, queries, memory);
}

void forgetQuery(const QString &listKey, const QString &name, DeskMemory &memory)
{
    QList<SavedQuery> queries = savedQueries(listKey, memory);
    queries.removeIf([&](const SavedQuery &query) { return query.name == name; });
    write(listKey, queries, memory);
}

SavedQueriesButton::SavedQueriesButton(
    QString listKey, DeskMemory &memory, std::function<ListQuery()> present, QWidget *parent)
    : QToolButton(parent)
    , m_listKey(std::move(listKey))
    , m_memory(memory)
    , m_present(std::move(present))
{
    setObjectName(u"list.saved"_s);
    setIcon(kp::icon(Icon::Bookmark));
    setAccessibleName(KitText::tr("Saved filters"));
    setToolTip(accessibleName());
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &SavedQueriesButton::offer);
}

void SavedQueriesButton::offer()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"list.saved.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<SavedQuery> queries = savedQueries(m_listKey, m_memory);
    for (const SavedQuery &saved : queries)
        connect(menu->addAction(saved.name), &QAction::triggered, this,
            [this, query = saved.query] { Q_EMIT chosen(query); });
    if (!queries.isEmpty()) {
        menu->addSeparator();
        QMenu *forget = menu->addMenu(kp::icon(Icon::Remove), KitText::tr("Forget"));
        for (const SavedQuery &saved : queries)
            connect(forget->addAction(saved.name), &QAction::triggered, this,
                [this, name = saved.name] { forgetQuery(m_listKey, name, m_memory); });
        menu->addSeparator();
    }
    addSaving(*menu);
    menu->popup(mapToGlobal(QPoint(0, height())));
}

/// A name is asked for in the menu itself: no box for one word.
void SavedQueriesButton::addSaving(QMenu &menu)
{
    auto *row = new QWidget(&menu);
    auto *name = new QLineEdit(row);
    name->setObjectName(u"list.saved.name"_s);
    name->setAccessibleName(KitText::tr("Name for the present filters"));
    name->setPlaceholderText(name->accessibleName());
    name->setMinimumWidth(grid(28));
    auto *save = new QPushButton(KitText::tr("Save"), row);
    save->setObjectName(u"list.saved.save"_s);
    save->setEnabled(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    layout->addWidget(name);
    layout->addWidget(save);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(row);
    menu.addAction(action);
    connect(name, &QLineEdit::textChanged, save,
        [save](const QString &text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(name, &QLineEdit::returnPressed, save, &QPushButton::click);
    connect(save, &QPushButton::clicked, this, [this, name, menu = &menu] {
        saveQuery(m_listKey, {name->text().trimmed(), m_present()}, m_memory);
        menu->close();
    });
}

} // namespace kp
