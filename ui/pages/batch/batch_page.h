// SPDX-License-Identifier: GPL-3.0-or-later
// 批量开具: the official workbook of orders, from the file to the issued invoices.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/batch/batch_work.h"

#include <QWidget>

class QLabel;

namespace kp
{

class Banner;
class BatchRows;
class BusyStrip;
class ListPage;
class NeedStrip;
class RepairPanel;

class BatchPage : public QWidget
{
    Q_OBJECT
public:
    explicit BatchPage(Office &office, QWidget *parent = nullptr);

    [[nodiscard]] BatchWork &work() const { return *m_work; }
    [[nodiscard]] ListPage *list() const { return m_list; }
    [[nodiscard]] RepairPanel *repair() const { return m_repair; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ListSpec spec();
    QList<Command> fileCommands();
    QList<Command> runCommands();
    void build();
    void connectParts();
    void showWork();
    void showBusy();
    void say(Tone tone, const QString &text, const QString &actionText = {}, const std::function<void()> &act = {});
    void choose();
    void open(const QString &path);
    void close();
    void askToGiveUp(const QString &title, const QString &accept, const std::function<void()> &go);
    void saveTemplate();
    void saveMarked();
    void exportResults(const ListQuery &query);
    void save(const QString &title, const QString &suggestion,
        const std::function<QFuture<Outcome>(const QString &path)> &write);
    void issue();
    void openOrder(const CommandContext &context);
    void sayHowItEnded();
    void leaveCommands();
    [[nodiscard]] QString whyNotIssue() const;
    [[nodiscard]] QString whyNoRows() const;
    [[nodiscard]] int failures() const;

    Office &m_office;
    BatchWork *m_work;
    std::shared_ptr<BatchRows> m_rows;
    ListPage *m_list;
    QLabel *m_file; ///< which workbook this is
    NeedStrip *m_need;
    BusyStrip *m_busy;
    RepairPanel *m_repair;
    enum class Busy { Idle, Reading, Issuing } m_shown = Busy::Idle;
    QByteArray m_ofRows; ///< the workbook whose orders the list shows
};

} // namespace kp
