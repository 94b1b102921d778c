// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/batch_need.h"

#include <QFrame>

class QLabel;

namespace kp
{

/// What the orders need of numbers and credit, what there is of them, and what will be left.
class NeedStrip : public QFrame
{
    Q_OBJECT
public:
    explicit NeedStrip(QWidget *parent = nullptr);
    /// @param trouble why it is not known how much credit can be downloaded
    void show(const service::BatchNeed &need, const QString &trouble);

private:
    struct Figures {
        QLabel *needed;
        QLabel *atHand;
        QLabel *toDraw;
        QLabel *after;
    };
    Figures addRow(int row, const QString &name, const QString &caption);
    QLabel *addLabel(int row, int column, const QString &name);

    Figures m_numbers;
    Figures m_credit;
    QLabel *m_sign;
    QLabel *m_verdict;
};

} // namespace kp
