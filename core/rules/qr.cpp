// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/qr.h"

namespace kp::rules
{

namespace
{
std::uint16_t crc16(const QByteArray &bytes)
{
    std::uint32_t crc = 0;
    for (const char byte : bytes) {
        crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? (crc << 1) ^ 0x8005U : crc << 1;
        crc &= 0xFFFFU;
    }
    return static_cast<std::uint16_t>(crc);
}
} // namespace

QString qrText(const Invoice &invoice)
{
    // version, kind, code of paper invoices (none), number, gross, date, check code of older invoices (none)
    const QString text =
        QStringLiteral("01,%1,,%2,%3,%4,,")
            .arg(QLatin1StringView(row(invoice.kind).qrCode), invoice.number, invoice.totals.gross().toString(),
                invoice.issuedAt.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMdd")));
    return text + QString::number(crc16(text.toLatin1()), 16).toUpper().rightJustified(4, u'0');
}

} // namespace kp::rules
