// SPDX-License-Identifier: GPL-3.0-or-later
// 发票填开: one invoice after another.
#pragma once

#include "core/service/issuing.h"
#include "ui/pages/office.h"

#include <QWidget>

#include <functional>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace kp
{

class Banner;
class CommandBar;
class DraftKeeper;
class FindingsPanel;
class IssuingSheet;
class ResultPanel;

class IssuingPage : public QWidget
{
    Q_OBJECT
public:
    explicit IssuingPage(Office &office, QWidget *parent = nullptr);
    ~IssuingPage() override;

    [[nodiscard]] IssuingSheet *sheet() const { return m_sheet; }
    [[nodiscard]] ResultPanel *result() const { return m_result; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

private:
    void build();
    void takeFacts();
    void makeSheet(const InvoiceDraft &draft);
    void restoreDraft();
    [[nodiscard]] InvoiceDraft freshDraft() const;
    [[nodiscard]] InvoiceDraft currentDraft() const;
    [[nodiscard]] bool isBlank(const InvoiceDraft &draft) const;
    void openFresh();
    void openDraft(const InvoiceDraft &draft, DraftId kept);
    void follow();
    void judge();
    void startAfresh();
    /// Lets go of what is written, after asking where there is something, and goes on.
    void replaceDraft(Question question, const std::function<void()> &next);
    /// Puts a stored invoice on the sheet; waits for the facts where they are not here yet.
    void rewrite(const Rewriting &rewriting);
    void take(const Invoice &invoice, Rewriting::Purpose purpose);
    void copyLast();
    void issue();
    void send(const InvoiceDraft &draft);
    void takeSubmission(const service::Submission &submission);
    void setBusy(bool busy);
    void showKept();
    void continueIssuing();
    [[nodiscard]] QString whyNotIssue() const;

    Office &m_office;
    CompanyId m_company; ///< whose sheet this is
    IssuingSheet *m_sheet = nullptr;
    QTabBar *m_kinds;
    CommandBar *m_commands = nullptr;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QLabel *m_waiting;
    QScrollArea *m_scroll;
    ResultPanel *m_result = nullptr;
    FindingsPanel *m_findings;
    QLabel *m_keptText;
    QWidget *m_form; ///< everything but the result
    DraftKeeper *m_keeper;
    QTimer *m_rest; ///< judging waits until the typing rests
    QString m_serial;
    std::optional<Rewriting> m_wish; ///< asked for before the facts were here
    bool m_showing = false;          ///< a draft is being put on the sheet: that is no edit
    bool m_tried = false;            ///< 开票 was pressed: what is not filled in is shown too
    bool m_busy = false;             ///< an answer is outstanding: a second click does nothing
};

} // namespace kp
