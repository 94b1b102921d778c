// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/pdf_document.h"

#include "core/document/pdf/page_content.h"

namespace kp::document
{

namespace
{
QByteArray documentFacts(const QString &title, const QDateTime &time)
{
    const QByteArray stamp = time.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    QByteArray out = "<< /Title " + PdfObjects::text(title) + " /Producer (Kaipiao)";
    if (!stamp.isEmpty())
        out += " /CreationDate (D:" + stamp + "+08'00')";
    return out + " >>";
}
} // namespace

QByteArray pdfDocument(const QList<Page> &pages, const Form &form, const QString &title, const QDateTime &time)
{
    PdfObjects objects;
    PdfFonts fonts;
    const int catalog = objects.reserve();
    const int tree = objects.reserve();
    const int resources = objects.reserve();
    QByteArray kids;
    for (const Page &page : pages) {
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
    return objects.file(catalog, objects.add(documentFacts(title, time)));
}

} // namespace kp::document
