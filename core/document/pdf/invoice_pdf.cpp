// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/invoice_pdf.h"

#include "core/base/files.h"
#include "core/document/face.h"
#include "core/document/pdf/page_content.h"

#include <QCoreApplication>

namespace kp::document
{

namespace
{
struct InvoicePdfText {
    Q_DECLARE_TR_FUNCTIONS(InvoicePdf)
};

/// Title and date of the document come from the invoice, never from the clock.
QByteArray documentFacts(const Invoice &invoice)
{
    const QString title = QString::fromUtf16(row(invoice.kind).title) + u' ' + invoice.number;
    const QByteArray time =
        invoice.issuedAt.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    QByteArray out = "<< /Title " + PdfObjects::text(title) + " /Producer (Kaipiao)";
    if (!time.isEmpty())
        out += " /CreationDate (D:" + time + "+08'00')";
    return out + " >>";
}

} // namespace

Result<QByteArray> invoicePdf(const InvoiceFace &face)
{
    KP_TRY(pages, layOut(face));
    const Form &form = *invoiceForm(); // layOut() has read it

    PdfObjects objects;
    PdfFonts fonts;
    const int catalog = objects.reserve();
    const int tree = objects.reserve();
    const int resources = objects.reserve();
    QByteArray kids;
    for (const Page &page : std::as_const(pages)) {
        const int content = objects.addStream({}, pageContent(page, form, fonts));
        kids += PdfObjects::reference(objects.add(
                    "<< /Type /Page /Parent " + PdfObjects::reference(tree) + " /MediaBox [0 0 " +
                    PdfObjects::number(page.size.width() / mmPerPoint) + ' ' +
                    PdfObjects::number(page.size.height() / mmPerPoint) + "] /Resources " +
                    PdfObjects::reference(resources) + " /Contents " + PdfObjects::reference(content) + " >>")) +
                ' ';
    }
    objects.set(tree, "<< /Type /Pages /Count " + QByteArray::number(pages.size()) + " /Kids [" + kids + "] >>");
    objects.set(resources, "<< /ProcSet [/PDF /Text] /Font << " + fonts.embed(objects) + ">> >>");
    objects.set(catalog, "<< /Type /Catalog /Pages " + PdfObjects::reference(tree) + " /Lang (zh-CN) >>");
    return objects.file(catalog, objects.add(documentFacts(face.invoice)));
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
