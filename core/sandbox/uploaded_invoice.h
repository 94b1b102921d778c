// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/sandbox/json.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace kp::sandbox
{

/// A line of an uploaded invoice, read.
struct UploadedLine {
    enum class Nature { Normal, Discount, Discounted }; // fphxz 00, 01, 02
    qsizetype place = 0;                                // in the list, from 1
    QString lineNumber;
    QString blueLine; // dylzfpmxxh
    QString item, printedName, shortName, spec, unit;
    std::optional<Decimal> quantity, price;
    Decimal net, rate, tax, gross;    // Decimals, so that no sum of them can overflow
    std::optional<Decimal> deduction; // kce
    QString code;
    Nature nature = Nature::Normal;
    QString preference; // yhzcbs
    [[nodiscard]] bool isDiscount() const { return nature == Nature::Discount; }
};

/// A deduction voucher (cekcList), read.
struct UploadedVoucher {
    QString kind;                      // pzlx
    QString code, number, otherNumber; // fpdm, fphm, cepzhm
    QString date;                      // kjrq
    Decimal total, used;               // pzhjje, bckcje
    QString remark;
};

/// An uploaded invoice whose fields have been checked, read.
struct UploadedInvoice {
    QString number;
    QString kind; // 01 special, 02 ordinary
    bool red = false;
    QString specialElement, margin, purchase, exportPolicy; // tdys, cezslxDm, sgfplxDm, ckywsyzcDm
    QString sellerTaxNumber, sellerName;
    QString buyerTaxNumber, buyerName;
    bool naturalPerson = false;      // gmfzrrbz
    bool hasBuyerDocument = false;   // zrrzjlxDm, zrrzjhm
    QString refund;                  // zzsjzjtDm
    bool taxService = false;         // sfkjsszyfwfppm
    QString serviceAgreement;        // sszyfwxybh
    QList<UploadedVoucher> vouchers; // cekcList
    Decimal net, tax, gross;
    QDateTime issuedAt; // China time
    // Of a red invoice: dylzfphm, hzqrxxdbh, hzqrduuid.
    QString blueNumber, formNumber, formUuid;
    QList<UploadedLine> lines;
    [[nodiscard]] bool isSpecial() const { return kind == u"01"; }
};

/// Reads an invoice that has passed checkFields.
UploadedInvoice readInvoice(Json::Value invoice);

} // namespace kp::sandbox
