// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/id_selection.h"

#include "ui/kit/futures.h"
#include "ui/kit/windowed_model.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <limits>

namespace kp
{

IdSelection::IdSelection(WindowedModel *model, QObject *parent)
    : QItemSelectionModel(model, parent)
    , m_model(model)
{
    connect(this, &QItemSelectionModel::selectionChanged, this, &IdSelection::follow);
    connect(model, &WindowedModel::rowsCame, this, &IdSelection::mirror);
}

ListSelection IdSelection::chosen() const
{
    if (m_everything)
        return {.everything = true, .ids = {}};
    // In the order of the list where it is known: what is printed or exported keeps the order on the screen.
    QList<std::pair<int, qint64>> placed;
    for (const qint64 id : m_ids)
        placed.append({m_placed.value(id, std::numeric_limits<int>::max()), id});
    std::sort(placed.begin(), placed.end());
    ListSelection out;
    for (const auto &[row, id] : placed)
        out.ids.append(id);
    return out;
}

void IdSelection::selectEverything()
{
    if (m_model->rowCount() == 0)
        return;
    select(QItemSelection(m_model->index(0, 0), m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1)),
        ClearAndSelect);
}

void IdSelection::select(const QItemSelection &selection, QItemSelectionModel::SelectionFlags command)
{
    const int rows = m_model->rowCount();
    // A list that is short enough is chosen row by row even as a whole: one invoice stays one invoice when it is all
    // the list has found.
    const auto wholeList = [rows](const QItemSelectionRange &range) {
        return rows > mostIds && range.top() == 0 && range.bottom() == rows - 1;
    };
    const auto tooLong = [](const QItemSelectionRange &range) { return range.height() > mostIds; };
    if (m_mirroring) {
        QItemSelectionModel::select(selection, command);
        return;
    }
    if (std::any_of(selection.begin(), selection.end(), wholeList) && (command & Select)) {
        forget();
        m_everything = true;
        const QScopedValueRollback<bool> mirroring(m_mirroring, true);
        QItemSelectionModel::select(selection, command);
        Q_EMIT chosenChanged();
        return;
    }
    if (std::any_of(selection.begin(), selection.end(), tooLong)) {
        Q_EMIT tooMany();
        return;
    }
    // "Everything but these" can not be said to a source: one row less than everything begins a new selection.
    if ((command & Clear) || m_everything) {
        forget();
        command |= Clear;
        command = (command & Toggle) == Toggle ? (command & ~Toggle) | Select : command;
        {
            // What was selected before and is so again would be missing in the difference that the signal tells.
            const QScopedValueRollback<bool> mirroring(m_mirroring, true);
            QItemSelectionModel::select(selection, command);
        }
        for (const QItemSelectionRange &range : this->selection())
            apply(range, true);
    } else {
        QItemSelectionModel::select(selection, command);
    }
    Q_EMIT chosenChanged();
}

void IdSelection::reset()
{
    forget();
    QItemSelectionModel::reset();
    Q_EMIT chosenChanged();
}

void IdSelection::forget()
{
    m_everything = false;
    m_ids.clear();
    m_placed.clear();
    m_resolving = 0;
    ++m_epoch;
}

void IdSelection::follow(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (m_mirroring || m_model->isSettling() || m_everything)
        return;
    for (const QItemSelectionRange &range : deselected)
        apply(range, false);
    for (const QItemSelectionRange &range : selected)
        apply(range, true);
}

void IdSelection::apply(const QItemSelectionRange &range, bool chosen)
{
    if (range.left() > 0) // rows are what is selected; one range a row stretch is enough
        return;
    int unknownFrom = -1;
    for (int row = range.top(); row <= range.bottom() + 1; ++row) {
        const ListRow *here = row <= range.bottom() ? m_model->row(row) : nullptr;
        if (here != nullptr)
            mark(here->id, row, chosen);
        if (here == nullptr && row <= range.bottom()) {
            if (unknownFrom < 0)
                unknownFrom = row;
        } else if (unknownFrom >= 0) {
            resolve(unknownFrom, row - 1, chosen);
            unknownFrom = -1;
        }
    }
}

void IdSelection::mark(qint64 id, int row, bool chosen)
{
    if (chosen) {
        m_ids.insert(id);
        m_placed.insert(id, row);
    } else {
        m_ids.remove(id);
        m_placed.remove(id);
    }
}

void IdSelection::resolve(int first, int last, bool chosen)
{
    ++m_resolving;
    then(this, m_model->source()->ids(m_model->query(), first, last - first + 1),
        [this, first, chosen, asked = m_epoch](const Result<QList<qint64>> &answer) {
            if (asked != m_epoch)
                return;
            --m_resolving;
            if (answer)
                for (qsizetype i = 0; i < answer->size(); ++i)
                    mark(answer->at(i), first + static_cast<int>(i), chosen);
            Q_EMIT chosenChanged();
        });
}

void IdSelection::mirror(int first, int last)
{
    if (!m_everything && m_ids.isEmpty())
        return;
    const QScopedValueRollback<bool> mirroring(m_mirroring, true);
    for (int row = first; row <= last; ++row) {
        const ListRow *here = m_model->row(row);
        if (here == nullptr)
            continue;
        const bool chosen = m_everything || m_ids.contains(here->id);
        if (chosen && !m_everything)
            m_placed.insert(here->id, row);
        // A row whose id is still on its way stays as the view has it.
        if (chosen != isRowSelected(row) && (chosen || m_resolving == 0))
            QItemSelectionModel::select(m_model->index(row, 0), (chosen ? Select : Deselect) | Rows);
    }
}

} // namespace kp
