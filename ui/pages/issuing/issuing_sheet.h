// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet on which an invoice is written; it looks like the invoice that it becomes.
#pragma once

#include "core/domain/company.h"
#include "core/domain/finding.h"
#include "core/domain/invoice.h"
#include "core/rules/checks.h"

#include <QFrame>

#include <memory>

class QLabel;

namespace kp
{

class BuyerBox;
class DraftFields;
class DraftGrammar;
class HeadRow;
class LineBox;
class LineTable;
class MoreBox;
class PartGrid;
class Office;
class SellerBox;
class TotalsBox;

class IssuingSheet : public QFrame
{
    Q_OBJECT
public:
    /// @param facts of the company; its rates are those the lines may have
    IssuingSheet(Office &office, const IssuingFacts &facts, QWidget *parent = nullptr);
    ~IssuingSheet() override;

    /// What is written, without what is not on the sheet (the serial).
    [[nodiscard]] InvoiceDraft draft() const;
    /// The same with what stands in an open cell: what is kept while somebody types.
    [[nodiscard]] InvoiceDraft draftAsTyped() const;
    void show(const InvoiceDraft &draft);
    void setKind(InvoiceKind kind);
    /// Newer facts of the same company with the same rates.
    void setFacts(const IssuingFacts &facts);
    [[nodiscard]] const IssuingFacts &facts() const { return m_facts; }

    [[nodiscard]] rules::Composed compose() const;
    /// What is written and what the rules say of it, worked out once: with hundreds of lines a key that comes meanwhile
    /// would be felt.
    struct Judged {
        InvoiceDraft written;
        rules::Composed composed;
        QList<Finding> findings;
    };
    /// @param everything also what is merely not filled in yet
    [[nodiscard]] Judged judged(bool everything) const;
    void mark(const Judged &judged);
    /// Goes to the place a finding is about.
    void goTo(const QString &field, int line);
    void goToStart();
    /// Puts in what is being typed in a cell.
    void commit();
    [[nodiscard]] LineTable *lines() const;
    [[nodiscard]] LineBox *lineBox() const { return m_lines; }
    [[nodiscard]] InvoiceKind kind() const { return m_kind; }

Q_SIGNALS:
    void edited();
    /// Something was typed into a cell and is not committed yet.
    void typed();
    void failed(const kp::Fault &fault);
    /// Something to tell that needs no answer.
    void told(const QString &text);

private:
    QWidget *makeHeading();
    QWidget *makeParties(Office &office);
    QWidget *makeFoot();
    void makeVouchers();
    void followHead();
    void goToLines();
    void showCredit();
    [[nodiscard]] rules::ClassificationLookup lookup() const;

    Office &m_office;
    IssuingFacts m_facts;
    InvoiceKind m_kind = InvoiceKind::Ordinary;
    DraftFields *m_fields;
    std::shared_ptr<DraftGrammar> m_grammar;
    QLabel *m_credit;
    QLabel *m_title;
    QLabel *m_day;
    QLabel *m_issuer;
    BuyerBox *m_buyer;
    SellerBox *m_seller;
    HeadRow *m_head;
    LineBox *m_lines;
    PartGrid *m_vouchers;
    MoreBox *m_more;
    TotalsBox *m_totals;
};

} // namespace kp
