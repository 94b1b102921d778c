// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QPainter;

namespace kp
{

/// Paints a word on its tone, left in @p area and centred in its height; elided when it does not fit.
void paintBadge(QPainter &painter, const QRect &area, const QString &word, Tone tone);
QSize badgeSize(const QFontMetrics &metrics, const QString &word);

/// A word with a colour: the state of something.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    void show(const QString &word, Tone tone);
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
    Tone m_tone = Tone::Neutral;
};

} // namespace kp
