// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/qr_picture.h"

#include <QPainter>

namespace kp
{

namespace
{
constexpr int modulePx = 3;
constexpr int quietModules = 4; // the standard's
} // namespace

QrPicture::QrPicture(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("result.qr"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrPicture::show(const QString &text)
{
    m_matrix = document::qrMatrix(text.toUtf8()).valueOr({});
    setVisible(m_matrix.size() > 0);
    updateGeometry();
    update();
}

QSize QrPicture::sizeHint() const
{
    const int side = (m_matrix.size() + 2 * quietModules) * modulePx;
    return {side, side};
}

void QrPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    for (int row = 0; row < m_matrix.size(); ++row)
        for (int column = 0; column < m_matrix.size(); ++column)
            if (m_matrix.isDark(column, row))
                painter.fillRect(
                    (column + quietModules) * modulePx, (row + quietModules) * modulePx, modulePx, modulePx, Qt::black);
}

} // namespace kp
