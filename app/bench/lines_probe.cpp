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
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

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

/// Shows a window and goes on when it is on the screen: until then nothing is painted.
class WhenShown final : public QObject
{
public:
    WhenShown(QWidget &window, const std::function<void()> &next)
        : QObject(&window)
        , m_next(next)
    {
        window.resize(1440, 880);
        window.show();
        window.windowHandle()->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Expose && std::exchange(m_isFirst, false))
            QTimer::singleShot(0, this, m_next);
        return false;
    }

private:
    std::function<void()> m_next;
    bool m_isFirst = true;
};

/// Lets what was posted happen, painting with it, and ends the program when it is not.
class Painting final : public QObject
{
public:
    explicit Painting(QAbstractScrollArea &of) { of.viewport()->installEventFilter(this); }
    void settle()
    {
        m_isDone = false;
        QCoreApplication::sendPostedEvents();
        if (!m_isDone) {
            std::puts("nothing was painted");
            std::exit(1);
        }
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isDone = m_isDone || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_isDone = false;
};

/// Before the theme is there: a bare view is not to pay for it.
void measureReset(BareModel &model, QTableView &view, const QString &text)
{
    Painting painting(view);
    QList<double> taken;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        model.reset(text);
        painting.settle();
        taken.append(msOf(timer));
    }
    say("reset", percentile(taken, 0.5));
}

void measurePaste(LineTable &grid, const QString &text)
{
    grid.setFocus();
    Painting painting(grid);
    QList<double> taken;
    for (int round = 0; round < rounds; ++round) {
        grid.lines()->load({});
        grid.setCurrentIndex(grid.lines()->index(0, 0));
        painting.settle();
        QElapsedTimer timer;
        timer.start();
        grid.pasteText(text);
        InvoiceDraft draft;
        draft.lines = grid.lines()->lines<DraftLine>();
        const Totals totals = rules::compose(draft).totals;
        painting.settle();
        taken.append(msOf(timer));
        if (totals.net.isZero())
            std::puts("nothing was pasted");
    }
    say("paste", percentile(taken, 0.5));
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString text = block(pastedLines);
    BareModel model;
    QTableView bare;
    bare.setModel(&model);
    std::unique_ptr<LineTable> grid;
    new WhenShown(bare, [&] {
        measureReset(model, bare, text);
        applyTheme(app, Scheme::Light);
        grid = std::make_unique<LineTable>(grammar());
        new WhenShown(*grid, [&] {
            measurePaste(*grid, text);
            std::puts("done");
            QCoreApplication::quit();
        });
    });
    return QApplication::exec();
}
