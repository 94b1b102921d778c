// SPDX-License-Identifier: GPL-3.0-or-later
// The page every RecordSpec becomes: the list with the usual commands, one record beside it, import in its place.
#pragma once

#include "ui/kit/list_page.h"
#include "ui/kit/record_panel.h"

class QHBoxLayout;
class QStackedLayout;

namespace kp
{

class BusyStrip;
class ImportPanel;
class OutcomePanel;

class RecordPage : public QWidget
{
    Q_OBJECT
public:
    RecordPage(const RecordSpec &spec, const Desk &desk, QWidget *parent = nullptr);
    ~RecordPage() override;

    [[nodiscard]] const RecordSpec &spec() const { return m_spec; }
    [[nodiscard]] ListPage *list() const { return m_list; }
    [[nodiscard]] RecordPanel *panel() const { return m_panel; }
    [[nodiscard]] ImportPanel *importing() const { return m_import; } ///< nullptr where nothing can be imported
    [[nodiscard]] BusyStrip *busy() const { return m_busy; }
    /// Shows the record beside the list, when nothing unsaved is there or it is given up.
    void look(qint64 id);
    /// Other records altogether (another company): what is open is closed.
    void startOver();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    RecordSpec withCommands(RecordSpec spec);
    QList<Command> recordCommands(const RecordSpec &spec);
    QList<Command> fileCommands(const RecordSpec &spec);
    void build();
    void connectParts();
    void openPanel(RecordPanel::Mode mode, qint64 id);
    void goOnAfter(qint64 id);
    void closeBeside();
    void markSought();
    void beginImport(const QString &path);
    void remove(const CommandContext &context);
    void takeRemoved(const Removed &removed);
    void exportRows(const CommandContext &context);
    void print(const CommandContext &context);
    void printOn(const std::shared_ptr<QPrinter> &printer, const ListQuery &query, const ListSelection &selection);
    void showImport(bool shown);
    void arrange();
    void say(const Outcome &outcome, const QString &success);
    [[nodiscard]] QString nameOf(qint64 id) const;

    const Desk &m_desk;
    const RecordSpec m_spec;
    qint64 m_sought = 0; ///< record to be marked in the list as soon as it is there
    JobWatchPtr m_watch; ///< of the export or print under way
    QStackedLayout *m_stack;
    QWidget *m_work;
    QHBoxLayout *m_row = nullptr; ///< the list and what stands beside it
    ListPage *m_list;
    QWidget *m_beneath; ///< the list, or nullptr
    BusyStrip *m_busy;
    RecordPanel *m_panel;
    OutcomePanel *m_outcome;
    ImportPanel *m_import = nullptr;
};

} // namespace kp
