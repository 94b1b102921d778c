// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kp
{

/// The upright title at the left of a box, as on the invoice: Chinese characters one below the other, other scripts
/// turned by a quarter.
class SideTitle : public QWidget
{
    Q_OBJECT
public:
    explicit SideTitle(QString text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isStacked() const;
    const QString m_text;
};

} // namespace kp
