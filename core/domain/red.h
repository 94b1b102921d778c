// SPDX-License-Identifier: GPL-3.0-or-later
// 红字发票确认信息: what two taxpayers agree on before an invoice is reversed. Codes: leqi-protocol §8.2–8.4, §9.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/domain/codes.h"
#include "core/domain/ids.h"
#include "core/domain/invoice.h"
#include "core/domain/party.h"
#include "core/domain/schema.h"
#include "core/domain/tax_rate.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <span>

namespace kp
{

/// 购销方身份: which of the two sides of an invoice (the platform's lrfsf, yhjslx).
enum class Side { Seller, Buyer };
template<>
std::span<const CodeRow<Side>> codeRows<Side>();
constexpr Side other(Side side)
{
    return side == Side::Seller ? Side::Buyer : Side::Seller;
}

/// 冲红原因 (chyyDm).
enum class RedReason {
    Mistake = 1,    ///< 开票有误: everything is reversed
    GoodsReturned,  ///< 销货退回: by quantity
    ServiceStopped, ///< 服务中止: by quantity or amount
    Allowance,      ///< 销售折让: by amount alone
};
template<>
std::span<const CodeRow<RedReason>> codeRows<RedReason>();

/// 红字确认信息状态 (hzqrxxztDm). What leads from one to another stands in core/rules/red_lifecycle alone.
enum class RedFormState {
    NotNeeded = 1,   ///< 无需确认
    AwaitsBuyer,     ///< 销方录入待购方确认
    AwaitsSeller,    ///< 购方录入待销方确认
    Confirmed,       ///< 购销双方已确认
    RefusedByBuyer,  ///< 作废（销方录入购方否认）
    RefusedBySeller, ///< 作废（购方录入销方否认）
    Lapsed,          ///< 作废（超72小时未确认）
    Withdrawn,       ///< 作废（发起方已撤销）
    WithdrawnAfter,  ///< 作废（确认后撤销）
    AbnormalVoucher, ///< 作废（异常凭证）
    TaxpayerBlocked, ///< 作废（纳税人状态异常阻断）
    RefusedByPerson, ///< 作废（自然人拒收）
    RefundApplied,   ///< 作废（已开具退税申请单）
};
template<>
std::span<const CodeRow<RedFormState>> codeRows<RedFormState>();

/// How long the other side has to answer.
inline constexpr std::chrono::hours redFormLifetime{72};

/// A line of a confirmation form: what of a blue line is reversed. Quantity and amounts are below zero, the price is
/// above.
struct RedFormLine {
    int number = 0;   ///< 1, 2, 3 …
    int blueLine = 0; ///< 蓝字发票明细序号
    QString item;
    QString classification;
    QString shortName;
    QString spec;
    QString unit;
    std::optional<Decimal> quantity;
    std::optional<Decimal> price;
    Money net;
    TaxRate rate;
    Money tax;
    Preference preference = Preference::None;
    std::optional<Money> deduction; ///< 扣除额 of the margin scheme, below zero

    friend bool operator==(const RedFormLine &, const RedFormLine &) = default;
};

/// 红字发票信息确认单.
struct RedForm {
    RedFormId id;
    CompanyId company;
    QString number;                ///< 红字确认单编号, given by the platform
    QString uuid;                  ///< the platform's key, 32 characters
    Side side = Side::Seller;      ///< which of the two the company is
    Side enteredBy = Side::Seller; ///< 录入方身份
    Party seller;                  ///< name and tax number
    Party buyer;
    QString blueNumber;
    QDateTime blueIssuedAt; ///< China time, as all times here
    Totals blueTotals;
    InvoiceKind kind = InvoiceKind::Ordinary;
    TaxMode taxMode = TaxMode::Ordinary;
    RedReason reason = RedReason::Mistake;
    Totals totals; ///< 红字冲销金额, 税额: below zero
    RedFormState state = RedFormState::NotNeeded;
    bool valid = true; ///< 有效标志: the platform takes it back without a word in the state
    QDateTime enteredAt;
    QDateTime confirmedAt; ///< invalid: nobody has answered
    QString redNumber;     ///< 红字发票号码; empty: not issued
    QDateTime redIssuedAt;
    QList<RedFormLine> lines;

    [[nodiscard]] bool isIssued() const { return !redNumber.isEmpty(); }
    friend bool operator==(const RedForm &, const RedForm &) = default;
};

/// 发票用途状态信息 of an issued invoice: what its buyer has done with it (leqi-protocol §8.10).
struct InvoiceUse {
    QString vatUse;       ///< fpyt, 增值税用途: "0" unused
    QString posting;      ///< rzzt, 入账状态: "01" not posted, "02" posted, "03" posting taken back
    QString stockUse;     ///< xfsyt, 消费税用途: "01" ticked for stock
    QString status;       ///< fpzt, 发票状态: "2" void
    QString voucherState; ///< ycpzzt: "02" abnormal voucher
    bool locked = false;  ///< hzsdbs, 红字锁定标志

    friend bool operator==(const InvoiceUse &, const InvoiceUse &) = default;
};

template<>
const Schema<RedFormLine> &schema<RedFormLine>();
template<>
const Schema<RedForm> &schema<RedForm>();

} // namespace kp
