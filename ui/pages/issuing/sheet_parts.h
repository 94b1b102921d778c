// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of the sheet that make it look like an invoice.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QTabBar>

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

/// The strip of open drafts. A title has all the room that it needs; where the strip is full the longest ones give way
/// at their ends, for a buyer is known by the beginning of the name, and only when all are short do they scroll.
class DraftTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit DraftTabs(QWidget *parent = nullptr);
    void setTitle(int index, const QString &title);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
};

} // namespace kp
