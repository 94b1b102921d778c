// SPDX-License-Identifier: GPL-3.0-or-later
// An invoice in its two forms: the draft a clerk writes, and the invoice that is stored, numbered and sent.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/domain/codes.h"
#include "core/domain/id_document.h"
#include "core/domain/ids.h"
#include "core/domain/party.h"
#include "core/domain/tax_rate.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace kp
{

/// 经办人: who acts for the buyer.
struct Agent {
    QString name;
    IdDocument document;
    QString taxNumber; ///< 自然人纳税人识别号
    QString phone;

    friend bool operator==(const Agent &, const Agent &) = default;
};

/// 附加要素: a further fact on the invoice, named by the company itself.
struct ExtraElement {
    QString name;
    QString type; ///< free word of the company's own; no list is published
    QString value;

    friend bool operator==(const ExtraElement &, const ExtraElement &) = default;
};

/// 差额扣除凭证: proves a deduction of the margin scheme.
struct DeductionVoucher {
    VoucherKind kind = VoucherKind::DigitalInvoice;
    QString code;   ///< 发票代码
    QString number; ///< 发票号码 or the voucher's number
    QDate date;     ///< 开具日期
    Money total;    ///< 凭证合计金额
    Money used;     ///< 本次扣除金额
    QString remark;

    friend bool operator==(const DeductionVoucher &, const DeductionVoucher &) = default;
};

/// What a draft and the invoice made of it both say, beside their lines.
struct InvoiceHead {
    QString serial; ///< 发票流水号: the caller's own key, unique within the company; made up when empty
    InvoiceKind kind = InvoiceKind::Ordinary;
    TaxMode taxMode = TaxMode::Ordinary;
    bool naturalPerson = false;               ///< 受票方自然人标识
    PartyKind buyerKind = PartyKind::Company; ///< 购买方类型; stays here
    Party buyer;
    IdDocument buyerDocument; ///< of a natural person who buys
    QString buyerEmail;
    bool showBuyerContact = false; ///< address and phone on the face
    bool showBuyerBank = false;
    bool showSellerContact = false;
    bool showSellerBank = false;
    Agent agent;
    QString payee;
    QString reviewer;
    QString remark;       ///< 备注: the clerk's own words; the face puts its own parts around them
    QString businessType; ///< 业务类型: a tag of the company's own; stays here
    WaiverReason waiver = WaiverReason::None;
    RefundClass refund = RefundClass::None;
    bool taxService = false;  ///< 涉税专业服务发票品目
    QString serviceAgreement; ///< 涉税专业服务协议编号
    QList<ExtraElement> elements;
    QList<DeductionVoucher> vouchers; ///< only with the margin scheme

    friend bool operator==(const InvoiceHead &, const InvoiceHead &) = default;
};

/// One line as the clerk enters it. Price, amount and discount are with or without tax as the draft says.
struct DraftLine {
    QString item;           ///< 项目名称, without *short name*
    QString classification; ///< 税收分类编码, 19 digits
    QString shortName;      ///< 商品和服务分类简称; filled from the classification when empty
    QString spec;
    QString unit;
    std::optional<Decimal> quantity;
    std::optional<Decimal> price;
    std::optional<Money> amount;
    std::optional<TaxRate> rate;
    Preference preference = Preference::None;
    std::optional<Money> discount; ///< 折扣金额, positive; becomes a discount line
    /// Tax of amount and discount where net × rate would round to another fen: the line was entered with tax and is now
    /// shown without. rules::switchTaxIncluded sets them; they count only while they fit the amount.
    std::optional<Money> keptTax;
    std::optional<Money> keptDiscountTax;

    friend bool operator==(const DraftLine &, const DraftLine &) = default;
};

/// What an invoice shall be, before it has a number.
struct InvoiceDraft : InvoiceHead {
    bool taxIncluded = true; ///< 含税: entered prices, amounts and discounts include the tax
    QList<DraftLine> lines;

    friend bool operator==(const InvoiceDraft &, const InvoiceDraft &) = default;
};

/// One line of a stored invoice: exact, without tax, as the platform gets it.
struct InvoiceLine {
    int number = 0; ///< 1, 2, 3 …
    LineNature nature = LineNature::Normal;
    QString item;
    QString classification;
    QString shortName;
    QString spec;
    QString unit;
    std::optional<Decimal> quantity;
    std::optional<Decimal> price; ///< 单价 without tax
    Money net;                    ///< 金额
    TaxRate rate;
    Money tax; ///< 税额
    Preference preference = Preference::None;
    std::optional<Money> deduction; ///< 扣除额: with the margin scheme
    int blueLine = 0;               ///< 对应蓝字发票明细序号: of a red invoice, the line it reverses

    [[nodiscard]] Money gross() const { return net + tax; }
    /// *short name*item, as it is printed and sent.
    [[nodiscard]] QString printedName() const { return u'*' + shortName + u'*' + item; }
    friend bool operator==(const InvoiceLine &, const InvoiceLine &) = default;
};

/// 合计金额, 合计税额, 价税合计.
struct Totals {
    Money net;
    Money tax;
    [[nodiscard]] Money gross() const { return net + tax; }
    friend bool operator==(const Totals &, const Totals &) = default;
};

/// What a red invoice reverses, and the confirmation form that allows it.
struct Reversal {
    QString blueNumber; ///< 被红冲发票号码; empty: the invoice is a blue one
    QString form;       ///< 红字确认单编号
    QString formUuid;

    friend bool operator==(const Reversal &, const Reversal &) = default;
};

/// A stored invoice. Everything printed on it is a snapshot: it does not change when a customer or the company does.
struct Invoice : InvoiceHead {
    InvoiceId id;
    CompanyId company;
    QString number;     ///< 发票号码, 20 digits
    QDateTime issuedAt; ///< 开票日期, China time; fixed when the number is taken
    InvoiceState state = InvoiceState::Queued;
    Party seller;
    Totals totals;
    QString issuer;        ///< 开票人
    QString message;       ///< the platform's last words on it
    bool practice = false; ///< 演练: bears the practice mark wherever it is shown
    Reversal reversal;
    QList<InvoiceLine> lines;

    /// 红字: its quantities and amounts are below zero.
    [[nodiscard]] bool isRed() const { return !reversal.blueNumber.isEmpty(); }

    /// 购买方名称 as printed and sent: a natural person bears the suffix （个人）.
    [[nodiscard]] QString printedBuyerName() const;
    friend bool operator==(const Invoice &, const Invoice &) = default;
};

/// What a list shows of an invoice.
struct InvoiceSummary {
    InvoiceId id;
    QString serial;
    InvoiceKind kind = InvoiceKind::Ordinary;
    QString number;
    QDateTime issuedAt;
    InvoiceState state = InvoiceState::Queued;
    QString buyerName;
    QString buyerTaxNumber;
    Totals totals;
    QString issuer;
    QString message;
    QString businessType;
};

} // namespace kp
