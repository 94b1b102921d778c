// SPDX-License-Identifier: GPL-3.0-or-later
// The line grid of the issuing page in a window, with the rules behind it. It pastes 2,000 × 8 cells and works the
// invoice out, beside a bare model that takes the same cells in one reset.
#include "core/rules/totals.h"
#include "ui/kit/line_table.h"
#include "ui/kit/tab_text.h"
#include "ui/kit/theme.h"
#include "ui/pages/issuing/draft_grammar.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace
{
using namespace Qt::StringLiterals;
using namespace kp;

constexpr int pastedLines = 2000;
constexpr int rounds = 9;

void say(const char *what, double ms)
{
    std::printf("%s %.3f\n", what, ms);
    std::fflush(stdout);
}

/// The floor: texts in a table, and nothing that knows of them.
class BareModel final : public QAbstractTableModel
{
public:
    void reset(const QString &text)
    {
        beginResetModel();
        m_cells = fromTabText(text);
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &) const override { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 8; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_cells.at(index.row()).value(index.column()) : QVariant();
    }

private:
    QList<QStringList> m_cells;
};

QString block(int lines)
{
    QList<QStringList> cells;
    for (int i = 0; i < lines; ++i)
        cells.append({u"办公用品 %1"_s.arg(i), u"规格 %1"_s.arg(i % 7), u"箱"_s, QString::number(i % 90 + 1), u"12.5"_s,
            QString(), u"13%"_s, QString()});
    return tabText(cells);
}

std::shared_ptr<DraftGrammar> grammar()
{
    const QList<UsableRate> rates{
        {.rate = TaxRate::fromMillionths(130'000), .levy = false, .validFrom = {}, .validTo = {}},
        {.rate = TaxRate::fromMillionths(90'000), .levy = false, .validFrom = {}, .validTo = {}}};
    return std::make_shared<DraftGrammar>(rates, QDate(2026, 6, 1),
        std::make_shared<const rules::ClassificationCatalogue>(),
        [](const QString &) { return QtFuture::makeReadyFuture(Result<QList<Item>>(QList<Item>())); });
}

double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<qsizetype>(share * static_cast<double>(values.size() - 1)));
}

double msOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Lets what was posted happen, then paints at once.
void settle(QWidget &painted)
{
    QCoreApplication::sendPostedEvents();
    painted.repaint();
}

void measurePaste(LineTable &grid)
{
    const QString text = block(pastedLines);
    BareModel model;
    QTableView bare;
    bare.setModel(&model);
    bare.resize(1440, 880);
    bare.show();
    settle(*bare.viewport());
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        model.reset(text);
        settle(*bare.viewport());
        floor.append(msOf(timer));

        grid.lines()->load({});
        grid.setCurrentIndex(grid.lines()->index(0, 0));
        settle(*grid.viewport());
        timer.restart();
        grid.pasteText(text);
        InvoiceDraft draft;
        draft.lines = grid.lines()->lines<DraftLine>();
        const Totals totals = rules::compose(draft).totals;
        settle(*grid.viewport());
        ours.append(msOf(timer));
        if (totals.net.isZero())
            std::puts("nothing was pasted");
    }
    say("paste", percentile(ours, 0.5));
    say("reset", percentile(floor, 0.5));
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyTheme(app, Scheme::Light);
    LineTable grid(grammar());
    grid.resize(1440, 880);
    grid.show();
    grid.activateWindow();
    QApplication::setActiveWindow(&grid);
    grid.setFocus();
    settle(grid);
    measurePaste(grid);
    std::puts("done");
    return 0;
}
