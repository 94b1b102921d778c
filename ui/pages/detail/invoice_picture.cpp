// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detail/invoice_picture.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "ui/pages/detail/page_picture.h"

#include <QtConcurrent>

namespace kp
{

void showPicture(Office &office, PagePicture *picture, InvoiceId id, const std::function<bool()> &wanted)
{
    const auto found = office.reader().run(
        [actor = office.actor(), id](service::Reading &reading) { return reading.invoice(actor, id); });
    then(picture, found, [picture, wanted](const Result<service::InvoiceDetail> &detail) {
        if (!detail.ok() || !wanted())
            return;
        const auto pdf =
            QtConcurrent::run([invoice = detail->invoice] { return document::invoicePdf(document::faceOf(invoice)); });
        then(picture, pdf, [picture, wanted](const Result<QByteArray> &bytes) {
            if (bytes.ok() && wanted())
                picture->show(*bytes);
        });
    });
}

} // namespace kp
