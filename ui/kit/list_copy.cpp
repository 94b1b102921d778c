// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_copy.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/futures.h"
#include "ui/kit/tab_text.h"
#include "ui/kit/texts.h"
#include "ui/kit/windowed_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <memory>

namespace kp
{

namespace
{
/// One copy under way: stretches of rows are asked for one after the other.
struct Copy {
    WindowedModel *model;
    QList<int> columns; ///< in their visual order
    QList<std::pair<int, int>> stretches;
    QList<QStringList> cells;
    std::function<void(const Outcome &)> done;
};

void goOn(const std::shared_ptr<Copy> &copy)
{
    if (copy->stretches.isEmpty()) {
        copyText(tabText(copy->cells));
        copy->done(Done{});
        return;
    }
    const auto [first, last] = copy->stretches.takeFirst();
    then(copy->model, copy->model->source()->rows(copy->model->query(), first, last - first + 1),
        [copy](const Result<QList<ListRow>> &answer) {
            if (!answer) {
                copy->done(answer.fault());
                return;
            }
            for (const ListRow &row : *answer) {
                QStringList line;
                for (const int column : copy->columns)
                    line.append(plainCellText(copy->model->columns().at(column), row.cells.value(column)));
                copy->cells.append(line);
            }
            goOn(copy);
        });
}
} // namespace

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void copyAsText(WindowedModel &model, QTableView &table, std::function<void(const Outcome &)> done)
{
    auto copy = std::make_shared<Copy>(Copy{&model, {}, {}, {}, std::move(done)});
    const QHeaderView *header = table.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            copy->columns.append(column);
    int rows = 0;
    for (const QItemSelectionRange &range : table.selectionModel()->selection()) {
        copy->stretches.append({range.top(), range.bottom()});
        rows += range.height();
    }
    std::sort(copy->stretches.begin(), copy->stretches.end());
    if (rows > mostCopiedRows) {
        copy->done(Fault{FaultKind::Invalid,
            KitText::tr("At most %1 rows can be copied at once. Select fewer, or export them to a file.")
                .arg(mostCopiedRows)});
        return;
    }
    if (rows > 1) {
        QStringList heading;
        for (const int column : copy->columns)
            heading.append(model.columns().at(column).label);
        copy->cells.append(heading);
    }
    if (rows > 0)
        goOn(copy);
}

} // namespace kp
