// SPDX-License-Identifier: GPL-3.0-or-later
// Small panels that open between the tools of the grid and the grid: they ask for a figure and do not stop anybody.
#pragma once

#include "core/domain/invoice.h"

#include <QFrame>
#include <QList>

#include <optional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kp
{

/// Esc closes it and gives the focus back.
class FigurePanel : public QFrame
{
    Q_OBJECT
Q_SIGNALS:
    void closed();

protected:
    FigurePanel(const QString &name, QWidget *parent);
    QLineEdit *addFigure(const QString &name, const QString &caption);
    QPushButton *addButton(const QString &name, const QString &text);
    QLabel *addText();
    void openAt(QLineEdit *edit);
    void keyPressEvent(QKeyEvent *event) override;

private:
    QHBoxLayout *m_row;
};

/// 折扣: by rate or by amount, the other one follows; on one line or on several.
class DiscountPanel final : public FigurePanel
{
    Q_OBJECT
public:
    explicit DiscountPanel(QWidget *parent = nullptr);
    /// @param lines of the draft, each with an amount
    void open(const InvoiceDraft &draft, const QList<qsizetype> &lines);

Q_SIGNALS:
    /// The same draft with other discounts.
    void applied(const kp::InvoiceDraft &discounted);

private:
    void followRate();
    void followAmount();
    void offer(std::optional<InvoiceDraft> discounted);
    [[nodiscard]] Money discountOf(const InvoiceDraft &draft) const;

    InvoiceDraft m_draft;
    QList<qsizetype> m_lines;
    Money m_whole; ///< what the lines come to, as entered
    std::optional<InvoiceDraft> m_discounted;
    QLabel *m_about;
    QLineEdit *m_rate;
    QLineEdit *m_amount;
    QPushButton *m_apply;
    QPushButton *m_remove;
};

/// The gross total an invoice shall come to.
class WishPanel final : public FigurePanel
{
    Q_OBJECT
public:
    explicit WishPanel(QWidget *parent = nullptr);
    void open(std::optional<Money> wish);

Q_SIGNALS:
    void wished(kp::Money total);

private:
    QLineEdit *m_total;
    QPushButton *m_fill;
};

} // namespace kp
