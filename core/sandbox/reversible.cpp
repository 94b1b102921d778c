// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/reversible.h"

#include "core/sandbox/ledger.h"
#include "core/sandbox/line_amounts.h"

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int priceDecimals = 13;

/// A discounted line and its discount as the one line they are reversed as.
ReversibleLine netted(UploadedLine line, const UploadedLine &discount)
{
    line.net = plus(line.net, discount.net);
    line.tax = plus(line.tax, discount.tax);
    line.gross = plus(line.gross, discount.gross);
    line.nature = UploadedLine::Nature::Normal;
    if (line.quantity)
        line.price = Decimal::quotient(line.net, *line.quantity, priceDecimals);
    return {line, true, {}, {}, {}};
}

QList<ReversibleLine> nettedLines(const UploadedInvoice &blue)
{
    QList<ReversibleLine> out;
    out.reserve(blue.lines.size());
    for (const UploadedLine &line : blue.lines) {
        if (!line.isDiscount()) {
            out.append(ReversibleLine{line, false, {}, {}, {}});
            continue;
        }
        if (out.isEmpty()) // accepted invoices have none such
            continue;
        const ReversibleLine whole = netted(out.takeLast().line, line);
        if (!whole.line.net.isZero() || !whole.line.tax.isZero())
            out.append(whole);
    }
    for (ReversibleLine &line : out) {
        line.restQuantity = line.line.quantity.value_or(Decimal());
        line.restNet = line.line.net;
        line.restTax = line.line.tax;
    }
    return out;
}

Decimal sumOf(const QList<ReversibleLine> &lines, Decimal ReversibleLine::*part)
{
    Decimal sum;
    for (const ReversibleLine &line : lines)
        sum = plus(sum, line.*part);
    return sum;
}
} // namespace

Decimal Reversible::restNet() const
{
    return sumOf(lines, &ReversibleLine::restNet);
}

Decimal Reversible::restTax() const
{
    return sumOf(lines, &ReversibleLine::restTax);
}

bool Reversible::hasOpenForm() const
{
    return std::any_of(forms.cbegin(), forms.cend(), [](const RedForm &form) { return form.isOpen(); });
}

const ReversibleLine *Reversible::line(const QString &blueLine) const
{
    const auto found = places.constFind(blueLine);
    return found == places.cend() ? nullptr : &lines.at(*found);
}

QList<UploadedLine> Reversible::wholeRest() const
{
    QList<UploadedLine> out;
    for (const ReversibleLine &rest : lines) {
        if (rest.isUsedUp())
            continue;
        UploadedLine line = rest.line;
        line.blueLine = line.lineNumber;
        line.place = out.size() + 1;
        line.lineNumber = QString::number(line.place);
        if (rest.restQuantity.isZero())
            line.quantity = line.price = std::nullopt;
        else
            line.quantity = -rest.restQuantity;
        line.net = -rest.restNet;
        line.tax = -rest.restTax;
        line.gross = plus(line.net, line.tax);
        if (line.deduction)
            line.deduction = -*line.deduction;
        out.append(line);
    }
    return out;
}

QString Reversible::status() const
{
    if (issuedNet.isZero() && issuedTax.isZero())
        return u"0"_s;
    Decimal net;
    Decimal tax;
    for (const ReversibleLine &rest : lines) {
        net = plus(net, rest.line.net);
        tax = plus(tax, rest.line.tax);
    }
    return net == issuedNet && tax == issuedTax ? u"8"_s : u"7"_s;
}

std::optional<Reversible> reversible(Store &store, qint64 nowMs, const QString &number)
{
    std::optional<UploadedInvoice> accepted = acceptedInvoice(store, number);
    if (!accepted)
        return std::nullopt;
    Reversible out{*std::move(accepted), {}, {}, {}, {}, {}};
    if (out.blue.red)
        return out;
    out.lines = nettedLines(out.blue);
    for (qsizetype i = 0; i < out.lines.size(); ++i)
        out.places.insert(out.lines.at(i).line.lineNumber, i);
    for (const RedForm &form : formsOfBlue(store, nowMs, number)) {
        if (!form.isIssued() && !form.isOpen())
            continue;
        for (const UploadedLine &red : linesOf(form)) {
            ReversibleLine &rest = out.lines[out.places.value(red.blueLine)];
            rest.restQuantity = plus(rest.restQuantity, red.quantity.value_or(Decimal()));
            rest.restNet = plus(rest.restNet, red.net);
            rest.restTax = plus(rest.restTax, red.tax);
        }
        if (form.isIssued()) {
            out.issuedNet = plus(out.issuedNet, -Decimal::fromMoney(form.net));
            out.issuedTax = plus(out.issuedTax, -Decimal::fromMoney(form.tax));
        }
        out.forms.append(form);
    }
    return out;
}

} // namespace kp::sandbox
