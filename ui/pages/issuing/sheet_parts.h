// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of the sheet that make it look like an invoice.
#pragma once

#include <QFrame>
#include <QLabel>

namespace kp
{

/// 电子发票（普通发票）, in the colour of the printed form, with its double line.
class FaceTitle : public QLabel
{
    Q_OBJECT
public:
    explicit FaceTitle(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A part with the lines of the form at some of its edges.
class Ruled : public QFrame
{
    Q_OBJECT
public:
    Ruled(Qt::Edges edges, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Qt::Edges m_edges;
};

} // namespace kp
