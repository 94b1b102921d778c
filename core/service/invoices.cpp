// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/invoices.h"

#include "core/service/guard.h"

#include <QCoreApplication>

namespace kp::service
{

namespace
{
struct InvoicesText {
    Q_DECLARE_TR_FUNCTIONS(Invoices)
};
} // namespace

Totals InvoiceDetail::reversed() const
{
    Totals out;
    for (const RedForm &form : reversals) {
        out.net += form.totals.net;
        out.tax += form.totals.tax;
    }
    return out;
}

Result<InvoiceDetail> Invoices::detailOf(const Actor &actor, const Invoice &invoice)
{
    if (!actor.sees(invoice.company))
        return Fault{FaultKind::NotFound,
            InvoicesText::tr("There is no such invoice. Check its number; another company may be chosen.")};
    InvoiceDetail detail{invoice, {}, {}};
    KP_TRY(history, m_stores.invoices.history(invoice.id));
    detail.history = history;
    KP_TRY(outbox, m_stores.outbox.find(invoice.id));
    detail.outbox = outbox;
    if (!invoice.isRed() && !invoice.number.isEmpty()) {
        KP_TRY(forms, m_stores.redForms.ofInvoice(invoice.company, invoice.number));
        forms.removeIf([](const RedForm &form) { return !form.isIssued(); });
        detail.reversals = forms;
    }
    return detail;
}

Result<InvoiceDetail> Invoices::find(const Actor &actor, InvoiceId id)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices));
    KP_TRY(invoice, m_stores.invoices.find(id));
    return detailOf(actor, invoice);
}

Result<InvoiceDetail> Invoices::findByNumber(const Actor &actor, const QString &number)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices));
    KP_TRY(invoice, m_stores.invoices.findByNumber(number));
    return detailOf(actor, invoice);
}

Result<store::ListQuery> Invoices::scoped(const Actor &actor, store::ListQuery query)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices));
    query.scope = store::Scope::of(actor);
    return query;
}

} // namespace kp::service
