// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/invoice_use.h"

#include <algorithm>
#include <iterator>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
// Refunded, deducted for others, turned to another purpose: the use must be rolled back first.
constexpr QStringView blockingUses[] = {u"2", u"3", u"5", u"7", u"9", u"10", u"11"};
} // namespace

bool InvoiceUse::unused() const
{
    return vat == u"0" && posted != u"02" && stock == u"00";
}

InvoiceUse invoiceUse(Store &store, const QString &number)
{
    InvoiceUse use;
    const auto row = store.row(
        "SELECT vat_use, posted, stock_use, voucher, locked, voided FROM invoice_use WHERE number = ?", {number});
    if (row)
        for (qsizetype i = 0; i < row->size(); ++i)
            use.*useFields[i].member = row->at(i).toString();
    return use;
}

void setInvoiceUse(Store &store, const QString &number, const InvoiceUse &use)
{
    store.write("INSERT OR REPLACE INTO invoice_use(number, vat_use, posted, stock_use, voucher, locked, voided)"
                " VALUES(?, ?, ?, ?, ?, ?, ?)",
        {number, use.vat, use.posted, use.stock, use.voucher, use.locked, use.voided});
}

Check checkReversible(const InvoiceUse &use)
{
    const auto found = [](const QString &what) { return Finding{Group::Right, what}; };
    if (use.voided == u"Y")
        return found(u"蓝字发票已作废，不能红冲"_s);
    if (use.voucher == u"02")
        return found(u"蓝字发票为异常凭证，不能红冲"_s);
    if (use.locked == u"Y")
        return found(u"蓝字发票已红字锁定，不能红冲"_s);
    if (std::find(std::begin(blockingUses), std::end(blockingUses), use.vat) != std::end(blockingUses))
        return found(u"蓝字发票用途为%1，不能红冲"_s.arg(use.vat));
    return std::nullopt;
}

} // namespace kp::sandbox
