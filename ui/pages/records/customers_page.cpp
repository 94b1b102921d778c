// SPDX-License-Identifier: GPL-3.0-or-later
// 客户信息维护 (S1 1.1.2), 购方信息 (S2 5.4).
#include "ui/pages/invoice_words.h"
#include "ui/pages/record_files.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/texts.h"

#include <QMenu>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QList<ColumnSpec> customerColumns()
{
    using R = Customer;
    ColumnSpec kind = columnOf<R>(u"kind"_s, 124);
    kind.words = codeWords<PartyKind>();
    QList<ColumnSpec> all{columnOf<R>(u"name"_s, 240), columnOf<R>(u"taxNumber"_s, 190, Face::Code), kind,
        columnOf<R>(u"code"_s, 90), columnOf<R>(u"category"_s, 100), columnOf<R>(u"contact"_s, 90),
        columnOf<R>(u"phone"_s, 130), columnOf<R>(u"email"_s, 190), columnOf<R>(u"address"_s, 240),
        columnOf<R>(u"bank"_s, 180), columnOf<R>(u"account"_s, 180, Face::Code), columnOf<R>(u"changedAt"_s, 160)};
    for (qsizetype i = all.size() - 4; i < all.size(); ++i) // the others take the width of a usual window
        all[i].shown = false;
    return all;
}

FormSpec form()
{
    return {
        {{{}, {{.key = u"name"_s, .required = true, .span = 2}, {.key = u"taxNumber"_s, .span = 2, .face = Face::Code},
                  {.key = u"kind"_s, .words = codeWords<PartyKind>()}, {.key = u"naturalPerson"_s}, {.key = u"code"_s},
                  {.key = u"category"_s}, {.key = u"address"_s, .span = 2}, {.key = u"phone"_s}, {.key = u"contact"_s},
                  {.key = u"bank"_s, .span = 2}, {.key = u"account"_s, .span = 2, .face = Face::Code},
                  {.key = u"email"_s, .span = 2, .lookUp = true}}}},
        2};
}

/// 历史邮箱: where invoices to the customer went before.
void offerEmails(Office &office, Form &form, CustomerId customer)
{
    QWidget *field = form.editor(u"email"_s);
    const auto asked = office.reader().run(
        [actor = office.actor(), customer](service::Reading &reading) { return reading.emails(actor, customer); });
    then(field, asked, [&form, field](const Result<QStringList> &answer) {
        const QStringList emails = answer.valueOr({});
        auto *menu = new QMenu(field);
        menu->setObjectName(u"email.history"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (emails.isEmpty())
            menu->addAction(RecordPagesText::tr("No earlier e-mail address is known."))->setEnabled(false);
        for (const QString &email : emails)
            QObject::connect(menu->addAction(email), &QAction::triggered, &form,
                [&form, email] { form.setText(u"email"_s, email); });
        menu->popup(field->mapToGlobal(QPoint(0, field->height())));
    });
}
} // namespace

QWidget *makeCustomersPage(Office &office, QWidget *parent)
{
    RecordSpec spec;
    spec.list = {.key = u"customers"_s,
        .title = RecordPagesText::tr("Customers"),
        .columns = customerColumns(),
        .filters = {{u"kind"_s, RecordPagesText::tr("Customer kind"), FilterSpec::Kind::Choice, codeWords<PartyKind>()},
            {u"category"_s, RecordPagesText::tr("Category"), FilterSpec::Kind::Text}},
        .searchHint = RecordPagesText::tr("Name, initials, tax number, code, contact, phone"),
        .emptyText = RecordPagesText::tr(
            "Whom the company invoices stands here; buyers come by themselves with their first invoice. "
            "Add a customer, or import a list.")};
    spec.form = form();
    spec.fresh = {{u"kind"_s, QString::fromLatin1(code(PartyKind::Company))}};
    spec.importing = importActs<Customer>(office);
    spec.exporting = exportActs<Customer>(office);
    const auto shown = std::make_shared<QPointer<RecordPage>>();
    spec.lookUp = [&office, shown](Form &form, const QString &, QWidget *) {
        if (const RecordPage *page = *shown)
            offerEmails(office, form, CustomerId(page->panel()->id()));
    };
    RecordPage *page = makeRecordPage(office, describe<Customer>(office, spec), parent);
    *shown = page;
    return page;
}

} // namespace kp
