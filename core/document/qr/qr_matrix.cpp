// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/qr/qr_matrix.h"

#include <QCoreApplication>

#include <memory>
#include <qrencode.h>

namespace kp::document
{

namespace
{
struct QrMatrixText {
    Q_DECLARE_TR_FUNCTIONS(QrMatrix)
};
} // namespace

Result<QrMatrix> qrMatrix(const QByteArray &content)
{
    constexpr int smallestVersion = 5;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(content.size()),
            reinterpret_cast<const unsigned char *>(content.constData()), smallestVersion, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return Fault{
            FaultKind::Invalid, QrMatrixText::tr("A QR code can not hold %n byte(s).", "", int(content.size()))};
    QByteArray dark(code->width * code->width, '\0');
    for (int i = 0; i < dark.size(); ++i)
        dark[i] = static_cast<char>(code->data[i] & 1); // the other bits say what the module is for
    return QrMatrix(code->width, dark);
}

} // namespace kp::document
