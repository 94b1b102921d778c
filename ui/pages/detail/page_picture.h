// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a PDF as pictures, drawn beside the UI thread for the zoom and the screen they are shown on.
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QList>
#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace kp
{

class PagePicture : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int leastPercent = 50;
    static constexpr int mostPercent = 300;

    explicit PagePicture(QWidget *parent = nullptr);
    void show(const QByteArray &pdf);
    [[nodiscard]] int zoomPercent() const { return m_percent; }
    /// @param percent of the size on paper; 0: as wide as the window
    void setZoom(int percent);
    void zoomIn() { setZoom(m_percent + 25); }
    void zoomOut() { setZoom(m_percent - 25); }
    [[nodiscard]] bool isDrawn() const { return m_drawn; }

Q_SIGNALS:
    void zoomChanged(int percent);
    void drawn();
    /// There is no picture: the library that draws it is missing.
    void failed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void take(const QList<QImage> &images);
    [[nodiscard]] int fittingPercent() const;

    QByteArray m_pdf;
    QWidget *m_holder;
    QVBoxLayout *m_pages;
    QFuture<QList<QImage>> m_drawing;
    int m_percent = 100;
    bool m_fits = true; ///< the zoom follows the width
    bool m_drawn = false;
    quint64 m_generation = 0;
};

} // namespace kp
