// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pdf_saving.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "ui/kit/banner.h"
#include "ui/pages/invoice_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

/// The rest of a row of files; each step is one job, so that lists get their turn in between.
struct Saving {
    QList<InvoiceId> invoices;
    QString path; ///< of the file, or of the folder
    bool single = false;
    qsizetype done = 0;
};

void saveNext(Office &office, QWidget *page, QPointer<Banner> banner, const Saving &saving)
{
    if (!banner)
        return;
    const qsizetype total = saving.invoices.size();
    if (saving.done == total) {
        banner->show({.tone = Tone::Success,
            .text = saving.single
                        ? Text::tr("Saved as %1").arg(QDir::toNativeSeparators(saving.path))
                        : Text::tr("%1 files were saved in %2").arg(total).arg(QDir::toNativeSeparators(saving.path))});
        return;
    }
    if (!saving.single)
        banner->show({.tone = Tone::Info, .text = Text::tr("Saving %1 of %2 …").arg(saving.done + 1).arg(total)});
    const auto written = office.longReader().run(
        [actor = office.actor(), id = saving.invoices.at(saving.done), saving](service::Reading &reading) -> Outcome {
            KP_TRY(detail, reading.invoice(actor, id));
            const QString path =
                saving.single ? saving.path : QDir(saving.path).filePath(fileNameOf(detail.invoice.number));
            return document::writeInvoicePdf(path, document::faceOf(detail.invoice));
        });
    then(page, written, [&office, page, banner, saving](const Outcome &outcome) {
        if (outcome.ok()) {
            Saving rest = saving;
            ++rest.done;
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
    FileWish wish{.title = single ? Text::tr("Save PDF") : Text::tr("Save PDFs in a folder"),
        .kind = single ? FileWish::Kind::Save : FileWish::Kind::Folder};
    if (single) {
        wish.filters = {Text::tr("PDF documents (*.pdf)")};
        wish.suggestion = fileNameOf(number);
    }
    office.desk().doors.pickFile(
        page, wish, [&office, page, shown = QPointer<Banner>(&banner), invoices, single](const QString &path) {
            if (!path.isEmpty())
                saveNext(office, page, shown, {invoices, path, single});
        });
}

} // namespace kp
