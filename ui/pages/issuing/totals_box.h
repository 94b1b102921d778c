// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"
#include "ui/pages/issuing/sheet_parts.h"

class QLabel;

namespace kp
{

/// 合计, and 价税合计 in capitals and in figures, as on the invoice.
class TotalsBox : public Ruled
{
    Q_OBJECT
public:
    explicit TotalsBox(QWidget *parent = nullptr);
    void show(const Totals &totals);

private:
    QLabel *m_net;
    QLabel *m_tax;
    QLabel *m_capitals;
    QLabel *m_gross;
};

} // namespace kp
