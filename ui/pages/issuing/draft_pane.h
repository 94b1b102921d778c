// SPDX-License-Identifier: GPL-3.0-or-later
// One draft, from its first key to the result of its invoice. The issuing page holds as many as a clerk has open.
#pragma once

#include "core/service/issuing.h"
#include "ui/pages/office.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTimer;

namespace kp
{

class Banner;
class ClassificationFiller;
class DraftKeeper;
class FindingsPanel;
class IssuingSheet;
class ResultPanel;

class DraftPane : public QWidget
{
    Q_OBJECT
public:
    /// @param facts of the company whose draft this is
    DraftPane(Office &office, const IssuingFacts &facts, QWidget *parent = nullptr);
    ~DraftPane() override;

    [[nodiscard]] IssuingSheet *sheet() const { return m_sheet; }
    [[nodiscard]] ResultPanel *result() const { return m_result; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

    /// Puts a draft on the sheet. @param kept its id when it lies in the store
    void open(const InvoiceDraft &draft, DraftId kept);
    void openFresh(InvoiceKind kind);
    /// Newer facts of the same company.
    void takeFacts(const IssuingFacts &facts);
    [[nodiscard]] InvoiceDraft draft() const;
    void setKind(InvoiceKind kind);
    /// "演练客户有限公司", or what stands for it while there is no buyer.
    [[nodiscard]] QString title() const;
    /// Whether nothing is written on it that could get lost: it is blank, or it is issued.
    [[nodiscard]] bool isFree() const;
    /// Whether an answer is outstanding.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isResult() const;
    /// Why nothing can be done with the draft now; empty: it can.
    [[nodiscard]] QString whyNot() const;

    void issue();
    void keep();
    /// What is written has changed: it is kept within a second and judged when the typing rests.
    void follow();
    /// Lets go of the draft and of what is kept of it; goes on when that is certain.
    void letGo(const std::function<void()> &next);
    void goToStart();

Q_SIGNALS:
    /// Title, kind, or what can be done with it.
    void changed();
    void continueAsked();
    void correctAsked(kp::InvoiceId id);

private:
    void build();
    void makeSheet(const IssuingFacts &facts, const InvoiceDraft &draft);
    void show(const InvoiceDraft &draft);
    [[nodiscard]] InvoiceDraft freshDraft(InvoiceKind kind) const;
    [[nodiscard]] bool isBlank(const InvoiceDraft &draft) const;
    void judge();
    void ask(const InvoiceDraft &draft);
    void send(const InvoiceDraft &draft);
    void takeSubmission(const service::Submission &submission);
    void setBusy(bool busy);
    /// What is written, which is kept within a second.
    InvoiceDraft keepSoon();
    void showKept();
    void offerClassifications();

    Office &m_office;
    const CompanyId m_company; ///< whose draft this is
    IssuingSheet *m_sheet = nullptr;
    Banner *m_banner;
    QPointer<ClassificationFiller> m_filler; ///< of the lines that came last without codes
    QStackedWidget *m_stack;
    QWidget *m_form; ///< everything but the result
    QScrollArea *m_scroll;
    FindingsPanel *m_findings;
    QLabel *m_keptText;
    QLabel *m_hint;
    ResultPanel *m_result;
    DraftKeeper *m_keeper;
    QTimer *m_rest; ///< judging waits until the typing rests
    QString m_serial;
    QString m_title;
    bool m_showing = false; ///< a draft is being put on the sheet: that is no edit
    bool m_tried = false;   ///< 开票 was pressed: what is not filled in is shown too
    bool m_busy = false;    ///< an answer is outstanding: a second click does nothing
};

} // namespace kp
