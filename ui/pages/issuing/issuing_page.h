// SPDX-License-Identifier: GPL-3.0-or-later
// 发票填开: one invoice after another, or several side by side.
#pragma once

#include "core/domain/invoice.h"
#include "ui/kit/spec.h"
#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace kp
{

class Banner;
class CommandBar;
class CopyPicker;
class DraftPane;
class DraftTabs;
class IssuingSheet;
class ResultPanel;

class IssuingPage : public QWidget
{
    Q_OBJECT
public:
    explicit IssuingPage(Office &office, QWidget *parent = nullptr);
    ~IssuingPage() override;

    /// The draft in front; nullptr while the company's facts are not here.
    [[nodiscard]] DraftPane *pane() const;
    [[nodiscard]] QList<DraftPane *> panes() const { return m_panes; }
    // The parts of the draft in front.
    [[nodiscard]] IssuingSheet *sheet() const;
    [[nodiscard]] ResultPanel *result() const;
    [[nodiscard]] Banner *banner() const;

    void addDraft();
    void go(int to);
    /// Lets go of a draft, after asking where there is something on it. The page is never without one.
    void closeDraft(int index);

private:
    void build();
    [[nodiscard]] QList<Command> commands();
    void addKeys();
    void refresh();
    void takeFacts();
    void beginCompany(const IssuingFacts &facts);
    void restoreDrafts();
    void takeKept(const QList<service::OpenDraft> &kept);
    DraftPane *addPane(const IssuingFacts &facts);
    /// A pane that may take another draft: the one in front when it is free, else a new one.
    DraftPane &freePane();
    void removePane(int index);
    void showStrip();
    void showFront();
    void showKind();
    [[nodiscard]] InvoiceKind chosenKind() const;
    /// Puts a stored invoice on a sheet; waits for the facts where they are not here yet.
    void rewrite(const Rewriting &rewriting);
    void take(const Invoice &invoice, Rewriting::Purpose purpose);
    void copyLast();
    void openCopies();
    [[nodiscard]] QString whyNot() const;
    void tell(const QString &text);

    Office &m_office;
    CompanyId m_company; ///< whose sheets these are
    QTabBar *m_kinds = nullptr;
    CommandBar *m_commands = nullptr;
    DraftTabs *m_strip = nullptr;
    QStackedWidget *m_stack;
    QLabel *m_waiting;
    QWidget *m_form;
    QStackedWidget *m_front = nullptr;
    CopyPicker *m_copies = nullptr;
    QList<DraftPane *> m_panes;      ///< in the order of the strip
    std::optional<Rewriting> m_wish; ///< asked for before the facts were here
};

} // namespace kp
