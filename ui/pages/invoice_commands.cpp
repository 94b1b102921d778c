// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/invoice_commands.h"

#include "core/document/pdf/invoice_pdf.h"
#include "ui/kit/banner.h"
#include "ui/kit/futures.h"

#include <QCoreApplication>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct InvoiceCommandsText {
    Q_DECLARE_TR_FUNCTIONS(InvoiceCommands)
};

auto onlyRefused(const QString &otherwise)
{
    return [otherwise](InvoiceState state) { return state == InvoiceState::Refused ? QString() : otherwise; };
}
} // namespace

std::function<QString(const CommandContext &)> whyNotFor(
    const FindTarget &target, const std::function<QString(InvoiceState)> &speaksAgainst)
{
    return [target, speaksAgainst](const CommandContext &context) {
        const Result<InvoiceTarget> found = target(context);
        if (!found.ok())
            return found.fault().message;
        return found->state ? speaksAgainst(*found->state)
                            : InvoiceCommandsText::tr("The invoice is still being loaded.");
    };
}

QString whyNoPdf(InvoiceState state)
{
    const Outcome allowed = document::mayBeHandedOut(state);
    return allowed.ok() ? QString() : allowed.fault().message;
}

Command discardCommand(Office &office, const FindTarget &target)
{
    return {.id = u"invoice.discard"_s,
        .text = InvoiceCommandsText::tr("Discard"),
        .icon = Icon::Remove,
        .needs = Permission::DiscardInvoices,
        .question =
            [target](const CommandContext &context) {
                const Result<InvoiceTarget> found = target(context);
                return InvoiceCommandsText::tr(
                    "Invoice %1 was refused and will be given up. Its number becomes free for another "
                    "invoice. This can not be undone.")
                    .arg(found.ok() ? found->number : QString());
            },
        .whyDisabled = whyNotFor(target,
            onlyRefused(InvoiceCommandsText::tr("Only a refused invoice can be discarded. An issued one is reversed "
                                                "by a red invoice."))),
        .run =
            [&office, target](const CommandContext &context) {
                const Result<InvoiceTarget> found = target(context);
                if (!found.ok())
                    return;
                const auto done = office.ask([actor = office.actor(), id = found->id](service::Services &services) {
                    return services.issuing.discard(actor, id);
                });
                then(found->banner, done, [banner = found->banner](const Outcome &outcome) {
                    if (!outcome)
                        banner->showFault(outcome.fault());
                });
            }};
}

Command correctCommand(Office &office, const FindTarget &target)
{
    return {.id = u"invoice.correct"_s,
        .text = InvoiceCommandsText::tr("Correct and issue again"),
        .icon = Icon::Issue,
        .needs = Permission::IssueInvoices,
        .whyDisabled =
            [target](const CommandContext &context) {
                if (const Result<InvoiceTarget> found = target(context); found.ok() && found->red)
                    return InvoiceCommandsText::tr(
                        "A red invoice is not corrected. Issue it again from its confirmation form.");
                return whyNotFor(
                    target, onlyRefused(InvoiceCommandsText::tr("Only a refused invoice can be corrected.")))(context);
            },
        .run =
            [&office, target](const CommandContext &context) {
                if (const Result<InvoiceTarget> found = target(context); found.ok())
                    office.rewrite({found->id, Rewriting::Purpose::Correct});
            }};
}

Command reverseCommand(Office &office, const FindTarget &target)
{
    return {.id = u"invoice.reverse"_s,
        .text = InvoiceCommandsText::tr("Reverse"),
        .icon = Icon::Undo,
        .needs = Permission::IssueInvoices,
        .whyDisabled =
            [target](const CommandContext &context) {
                if (const Result<InvoiceTarget> found = target(context); found.ok() && found->red)
                    return InvoiceCommandsText::tr("A red invoice can not be reversed.");
                return whyNotFor(target, [](InvoiceState state) {
                    return state == InvoiceState::Issued
                               ? QString()
                               : InvoiceCommandsText::tr("Only an issued invoice can be reversed.");
                })(context);
            },
        .run =
            [&office, target](const CommandContext &context) {
                if (const Result<InvoiceTarget> found = target(context); found.ok())
                    office.open(u"redApply"_s, found->number);
            }};
}

Command formsOfCommand(Office &office, const FindTarget &target)
{
    return {.id = u"invoice.forms"_s,
        .text = InvoiceCommandsText::tr("Confirmation forms"),
        .icon = Icon::List,
        .needs = Permission::ViewInvoices,
        .whyDisabled = whyNotFor(target, [](InvoiceState) { return QString(); }),
        .run = [&office, target](const CommandContext &context) {
            if (const Result<InvoiceTarget> found = target(context); found.ok())
                office.open(u"redOf"_s, found->blueNumber.isEmpty() ? found->number : found->blueNumber);
        }};
}

Command copyCommand(Office &office, const FindTarget &target)
{
    return {.id = u"invoice.copy"_s,
        .text = InvoiceCommandsText::tr("Copy as new invoice"),
        .icon = Icon::Copy,
        .needs = Permission::IssueInvoices,
        .whyDisabled = whyNotFor(target, [](InvoiceState) { return QString(); }),
        .run = [&office, target](const CommandContext &context) {
            if (const Result<InvoiceTarget> found = target(context); found.ok())
                office.rewrite({found->id, Rewriting::Purpose::Copy});
        }};
}

Command retryCommand(Office &office, const FindTarget &target)
{
    const auto waits = [](InvoiceState state) {
        const bool onItsWay =
            state == InvoiceState::Queued || state == InvoiceState::Unknown || state == InvoiceState::Processing;
        return onItsWay ? QString() : InvoiceCommandsText::tr("This invoice is not waiting for the tax platform.");
    };
    return {.id = u"invoice.retry"_s,
        .text = InvoiceCommandsText::tr("Send now"),
        .icon = Icon::Refresh,
        .needs = Permission::IssueInvoices,
        .whyDisabled =
            [&office, target, waits](const CommandContext &context) {
                const Result<InvoiceTarget> found = target(context);
                if (found.ok() && found->state)
                    return waits(*found->state);
                // Without one: everything that waits.
                return office.waiting() == 0 ? InvoiceCommandsText::tr("No invoice is waiting for the tax platform.")
                                             : QString();
            },
        .run = [&office](const CommandContext &) { office.retryNow(); }};
}

} // namespace kp
