// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook in hand: read beside the window, checked and issued on the work thread, kept in the store. What it knows
// of the orders comes from the store, so that it does not matter who began to issue them, nor when.
#pragma once

#include "core/document/workbook/order_workbook.h"
#include "core/service/batch_need.h"
#include "ui/kit/job_watch.h"
#include "ui/pages/office.h"

#include <QObject>

class QTimer;

namespace kp
{

/// Where a workbook comes from and what was changed in it.
struct BatchFile {
    QString name;
    QByteArray bytes;
    CellTexts repairs;
};

class BatchWork : public QObject
{
    Q_OBJECT
public:
    using Which = service::BatchIssuing::Which;

    explicit BatchWork(Office &office, QObject *parent = nullptr);
    ~BatchWork() override;

    /// Takes up what was kept of the company chosen now.
    void restore();
    /// Reads and checks a file in place of the one in hand, which stays until that has gone well.
    void open(const QString &path);
    /// What was kept is being taken up: until then nothing else can be opened.
    [[nodiscard]] bool isRestoring() const { return m_restoring; }
    [[nodiscard]] const JobWatchPtr &reading() const { return m_watch; } ///< nullptr while nothing is being opened
    /// Puts the workbook away.
    void close();

    [[nodiscard]] bool isOpen() const { return !m_file.name.isEmpty(); }
    [[nodiscard]] const BatchFile &file() const { return m_file; }
    [[nodiscard]] const OrderSheet &sheet() const { return m_sheet; }
    [[nodiscard]] const service::BatchReport &report() const { return m_report; }
    /// What has to be repaired, and what should be looked at; not what is merely on its way.
    [[nodiscard]] QList<CellFinding> findings() const;
    [[nodiscard]] const QList<workbook::RepairSheet> &repairSheets() const { return m_sheets; }
    [[nodiscard]] service::BatchNeed need() const;
    [[nodiscard]] const QString &poolTrouble() const { return m_poolTrouble; }

    /// Puts a text into a cell and checks anew.
    void putText(const CellPlace &place, const QString &text);
    [[nodiscard]] bool isChecking() const { return m_checking; }

    void issue(Which which);
    void pause();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool isPausing() const { return m_running && m_pausing; }
    /// It was being issued, is not now, and has not come to its end.
    [[nodiscard]] bool isPaused() const { return m_begun && !m_running; }
    /// Orders of this run, and how many of them are settled.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] qint64 settled() const;
    [[nodiscard]] qint64 onTheWay() const;

    /// Writes the workbook as it is repaired, with what is still wrong marked.
    [[nodiscard]] QFuture<Outcome> saveMarked(const QString &path) const;

Q_SIGNALS:
    void changed();
    /// Other rows have to be repaired, or another workbook is in hand.
    void sheetsChanged();
    /// @param again the same file was open before: its repairs are still there
    void opened(bool again);
    /// What was kept has been taken up.
    void restored();
    void cancelled();
    void failed(const kp::Fault &fault);
    /// A run has come to its end or to its pause.
    void ended();

private:
    struct Opened;
    struct Checked;
    /// How a sheet comes to be checked.
    enum class Comes {
        New,     ///< another workbook
        Again,   ///< one that is kept already
        Repaired ///< the one in hand
    };
    void check();
    void checkSheet(const BatchFile &file, const OrderSheet &sheet, Comes comes, const std::function<void()> &done);
    void readSheets();
    void askStates();
    void merge(const service::BatchReport &live);
    void askPool();
    void finish(const Result<service::BatchReport> &report);
    void lookAgain();
    void forget();

    Office &m_office;
    QTimer *m_looking; ///< while somebody else's run is watched
    BatchFile m_file;
    OrderSheet m_sheet;
    service::BatchReport m_report;
    QList<workbook::RepairSheet> m_sheets;
    QMap<QString, QSet<int>> m_rows; ///< shown for repair; a repaired one stays
    JobWatchPtr m_watch;
    bool m_restoring = false;
    std::optional<Money> m_pool;
    QString m_poolTrouble;
    bool m_poolAsked = false;
    bool m_checking = false;
    bool m_checkAgain = false;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_running = false;
    bool m_begun = false;
    bool m_pausing = false;
    qint64 m_total = 0;
    qint64 m_before = 0;    ///< orders settled when the run began
    quint64 m_epoch = 0;    ///< answers about an earlier workbook are not looked at
    quint64 m_revision = 0; ///< of the repairs
};

} // namespace kp
