// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a profile, with an invoice of 200 lines on the issuing page, and a clerk who types into its
// cells at the pace of a quick hand. Keys fall due whether or not the window is ready for them, so that what the page
// does between them (judging the invoice, proposing codes, keeping the draft) counts where it keeps a key waiting. Each
// key's time is from when it was due until the grid has been painted with it: "key-p50" and "key-p99", in ms.
#include "app/bench/desk.h"
#include "app/bench/sign_in.h"
#include "app/desktop/desktop.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace
{
using namespace Qt::StringLiterals;
using namespace kp;

constexpr int invoiceLines = 200;
constexpr int linesOfDraft = 5; ///< of those that the bench has
constexpr int everyLine = 4;    ///< that is typed into
constexpr qint64 quickestMs = 40;
constexpr int spreadMs = 120;
constexpr qint64 nsOfMs = 1'000'000;

struct Key {
    int code;
    QString text;
};
/// What is typed into a cell before the clerk goes to the next.
struct Cell {
    const char16_t *column;
    QList<Key> keys;
};

QList<Cell> cellsOfLine()
{
    return {{u"item", {{0, u"纸"_s}, {0, u"箱"_s}, {0, u"板"_s}, {Qt::Key_Tab, u"\t"_s}}},
        {u"quantity", {{Qt::Key_4, u"4"_s}, {Qt::Key_5, u"5"_s}, {Qt::Key_Return, u"\r"_s}}},
        {u"price", {{Qt::Key_7, u"7"_s}, {Qt::Key_Return, u"\r"_s}}}};
}

class Typist final : public QObject
{
public:
    explicit Typist(MainWindow &window)
        : m_window(window)
    {
        connect(&m_look, &QTimer::timeout, this, [this] { (this->*m_next)(); });
        m_look.start(20);
        m_due.setTimerType(Qt::PreciseTimer);
        m_due.setSingleShot(true);
        connect(&m_due, &QTimer::timeout, this, &Typist::strike);
    }

    /// What is in the grid is painted: the viewport or an editor upon it.
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_grid != nullptr && object->isWidgetType())
            m_isPainted = m_isPainted || m_grid->isAncestorOf(static_cast<QWidget *>(object));
        return false;
    }

private:
    void signIn()
    {
        if (bench::signIn(m_window))
            m_next = &Typist::openInvoice;
    }
    void openInvoice()
    {
        auto *page = m_window.workbench() == nullptr ? nullptr
                                                     : qobject_cast<IssuingPage *>(m_window.workbench()->currentPage());
        if (page == nullptr || page->sheet() == nullptr)
            return;
        InvoiceDraft invoice = bench::drafts(1).constFirst();
        invoice.serial.clear();
        invoice.lines.clear();
        const QList<InvoiceDraft> drafts = bench::drafts(invoiceLines / linesOfDraft);
        for (const InvoiceDraft &draft : drafts)
            invoice.lines += draft.lines;
        page->pane()->open(invoice, {});
        m_grid = page->sheet()->lines();
        m_grid->setFocus();
        m_next = &Typist::begin;
    }
    void begin() // when the page has come to rest
    {
        if (++m_rested < 25)
            return;
        m_look.stop();
        QCoreApplication::instance()->installEventFilter(this);
        m_grid->goTo(0, QString::fromUtf16(m_cells.constFirst().column));
        m_clock.start();
        wait();
    }
    void wait()
    {
        const qint64 pause = quickestMs + m_random.bounded(spreadMs);
        m_dueAt = m_clock.nsecsElapsed() + pause * nsOfMs;
        m_due.start(static_cast<int>(pause));
    }
    void strike()
    {
        const qint64 from = std::min(m_dueAt, m_clock.nsecsElapsed());
        const Cell &cell = m_cells.at(m_cell);
        const Key &key = cell.keys.at(m_key);
        QWidget *focus = QApplication::focusWidget();
        QKeyEvent press(QEvent::KeyPress, key.code, Qt::NoModifier, key.text);
        m_isPainted = false;
        QCoreApplication::sendEvent(focus == nullptr ? m_grid : focus, &press);
        QCoreApplication::sendPostedEvents(); // painting is one
        m_unpainted += m_isPainted ? 0 : 1;
        m_took.append(static_cast<double>(m_clock.nsecsElapsed() - from) / nsOfMs);
        if (goOn())
            wait();
        else
            finish();
    }
    /// To the next key; the clerk's way to the next cell of the plan is not timed.
    bool goOn()
    {
        if (++m_key < m_cells.at(m_cell).keys.size())
            return true;
        m_key = 0;
        if (++m_cell == m_cells.size()) {
            m_cell = 0;
            m_line += everyLine;
        }
        if (m_line >= invoiceLines)
            return false;
        m_grid->goTo(m_line, QString::fromUtf16(m_cells.at(m_cell).column));
        return true;
    }
    void finish()
    {
        const QVariantList typed = m_grid->lines()->values();
        const QString item = typed.constFirst().value<DraftLine>().item;
        std::sort(m_took.begin(), m_took.end());
        const auto percentile = [this](qsizetype of) { return m_took.at((m_took.size() - 1) * of / 100); };
        if (item != u"纸箱板"_s || typed.size() != invoiceLines || m_unpainted > 0)
            std::fprintf(stderr, "typed \"%s\" on %lld lines, %d keys not painted\n", qPrintable(item),
                static_cast<long long>(typed.size()), m_unpainted);
        else
            std::printf("keys %d\nkey-p50 %.3f\nkey-p99 %.3f\nkey-most %.3f\n", static_cast<int>(m_took.size()),
                percentile(50), percentile(99), m_took.constLast());
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    MainWindow &m_window;
    QTimer m_look;
    QTimer m_due;
    void (Typist::*m_next)() = &Typist::signIn;
    LineTable *m_grid = nullptr;
    QElapsedTimer m_clock;
    QRandomGenerator m_random{20261127};
    const QList<Cell> m_cells = cellsOfLine();
    bool m_isPainted = false;
    int m_unpainted = 0; ///< keys
    int m_rested = 0;
    qint64 m_dueAt = 0;
    int m_line = 0;
    qsizetype m_cell = 0;
    qsizetype m_key = 0;
    QList<double> m_took;
};
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"kaipiao"_s);
    desktop::Desktop desktop(
        app, {.folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "."), .language = {}, .scheme = {}, .text = {}});
    desktop.window().resize(1440, 880);
    const Typist typist(desktop.window());
    desktop.begin();
    return QApplication::exec();
}
