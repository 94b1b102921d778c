// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/invoice_pdf.h"

#include "core/base/files.h"
#include "core/document/face.h"
#include "core/document/pdf/pdf_document.h"

#include <QCoreApplication>

namespace kp::document
{

namespace
{
struct InvoicePdfText {
    Q_DECLARE_TR_FUNCTIONS(InvoicePdf)
};

} // namespace

Result<QByteArray> invoicePdf(const InvoiceFace &face)
{
    KP_TRY(pages, layOut(face));
    const Invoice &invoice = face.invoice;
    const QString title = QString::fromUtf16(row(invoice.kind).title) + u' ' + invoice.number;
    return pdfDocument(pages, *invoiceForm(), title, invoice.issuedAt); // layOut() has read the form
}

Outcome mayBeHandedOut(InvoiceState state)
{
    if (state == InvoiceState::Issued)
        return Done{};
    return Fault{FaultKind::Conflict,
        InvoicePdfText::tr("Only an issued invoice has a PDF. This one is: %1.").arg(label(state))};
}

Outcome saveInvoicePdf(const QString &path, const Invoice &invoice)
{
    KP_DO(mayBeHandedOut(invoice.state));
    KP_TRY(pdf, invoicePdf(faceOf(invoice)));
    return writeFile(path, pdf);
}

QString invoiceFileName(const QString &number)
{
    return QStringLiteral("dzfp_%1.pdf").arg(number);
}

} // namespace kp::document
