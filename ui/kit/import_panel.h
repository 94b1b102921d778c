// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/panel_frame.h"
#include "ui/kit/record_spec.h"

class QLabel;
class QMimeData;
class QPushButton;

namespace kp
{

class BusyStrip;
class ResultTable;

/// Taking records in from a file: choose it (or drop it here), see row by row what it would bring, take in the good
/// rows, and get the same file back with the bad ones marked.
class ImportPanel : public PanelFrame
{
    Q_OBJECT
public:
    ImportPanel(const ImportActs &acts, const Desk &desk, const QString &title, QWidget *parent = nullptr);
    ~ImportPanel() override;

    /// Forgets the file before, unless it is at work on it.
    void begin();
    /// Reads and checks a file; changes nothing yet.
    void tryOut(const QString &path);
    [[nodiscard]] bool isBusy() const { return m_watch != nullptr; }

Q_SIGNALS:
    void closed();
    /// The good rows are in. @param all whether no row was left out
    void taken(bool all);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void choose();
    void takeIn();
    void saveMarked();
    void run(const QString &what, bool forGood);
    void takeTrial(const Result<ImportTrial> &answer, bool forGood);
    void sayWhatCameIn();
    void warnOfDoubts();
    void showStep();
    [[nodiscard]] bool hasBadRows() const;

    const ImportActs &m_acts;
    const Desk &m_desk;
    QString m_path;
    JobWatchPtr m_watch; ///< of the job under way
    ImportTrial m_trial;
    bool m_taken = false;
    QLabel *m_hint;
    QPushButton *m_template;
    QPushButton *m_choose;
    BusyStrip *m_busy;
    QLabel *m_drop; ///< in the place of the results while there is no file
    ResultTable *m_results;
    QPushButton *m_close;
    QPushButton *m_marked;
    QPushButton *m_take;
};

/// Asks where to, and writes the template there; @p banner tells how it went.
void saveTemplate(const ImportActs &acts, const Desk &desk, QWidget *page, Banner &banner);
/// The local file that is being dragged, when it is one; else nothing.
QString draggedFile(const QMimeData *dragged);

} // namespace kp
