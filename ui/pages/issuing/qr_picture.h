// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/qr/qr_matrix.h"

#include <QWidget>

namespace kp
{

/// The QR code of an invoice, dark on light in every theme: a phone reads it off the screen.
class QrPicture : public QWidget
{
    Q_OBJECT
public:
    explicit QrPicture(QWidget *parent = nullptr);
    /// Nothing when the text can not be encoded.
    void show(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    document::QrMatrix m_matrix;
};

} // namespace kp
