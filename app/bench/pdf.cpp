// SPDX-License-Identifier: GPL-3.0-or-later
// Ours: the whole way from a stored invoice to the bytes of its PDF. Floor: QPdfWriter drawing the same texts, at the
// places where ours put them, without laying out, lines, QR code or table. Processor time of one thread.
#include "app/bench/desk.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/document/face.h"
#include "core/document/layout/form.h"
#include "core/document/pdf/invoice_pdf.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace kp::bench
{

namespace
{
constexpr int invoices = 60;
constexpr int rounds = 5;
constexpr int dotsPerInch = 2540; // 0.01 mm
constexpr qreal dotsPerMm = 100;

/// Invoices as the service would store them; none of them is stored.
Result<QList<document::InvoiceFace>> faces(Desk &desk)
{
    KP_TRY(facts, desk.services().issuing.facts(desk.actor(), desk.company()));
    QList<document::InvoiceFace> out;
    for (const InvoiceDraft &draft : drafts(invoices)) {
        const service::CheckedDraft checked = desk.services().issuing.check(facts, draft);
        Invoice invoice;
        invoice.number = QStringLiteral("263200000%1").arg(out.size(), 11, 10, QLatin1Char('0'));
        invoice.issuedAt = Clock::chinaTime(QDateTime::currentMSecsSinceEpoch());
        invoice.seller = facts.company.party;
        invoice.buyer = draft.buyer;
        invoice.issuer = facts.issuer;
        invoice.remark = draft.remark;
        invoice.lines = checked.composed.lines;
        invoice.totals = checked.composed.totals;
        out.append(document::faceOf(invoice));
    }
    return out;
}

qint64 bareBytes(const QList<document::Page> &pages, const document::Form &form)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(pages.first().size, QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        for (const document::TextRun &run : pages.at(i).texts) {
            QFont font(form.font(run.font).first()->family());
            font.setPointSizeF(run.points);
            painter.setFont(font);
            painter.drawText(run.origin * dotsPerMm, run.text);
        }
    }
    painter.end();
    return bytes.size();
}
} // namespace

Bars pdfBars(Workshop &workshop)
{
    KP_CO_TRY(desk, Desk::open(workshop.desk));
    KP_CO_DO(desk->resume(workshop.practice.company()));
    KP_CO_TRY(all, faces(*desk));
    const auto &form = document::invoiceForm();
    if (!form.ok())
        co_return form.fault();
    QList<QList<document::Page>> pages;
    for (const document::InvoiceFace &face : std::as_const(all)) {
        KP_CO_TRY(laidOut, document::layOut(face));
        pages.append(laidOut);
    }
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch bare;
        for (const QList<document::Page> &one : std::as_const(pages))
            if (bareBytes(one, *form) == 0)
                co_return Fault{FaultKind::Internal, QStringLiteral("QPdfWriter wrote nothing")};
        floor.append(bare.processor() * 1000 / invoices);
        const Stopwatch full;
        for (const document::InvoiceFace &face : std::as_const(all))
            KP_CO_DO(document::invoicePdf(face));
        ours.append(full.processor() * 1000 / invoices);
    }
    const Bar bar{QStringLiteral("PDF of an invoice of 5 lines: QPdfWriter drawing its texts"), median(ours),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 1.3};
    co_return QList<Bar>{bar};
}

} // namespace kp::bench
