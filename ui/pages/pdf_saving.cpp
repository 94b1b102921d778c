// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pdf_saving.h"

#include "core/document/pdf/invoice_pdf.h"
#include "ui/kit/banner.h"
#include "ui/pages/texts.h"

#include <QDir>
#include <QPointer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// The rest of a row of files; each step is one job, so that lists get their turn in between.
struct Saving {
    QList<InvoiceId> invoices;
    QString path; ///< of the file, or of the folder
    bool single = false;
    qsizetype done = 0;
    qsizetype skipped = 0; ///< of those done: they are not issued
};

void saveNext(Office &office, QWidget *page, const QPointer<Banner> &banner, const Saving &saving)
{
    if (!banner)
        return;
    const qsizetype total = saving.invoices.size();
    if (saving.done == total) {
        const QString where = QDir::toNativeSeparators(saving.path);
        QString text = saving.single
                           ? PagesText::tr("Saved as %1").arg(where)
                           : PagesText::tr("%1 files were saved in %2").arg(total - saving.skipped).arg(where);
        if (saving.skipped > 0)
            text += u' ' + PagesText::tr("%1 invoices are not issued and have no PDF.").arg(saving.skipped);
        banner->show({.tone = saving.skipped > 0 ? Tone::Warning : Tone::Success, .text = text});
        return;
    }
    if (!saving.single)
        banner->show({.tone = Tone::Info, .text = PagesText::tr("Saving %1 of %2 …").arg(saving.done + 1).arg(total)});
    const auto written = office.longReader().run([actor = office.actor(), id = saving.invoices.at(saving.done), saving](
                                                     service::Reading &reading) -> Outcome {
        KP_TRY(detail, reading.invoice(actor, id));
        const QString path =
            saving.single ? saving.path : QDir(saving.path).filePath(document::invoiceFileName(detail.invoice.number));
        return document::saveInvoicePdf(path, detail.invoice);
    });
    then(page, written, [&office, page, banner, saving](const Outcome &outcome) {
        const bool skipped = !saving.single && !outcome.ok() && outcome.fault().kind == FaultKind::Conflict;
        if (outcome.ok() || skipped) {
            Saving rest = saving;
            ++rest.done;
            rest.skipped += skipped ? 1 : 0;
            saveNext(office, page, banner, rest);
        } else if (banner) {
            banner->showFault(outcome.fault());
        }
    });
}
} // namespace

void savePdfs(Office &office, QWidget *page, Banner &banner, const QList<InvoiceId> &invoices, const QString &number)
{
    const bool single = invoices.size() == 1;
    FileWish wish{.title = single ? PagesText::tr("Save PDF") : PagesText::tr("Save PDFs in a folder"),
        .kind = single ? FileWish::Kind::Save : FileWish::Kind::Folder};
    if (single) {
        wish.filters = {PagesText::tr("PDF documents (*.pdf)")};
        wish.suggestion = document::invoiceFileName(number);
    }
    office.desk().doors.pickFile(
        page, wish, [&office, page, shown = QPointer<Banner>(&banner), invoices, single](const QString &path) {
            if (!path.isEmpty())
                saveNext(office, page, shown, {invoices, path, single});
        });
}

} // namespace kp
