// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/red_commands.h"

#include "core/base/files.h"
#include "core/document/pdf/red_form_pdf.h"
#include "core/rules/red_lifecycle.h"
#include "ui/kit/banner.h"
#include "ui/kit/futures.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QDir>
#include <QtConcurrent>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// One answer as the window offers it.
struct AnswerWords {
    QString id;
    QString text;
    QString question; ///< %1: the form
    QString done;     ///< %1: the form
    rules::RedEvent event;
    Icon icon;
};

AnswerWords wordsOf(RedAnswer answer)
{
    switch (answer) {
    case RedAnswer::Agree:
        return {u"red.confirm"_s, RedText::tr("Confirm"),
            RedText::tr("You confirm that the invoice may be reversed as form %1 says. The seller can then issue the "
                        "red invoice."),
            RedText::tr("Form %1 is confirmed."), rules::RedEvent::Agree, Icon::Ok};
    case RedAnswer::Refuse:
        return {u"red.refuse"_s, RedText::tr("Refuse"),
            RedText::tr("Form %1 becomes void; the invoice stays as it is. This can not be undone: the other side "
                        "would have to apply anew."),
            RedText::tr("Form %1 is refused."), rules::RedEvent::Refuse, Icon::Close};
    case RedAnswer::Withdraw:
        break;
    }
    return {u"red.withdraw"_s, RedText::tr("Withdraw"),
        RedText::tr("Form %1 becomes void; nothing is reversed by it. This can not be undone."),
        RedText::tr("Form %1 is withdrawn."), rules::RedEvent::Withdraw, Icon::Undo};
}

std::function<QString(const CommandContext &)> whyNotForm(
    const FindForm &target, const std::function<QString(const RedForm &)> &speaksAgainst)
{
    return [target, speaksAgainst](const CommandContext &context) {
        const Result<FormTarget> found = target(context);
        return found.ok() ? speaksAgainst(found->form) : found.fault().message;
    };
}

void saveForm(Banner *banner, const RedForm &form, bool practice, const QString &path)
{
    const auto written = QtConcurrent::run([form, practice, path]() -> Outcome {
        KP_TRY(pdf, document::redFormPdf(form, practice));
        return writeFile(path, pdf);
    });
    then(banner, written, [banner, path](const Outcome &outcome) {
        if (outcome.ok())
            banner->show(
                {.tone = Tone::Success, .text = RedText::tr("Saved as %1").arg(QDir::toNativeSeparators(path))});
        else
            banner->showFault(outcome.fault());
    });
}

QString whyNoAnswer(const RedForm &form, rules::RedEvent event)
{
    if (rules::mayAct(form, event, form.side))
        return {};
    if (event == rules::RedEvent::Withdraw && form.enteredBy != form.side)
        return RedText::tr("Only the side that has applied can withdraw a form.");
    if (event == rules::RedEvent::Withdraw && rules::mayAct(form, event, other(form.side)))
        return RedText::tr("Only the side that has confirmed can withdraw a form now.");
    if (event != rules::RedEvent::Withdraw && form.enteredBy == form.side && rules::answerDue(form).isValid())
        return RedText::tr("The other side answers this form.");
    return explanationOf(form);
}
} // namespace

Command openFormCommand(Office &office, const FindForm &target)
{
    return {.id = u"red.open"_s,
        .text = RedText::tr("Details"),
        .icon = Icon::Eye,
        .needs = Permission::ViewInvoices,
        .whyDisabled = whyNotForm(target, [](const RedForm &) { return QString(); }),
        .run = [&office, target](const CommandContext &context) {
            if (const auto found = target(context); found.ok())
                office.open(u"redForm"_s, QString::number(found->form.id.value()));
        }};
}

Command answerCommand(Office &office, const FindForm &target, RedAnswer answer)
{
    const AnswerWords words = wordsOf(answer);
    return {.id = words.id,
        .text = words.text,
        .icon = words.icon,
        .needs = Permission::IssueInvoices,
        .question =
            [target, words](const CommandContext &context) {
                const auto found = target(context);
                return found.ok() ? words.question.arg(found->form.number) : QString();
            },
        .note = answer == RedAnswer::Withdraw ? QString() : RedText::tr("Opinion (kept here)"),
        .whyDisabled =
            whyNotForm(target, [event = words.event](const RedForm &form) { return whyNoAnswer(form, event); }),
        .run =
            [&office, target, answer, words](const CommandContext &context) {
                const auto found = target(context);
                if (!found.ok())
                    return;
                const auto done = office.askReversing(
                    [actor = office.actor(), id = found->form.id, answer, opinion = context.note](
                        service::Reversing &reversing) { return reversing.answer(actor, id, answer, opinion); });
                then(found->banner, done, [banner = found->banner, words](const Result<RedForm> &form) {
                    if (form.ok())
                        banner->show({.tone = Tone::Success, .text = words.done.arg(form->number)});
                    else
                        banner->showFault(form.fault());
                });
            }};
}

Command issueRedCommand(Office &office, const FindForm &target)
{
    return {.id = u"red.issue"_s,
        .text = RedText::tr("Issue red invoice"),
        .icon = Icon::Issue,
        .needs = Permission::IssueInvoices,
        .whyDisabled = whyNotForm(target,
            [](const RedForm &form) {
                if (rules::mayIssue(form, form.side))
                    return QString();
                if (form.side == Side::Buyer && rules::mayIssue(form, Side::Seller))
                    return RedText::tr("Only the seller issues the red invoice.");
                return explanationOf(form);
            }),
        .run = [&office, target](const CommandContext &context) {
            if (const auto found = target(context); found.ok())
                office.open(u"redInvoice"_s, QString::number(found->form.id.value()));
        }};
}

Command showRedCommand(Office &office, const FindForm &target)
{
    return {.id = u"red.showRed"_s,
        .text = RedText::tr("Show red invoice"),
        .icon = Icon::Pdf,
        .needs = Permission::ViewInvoices,
        .whyDisabled = whyNotForm(target,
            [](const RedForm &form) {
                if (!form.isIssued())
                    return RedText::tr("The red invoice is not issued yet.");
                return form.side == Side::Seller
                           ? QString()
                           : RedText::tr("The seller has issued it under number %1; it is not in your books.")
                                 .arg(form.redNumber);
            }),
        .run = [&office, target](const CommandContext &context) {
            if (const auto found = target(context); found.ok())
                openInvoice(office, found->banner, found->form.redNumber);
        }};
}

Command saveFormCommand(Office &office, const FindForm &target)
{
    return {.id = u"red.savePdf"_s,
        .text = RedText::tr("Save PDF"),
        .icon = Icon::Pdf,
        .shortcut = QKeySequence(Qt::CTRL | Qt::Key_S),
        .needs = Permission::ViewInvoices,
        .whyDisabled = whyNotForm(target,
            [](const RedForm &form) {
                return form.lines.isEmpty() ? RedText::tr("The form is still being loaded.") : QString();
            }),
        .run = [&office, target](const CommandContext &context) {
            const auto found = target(context);
            if (!found.ok())
                return;
            const FileWish wish{.title = RedText::tr("Save the form as PDF"),
                .kind = FileWish::Kind::Save,
                .filters = {RedText::tr("PDF files (*.pdf)")},
                .suggestion = document::redFormFileName(found->form.number)};
            const bool practice = office.company() != nullptr && office.company()->practice;
            office.desk().doors.pickFile(
                found->banner, wish, [form = found->form, banner = found->banner, practice](const QString &path) {
                    if (!path.isEmpty())
                        saveForm(banner, form, practice, path);
                });
        }};
}

Command showBlueCommand(Office &office, const FindForm &target)
{
    return {.id = u"red.showBlue"_s,
        .text = RedText::tr("Show reversed invoice"),
        .icon = Icon::List,
        .needs = Permission::ViewInvoices,
        .whyDisabled = whyNotForm(target,
            [](const RedForm &form) {
                return form.side == Side::Seller ? QString()
                                                 : RedText::tr("The seller has issued it; it is not in your books.");
            }),
        .run = [&office, target](const CommandContext &context) {
            if (const auto found = target(context); found.ok())
                openInvoice(office, found->banner, found->form.blueNumber);
        }};
}

void openInvoice(Office &office, Banner *banner, const QString &number)
{
    const auto found = office.reader().run(
        [actor = office.actor(), number](service::Reading &reading) { return reading.invoice(actor, number); });
    then(banner, found, [&office, banner, number](const Result<service::InvoiceDetail> &detail) {
        if (detail.ok())
            office.open(u"invoice"_s, QString::number(detail->invoice.id.value()));
        else
            banner->show({.tone = Tone::Warning,
                .text =
                    RedText::tr("Invoice %1 is not in these books: it was issued with another program.").arg(number)});
    });
}

} // namespace kp
