// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace kp
{

/// Puts its items side by side and goes on in the next row when the width is used up.
class FlowLayout : public QLayout
{
public:
    FlowLayout(int horizontalGap, int verticalGap, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const; ///< the height that is used

    const int m_horizontalGap;
    const int m_verticalGap;
    QList<QLayoutItem *> m_items;
};

} // namespace kp
