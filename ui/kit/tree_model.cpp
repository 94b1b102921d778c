// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/texts.h"
#include "ui/kit/tree_picker.h"

#include "core/base/pinyin.h"
#include "ui/kit/theme.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int notChoosable = 25; ///< by so much what can not be taken comes later
} // namespace

int fitOf(const TreeEntry &entry, const QString &text)
{
    constexpr auto folding = Qt::CaseInsensitive;
    if (text.isEmpty())
        return 0;
    if (entry.code.startsWith(text))
        return 95;
    if (entry.name.compare(text, folding) == 0)
        return 100;
    if (entry.shortName.compare(text, folding) == 0)
        return 80;
    if (entry.name.startsWith(text, folding))
        return 75;
    const bool byInitials = areInitials(text) && containsInitials(entry.name, text);
    if (byInitials && entry.name.size() == text.size())
        return 72;
    if (entry.name.contains(text, folding))
        return 60;
    if (entry.shortName.contains(text, folding))
        return 50;
    if (byInitials)
        return 40;
    return text.size() > 1 && entry.words.contains(text, folding) ? 20 : 0;
}

TreeModel::TreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void TreeModel::setEntries(QList<TreeEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_places = QList<Place>(m_entries.size());
    m_roots.clear();
    m_byCode.clear();
    m_found.clear();
    m_searching = false;
    for (int i = 0; i < m_entries.size(); ++i) {
        const int parent = m_byCode.value(m_entries.at(i).parent, -1);
        QList<int> &siblings = parent < 0 ? m_roots : m_places[parent].children;
        m_places[i].parent = parent;
        m_places[i].row = static_cast<int>(siblings.size());
        siblings.append(i);
        m_byCode.insert(m_entries.at(i).code, i);
    }
    endResetModel();
}

void TreeModel::search(const QString &text)
{
    beginResetModel();
    m_searching = !text.isEmpty();
    m_found.clear();
    QList<std::pair<int, int>> fits; // the negative fit and the entry: best first, then in the order of the codes
    for (int i = 0; m_searching && i < m_entries.size(); ++i)
        if (const int fit = fitOf(m_entries.at(i), text); fit > 0)
            fits.append({m_entries.at(i).choosable ? -fit : -fit + notChoosable, i}); // what can be taken comes first
    const auto last = fits.begin() + std::min<qsizetype>(mostFound, fits.size());
    std::partial_sort(fits.begin(), last, fits.end());
    for (auto it = fits.begin(); it != last; ++it)
        m_found.append(it->second);
    endResetModel();
}

const TreeEntry *TreeModel::entry(const QModelIndex &index) const
{
    return index.isValid() ? &m_entries.at(static_cast<qsizetype>(index.internalId())) : nullptr;
}

QModelIndex TreeModel::indexOf(const QString &code) const
{
    const int at = m_byCode.value(code, -1);
    return at < 0 || m_searching ? QModelIndex() : createIndex(m_places.at(at).row, 0, static_cast<quintptr>(at));
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columns || row >= rowCount(parent))
        return {};
    const QList<int> &siblings = m_searching        ? m_found
                                 : parent.isValid() ? m_places.at(static_cast<qsizetype>(parent.internalId())).children
                                                    : m_roots;
    return createIndex(row, column, static_cast<quintptr>(siblings.at(row)));
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    const int parent =
        m_searching || !index.isValid() ? -1 : m_places.at(static_cast<qsizetype>(index.internalId())).parent;
    return parent < 0 ? QModelIndex() : createIndex(m_places.at(parent).row, 0, static_cast<quintptr>(parent));
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    if (m_searching)
        return parent.isValid() ? 0 : static_cast<int>(m_found.size());
    return static_cast<int>(
        parent.isValid() ? m_places.at(static_cast<qsizetype>(parent.internalId())).children.size() : m_roots.size());
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return columns;
}

QString TreeModel::wayTo(int entry) const
{
    QStringList way;
    for (int at = entry; at >= 0; at = m_places.at(at).parent)
        way.prepend(m_entries.at(at).name);
    return way.join(u" › "_s);
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    const auto at = static_cast<int>(index.internalId());
    const TreeEntry &entry = m_entries.at(at);
    if (role == Qt::ToolTipRole)
        return wayTo(at);
    if (role == Qt::ForegroundRole && !entry.choosable)
        return colors().muted;
    if (role == Qt::FontRole && index.column() == CodeColumn)
        return codeFont();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case CodeColumn:
        return entry.code;
    case NameColumn:
        return entry.name;
    case ShortNameColumn:
        return entry.shortName;
    default:
        return entry.note;
    }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return KitText::tr("Code");
    case NameColumn:
        return KitText::tr("Name");
    case ShortNameColumn:
        return KitText::tr("Short name");
    default:
        return KitText::tr("Tax rate");
    }
}

Qt::ItemFlags TreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace kp
