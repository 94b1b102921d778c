// SPDX-License-Identifier: GPL-3.0-or-later
// 红字发票确认信息录入: side, invoice, reason, what is reversed, done (S2 3.2.2, S1 1.1.5).
#pragma once

#include "ui/kit/leaving.h"
#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kp
{

class Banner;
class BlueStep;
class BuyerStep;
class DonePanel;
class RedLineModel;
class RedLineTable;

class ApplyPage : public QWidget, public Leavable
{
    Q_OBJECT
public:
    /// @param blueNumber the invoice that shall be reversed, as its seller; empty: side and invoice are asked for
    ApplyPage(Office &office, const QString &blueNumber, QWidget *parent = nullptr);

    [[nodiscard]] QString unsaved() const override;
    void giveUp() override { m_touched = false; }
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] QWidget *step() const;
    [[nodiscard]] RedLineTable *table() const { return m_table; }

private:
    enum Step { SideStep, InvoiceStep, BuyerInvoiceStep, ReasonStep, LinesStep, DoneStep };
    QWidget *makeSides();
    QWidget *makeReasons();
    QWidget *makeLines();
    void show(Step step);
    void begin();
    void chooseSide(Side side);
    void examine(const QString &blueNumber);
    void examineAsBuyer(const BlueReference &reference);
    void saysItAsks();
    [[nodiscard]] Step invoiceStep() const { return m_side == Side::Seller ? InvoiceStep : BuyerInvoiceStep; }
    void take(const Result<service::Prospect> &prospect);
    void offerReasons();
    void chooseReason(RedReason reason);
    void showTotals();
    void submit();
    void setBusy(bool busy);

    Office &m_office;
    Side m_side = Side::Seller;
    std::optional<service::Prospect> m_prospect;
    RedReason m_reason = RedReason::Mistake;
    bool m_touched = false; ///< something stands in the lines that nobody has submitted
    QLabel *m_way;          ///< where in the way one is
    Banner *m_banner;
    QStackedWidget *m_stack;
    BlueStep *m_blue;
    BuyerStep *m_buyer;
    QVBoxLayout *m_reasons = nullptr;
    QLabel *m_reasonTitle = nullptr;
    QLabel *m_about = nullptr;
    RedLineModel *m_lines;
    RedLineTable *m_table = nullptr;
    QLabel *m_totals = nullptr;
    QPushButton *m_submit = nullptr;
    DonePanel *m_done;
};

} // namespace kp
