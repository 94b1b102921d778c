// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/red_form_pdf.h"

#include "core/document/layout/paging.h"
#include "core/document/layout/red_form_texts.h"
#include "core/document/pdf/pdf_document.h"

#include <QCoreApplication>

namespace kp::document
{

namespace
{
struct RedFormPdfText {
    Q_DECLARE_TR_FUNCTIONS(RedFormPdf)
};
} // namespace

Result<QByteArray> redFormPdf(const RedForm &form, bool practice)
{
    if (form.lines.isEmpty())
        return Fault{FaultKind::Conflict,
            RedFormPdfText::tr("The lines of the confirmation form %1 are not known yet. Read the form from the tax "
                               "platform first.")
                .arg(form.number)};
    const Result<Form> &layout = redFormForm();
    if (!layout)
        return layout.fault();
    const QList<Page> pages = pagesOf(*layout, {redFormTexts(form), redFormLines(form), form.taxMode, {}, practice});
    return pdfDocument(pages, *layout, QStringLiteral(u"红字发票信息确认单 ") + form.number, form.enteredAt);
}

QString redFormFileName(const QString &number)
{
    return QStringLiteral("hzqrd_%1.pdf").arg(number);
}

} // namespace kp::document
