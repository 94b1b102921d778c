// SPDX-License-Identifier: GPL-3.0-or-later
// 购买方信息 and 销售方信息, side by side as on the invoice.
#pragma once

#include "core/domain/records.h"
#include "ui/kit/proposals.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kp
{

class DraftFields;
class Office;

/// The frame both share: the upright title, the rows that are always there, and those that fold.
class PartyBox : public QFrame
{
    Q_OBJECT
public:
    void setOpen(bool open);

Q_SIGNALS:
    void opened(bool open);

protected:
    /// @param title upright, at the left
    /// @param name object name
    PartyBox(const QString &title, const QString &name, QWidget *parent);
    /// A label and what stands beside it. @param folds only shown while the box is open
    void addRow(const QString &label, QWidget *value, bool folds);
    void addFlags(const QList<QWidget *> &flags);
    /// A part over the whole width, before those that fold.
    void addWide(QWidget *part);
    /// The button that folds; made last, since it is also last on the way of the Tab key.
    void addFold();
    [[nodiscard]] QWidget *inside() const { return m_inside; }

private:
    QWidget *m_inside;
    QGridLayout *m_rows;
    QToolButton *m_fold = nullptr;
    QList<QWidget *> m_folding;
};

/// The buyer, typed or chosen among those the company has issued to before.
class BuyerBox final : public PartyBox
{
    Q_OBJECT
public:
    BuyerBox(Office &office, DraftFields &fields, QWidget *parent);
    ~BuyerBox() override;

Q_SIGNALS:
    /// A buyer of before was taken; his particulars stand in the fields.
    void taken();
    /// Enter in the last of the fields that are shown.
    void filled();

    /// To tell beside the sheet.
    void told(const QString &text);
    void failed(const kp::Fault &fault);

private:
    void addQuestion();
    void addKeep();
    void enter(qsizetype from);
    /// While typing, and with F7.
    void proposeIn(QLineEdit *edit);
    /// The addresses to which this buyer's invoices went before.
    void proposeEmailsIn(QLineEdit *edit);
    void take(const Proposal &proposal);
    /// A name as short as a person's: is it one? Asked in the box, once a name.
    void askAboutPerson();
    void answerAboutPerson(bool isPerson);
    /// Puts what is written among the customers, new or changed.
    void keepCustomer();
    [[nodiscard]] Customer written() const;

    Office &m_office;
    DraftFields &m_fields;
    QList<QLineEdit *> m_edits; ///< in visual order
    QWidget *m_question = nullptr;
    QLabel *m_questionText = nullptr;
    QString m_answered; ///< the name that was asked about
    Customer m_known;   ///< the one that was taken; not valid when there is none
};

/// The company itself; nothing of it is typed here.
class SellerBox final : public PartyBox
{
    Q_OBJECT
public:
    SellerBox(DraftFields &fields, QWidget *parent);
    void show(const Party &seller);

private:
    QLabel *addText(const QString &label, bool folds);
    QLabel *m_name;
    QLabel *m_taxNumber;
    QLabel *m_contact;
    QLabel *m_bank;
};

} // namespace kp
