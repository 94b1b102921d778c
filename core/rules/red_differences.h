// SPDX-License-Identifier: GPL-3.0-or-later
// What differs, line by line, between what is left of an invoice and what it should have been, and what can express
// one such difference; used within core/rules only.
#pragma once

#include "core/rules/red_reversal.h"
#include "core/rules/totals.h"

#include <functional>

namespace kp::rules
{

using RedReasons = QList<RedReason>;

/// A line that was wanted, worked out, with its discount taken off.
struct WantedLine {
    InvoiceLine line;
    qsizetype draftLine = 0; ///< index in the draft
};
/// The lines of a draft that are worth something.
QList<WantedLine> wantedLines(const Composed &composed, const InvoiceDraft &wanted);

/// A line that is left and the one of the same thing it should have been. One of the two may be missing.
struct LineDifference {
    std::optional<InvoiceLine> left;
    std::optional<WantedLine> wanted;

    [[nodiscard]] bool isNone() const;
};

/// Whether a line that is left can be made the wanted one.
using PairCheck = std::function<bool(const InvoiceLine &left, const WantedLine &wanted)>;
/// Puts lines of the same thing together: as many as can be with one that they are or can become, the others with one
/// that is near.
QList<LineDifference> pairedUp(
    const QList<InvoiceLine> &left, const QList<WantedLine> &wanted, const PairCheck &canBecome);

/// What of a line is reversed, and for which reason.
struct RedPart {
    RedReason reason;
    RedFormLine line;
};
using PartCheck = std::function<bool(const InvoiceLine &left, const RedPart &part)>;
/// Makes the line smaller, for the first of the reasons that may: fewer pieces at the same price, or less for as many.
/// Gives the wanted amounts exactly.
std::optional<RedPart> shrunk(
    const InvoiceLine &left, const WantedLine &wanted, const RedReasons &reasons, const PartCheck &isAllowed);
/// Takes all of the line away. @param asked a person chose the reason: then an allowance may be all of it
std::optional<RedPart> takenAway(const InvoiceLine &left, const RedReasons &reasons, bool asked);
/// What must come to the line, without tax, on another invoice like @p like; empty when that does not give the wanted
/// amounts exactly.
std::optional<DraftLine> grown(const InvoiceLine &left, const WantedLine &wanted, const InvoiceDraft &like);

} // namespace kp::rules
