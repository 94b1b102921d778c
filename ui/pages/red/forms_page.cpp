// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/forms_page.h"

#include "core/rules/red_lifecycle.h"
#include "ui/kit/banner.h"
#include "ui/kit/schema_column.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/red/form_rows.h"
#include "ui/pages/red/red_commands.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int minuteMs = 60'000;

ColumnSpec formColumn(const QString &key, int width, Face face = Face::Plain)
{
    ColumnSpec column = columnOf<RedForm>(key, width, face);
    column.sortable = false;
    return column;
}

ColumnSpec ownColumn(QLatin1StringView key, const QString &label, int width, FieldKind kind = FieldKind::Text)
{
    return {.key = key, .label = label, .kind = kind, .width = width, .sortable = false};
}

QList<ColumnSpec> formColumns(FormList which)
{
    ColumnSpec state = formColumn(u"state"_s, 244);
    state.label = RedText::tr("State");
    state.words = redStateWords();
    ColumnSpec reason = formColumn(u"reason"_s, 100);
    reason.words = codeWords<RedReason>();
    ColumnSpec side = formColumn(u"side"_s, 84);
    side.words = codeWords<Side>();
    ColumnSpec kind = formColumn(u"kind"_s, 130);
    kind.words = kindWords();
    ColumnSpec enteredBy = formColumn(u"enteredBy"_s, 84);
    enteredBy.words = codeWords<Side>();
    ColumnSpec net = formColumn(u"net"_s, 110);
    ColumnSpec tax = formColumn(u"tax"_s, 96);
    ColumnSpec gross = ownColumn(grossKey, RedText::tr("Gross"), 116, FieldKind::Money);
    net.total = tax.total = gross.total = true;
    ColumnSpec valid = formColumn(u"valid"_s, 60);
    ColumnSpec confirmed = formColumn(u"confirmedAt"_s, 152);
    ColumnSpec number = formColumn(u"number"_s, 190, Face::Code);
    valid.shown = kind.shown = confirmed.shown = enteredBy.shown = net.shown = tax.shown = false;
    ColumnSpec red = formColumn(u"redNumber"_s, 200, Face::Grouped);
    red.shown = which != FormList::Awaiting && which != FormList::Issuable;
    const ColumnSpec left = ownColumn(timeLeftKey, RedText::tr("Time left"), 100);
    const ColumnSpec other = ownColumn(counterpartyKey, RedText::tr("Other side"), 190);
    const ColumnSpec blue = formColumn(u"blueNumber"_s, 200, Face::Grouped);
    const ColumnSpec entered = formColumn(u"enteredAt"_s, 152);
    QList<ColumnSpec> all{state};
    if (which != FormList::Issuable)
        all.append(left);
    all += {other, side, reason, gross, blue, entered, red, number, net, tax, kind, enteredBy, confirmed, valid};
    return all;
}

QList<FilterSpec> formFilters(FormList which)
{
    const FilterSpec other{QString(counterpartyKey), RedText::tr("Other side"), FilterSpec::Kind::Text};
    const FilterSpec blueDay{
        u"blueIssuedAt"_s, RedText::tr("Issue date of the reversed invoice"), FilterSpec::Kind::Period};
    if (which == FormList::Awaiting || which == FormList::Issuable)
        return {other, blueDay};
    return {{u"side"_s, RedText::tr("Own side"), FilterSpec::Kind::Choice, codeWords<Side>()},
        {u"state"_s, RedText::tr("State"), FilterSpec::Kind::Choice, redStateWords()}, other,
        {u"issued"_s, RedText::tr("Red invoice"), FilterSpec::Kind::Choice,
            {{u"0"_s, RedText::tr("Not issued")}, {u"1"_s, RedText::tr("Issued")}}},
        blueDay};
}

QString emptyText(FormList which)
{
    switch (which) {
    case FormList::Sent:
        return RedText::tr("Confirmation forms that your company has applied for will stand here.");
    case FormList::Received:
        return RedText::tr("Confirmation forms that others have applied for will stand here; the list is brought up to "
                           "date by itself.");
    case FormList::Awaiting:
        return RedText::tr("No form waits for your company's answer.");
    case FormList::OfInvoice:
        return RedText::tr("Nobody has applied for a reversal of this invoice, as far as it is known here.");
    case FormList::Issuable:
        break;
    }
    return RedText::tr("There is no form whose red invoice could be issued now.");
}

/// The form of the chosen row, as far as the list tells of it.
Result<FormTarget> chosenForm(const CommandContext &context)
{
    auto *page = qobject_cast<ListPage *>(context.page.data());
    const bool one = page != nullptr && context.selection.isSingle();
    const int row = one ? page->model()->rowOf(context.selection.ids.constFirst()) : -1;
    if (row < 0)
        return Fault{FaultKind::Invalid, RedText::tr("Select one confirmation form.")};
    FormTarget target{{}, page->banner()};
    const QList<ColumnSpec> &columns = page->model()->columns();
    const ListRow *held = page->model()->row(row);
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (const Field<RedForm> *field = schema<RedForm>().find(columns.at(i).key))
            field->load(target.form, held->cells.at(i));
    target.form.id = RedFormId(held->id);
    return target;
}

Command applyCommand(Office &office)
{
    return {.id = u"red.apply"_s,
        .text = RedText::tr("Apply for reversal"),
        .icon = Icon::Add,
        .shortcut = QKeySequence(Qt::CTRL | Qt::Key_N),
        .needs = Permission::IssueInvoices,
        .primary = true,
        .run = [&office](const CommandContext &) { office.open(u"redApply"_s); }};
}

Command synchroniseCommand(Office &office)
{
    return {.id = u"red.synchronise"_s,
        .text = RedText::tr("Ask the tax platform"),
        .icon = Icon::Refresh,
        .needs = Permission::ViewInvoices,
        .whyDisabled =
            [&office](const CommandContext &) {
                return office.isReadingForms() ? RedText::tr("The forms are being read now.") : QString();
            },
        .run = [&office](const CommandContext &) { office.synchroniseForms(); }};
}

QString keyOf(FormList which)
{
    switch (which) {
    case FormList::Sent:
        return u"redSent"_s;
    case FormList::Received:
        return u"redReceived"_s;
    case FormList::Awaiting:
        return u"redAnswer"_s;
    case FormList::OfInvoice:
        return u"redOf"_s;
    case FormList::Issuable:
        break;
    }
    return u"redIssue"_s;
}

QString titleOf(FormList which)
{
    switch (which) {
    case FormList::Sent:
        return RedText::tr("Forms sent");
    case FormList::Received:
        return RedText::tr("Forms received");
    case FormList::Awaiting:
        return RedText::tr("Answer forms");
    case FormList::OfInvoice:
        return RedText::tr("Confirmation forms");
    case FormList::Issuable:
        break;
    }
    return RedText::tr("Issue red invoices");
}
} // namespace

store::RedFormQuery formsOf(FormList which)
{
    store::RedFormQuery of;
    switch (which) {
    case FormList::Sent:
    case FormList::Received:
        of.sent = which == FormList::Sent;
        break;
    case FormList::Awaiting:
        of.sent = false;
        of.states = {RedFormState::AwaitsBuyer, RedFormState::AwaitsSeller};
        of.valid = true;
        break;
    case FormList::Issuable:
        of.side = Side::Seller;
        of.states = {RedFormState::NotNeeded, RedFormState::Confirmed};
        of.issued = false;
        of.valid = true;
        break;
    case FormList::OfInvoice:
        break;
    }
    return of;
}

ListSpec formsSpec(Office &office, FormList which)
{
    QList<Command> commands{openFormCommand(office, chosenForm)};
    if (which != FormList::Issuable) {
        commands.append(answerCommand(office, chosenForm, RedAnswer::Agree));
        commands.append(answerCommand(office, chosenForm, RedAnswer::Refuse));
    }
    if (which == FormList::Sent)
        commands.removeIf(
            [](const Command &command) { return command.id == "red.confirm"_L1 || command.id == "red.refuse"_L1; });
    if (which != FormList::Awaiting && which != FormList::Issuable)
        commands.append(answerCommand(office, chosenForm, RedAnswer::Withdraw));
    if (which != FormList::Awaiting)
        commands += {issueRedCommand(office, chosenForm), showRedCommand(office, chosenForm)};
    commands += {showBlueCommand(office, chosenForm), synchroniseCommand(office), applyCommand(office)};
    return {.key = keyOf(which),
        .title = titleOf(which),
        .columns = formColumns(which),
        .filters = formFilters(which),
        .searchHint = RedText::tr("Form, reversed or red invoice, other side"),
        .commands = commands,
        .open = u"red.open"_s,
        .emptyText = emptyText(which),
        .firstStep = which == FormList::Sent ? u"red.apply"_s : u"red.synchronise"_s,
        .tables = {u"red_form"_s}};
}

ListPage *makeFormsPage(Office &office, FormList which, QWidget *parent, const QString &blueNumber)
{
    ListSpec spec = formsSpec(office, which);
    QStringList keys;
    for (const ColumnSpec &column : std::as_const(spec.columns))
        keys.append(column.key);
    store::RedFormQuery of = formsOf(which);
    of.blueNumber = blueNumber;
    spec.source = makeFormRows(office, of, keys);
    auto *page = new ListPage(spec, office.desk(), parent);
    page->setWindowTitle(blueNumber.isEmpty() ? spec.title : RedText::tr("Forms of …%1").arg(blueNumber.right(8)));
    QObject::connect(&office, &Office::tablesChanged, page, &ListPage::tablesChanged);
    QObject::connect(&office, &Office::companyChanged, page, [page] { page->setQuery(page->query()); });
    QObject::connect(&office, &Office::formsRead, page, [page](const Outcome &outcome) {
        page->refreshCommands();
        if (!outcome.ok() && page->isVisible())
            page->banner()->showFault(outcome.fault());
    });
    auto *passing = new QTimer(page); // the time that is left goes on
    QObject::connect(passing, &QTimer::timeout, page, [page] {
        if (page->isVisible())
            page->model()->refresh();
    });
    passing->start(minuteMs);
    return page;
}

} // namespace kp
