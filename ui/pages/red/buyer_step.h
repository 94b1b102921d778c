// SPDX-License-Identifier: GPL-3.0-or-later
// 选择发票 as the buyer: the invoice is not in the own books, so what its face shows is entered.
#pragma once

#include "core/domain/red_platform.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kp
{

class BuyerStep : public QWidget
{
    Q_OBJECT
public:
    explicit BuyerStep(QWidget *parent = nullptr);
    void begin(QDate today);

Q_SIGNALS:
    void back();
    void chosen(const kp::BlueReference &reference);

private:
    [[nodiscard]] QString whyNot() const;
    void check();
    void take();

    QLineEdit *m_number;
    QComboBox *m_kind;
    QDateEdit *m_day;
    QLineEdit *m_gross;
    QLabel *m_missing;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace kp
