// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detail/page_picture.h"

#include "ui/kit/futures.h"
#include "ui/kit/theme.h"
#include "ui/pages/detail/texts.h"
#include "ui/pictures/page_drawer.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLibrary>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtConcurrent>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int screenDpi = 96;     // 100 % is the size on paper at the screen's nominal resolution
constexpr int paperWidthPx = 794; // 210 mm at 96 dpi
constexpr int around = grid(2);

/// The drawing function of kaipiao-pictures; null when the library is not where it was installed.
DrawPages *loadedDrawer()
{
    static DrawPages *const drawer = [] {
        const QString here = QCoreApplication::applicationDirPath();
        for (const char *folder : {"/../lib/kaipiao", "/../lib", ""}) {
            QLibrary library(here + QLatin1StringView(folder) + QStringLiteral("/kaipiao-pictures"));
            if (library.load())
                return reinterpret_cast<DrawPages *>(library.resolve(drawPagesName));
            qWarning("%s", qUtf8Printable(library.errorString()));
        }
        return static_cast<DrawPages *>(nullptr);
    }();
    return drawer;
}

QList<QImage> drawnPages(const QByteArray &pdf, qreal pixelsPerInch)
{
    QList<QImage> pages;
    if (DrawPages *drawer = loadedDrawer())
        drawer(pdf, pixelsPerInch, pages);
    return pages;
}
} // namespace

PagePicture::PagePicture(QWidget *parent)
    : QScrollArea(parent)
    , m_holder(new QWidget)
    , m_pages(new QVBoxLayout(m_holder))
{
    setObjectName(QStringLiteral("invoice.picture"));
    setAccessibleName(DetailPageText::tr("Picture of the invoice"));
    setFrameShape(NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWidgetResizable(true);
    m_pages->setContentsMargins(around, around, around, around);
    m_pages->setSpacing(around);
    m_pages->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWidget(m_holder);
    viewport()->setBackgroundRole(QPalette::Window);
}

void PagePicture::show(const QByteArray &pdf)
{
    if (pdf == m_pdf)
        return;
    m_pdf = pdf;
    m_drawn = false;
    if (m_fits)
        m_percent = fittingPercent();
    draw();
}

int PagePicture::fittingPercent() const
{
    const int room = viewport()->width() - 2 * around;
    return std::clamp(100 * room / paperWidthPx, leastPercent, mostPercent);
}

void PagePicture::setZoom(int percent)
{
    m_fits = percent == 0;
    const int wanted = m_fits ? fittingPercent() : std::clamp(percent, leastPercent, mostPercent);
    if (wanted == m_percent)
        return;
    m_percent = wanted;
    Q_EMIT zoomChanged(m_percent);
    draw();
}

void PagePicture::draw()
{
    if (m_pdf.isEmpty())
        return;
    m_drawing.cancel();
    const qreal density = screenDpi * devicePixelRatioF() * m_percent / 100;
    m_drawing = QtConcurrent::run([pdf = m_pdf, density] { return drawnPages(pdf, density); });
    then(this, m_drawing, [this, generation = ++m_generation](const QList<QImage> &images) {
        if (generation == m_generation)
            take(images);
    });
}

void PagePicture::take(const QList<QImage> &images)
{
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QImage &image : images) {
        QPixmap picture = QPixmap::fromImage(image);
        picture.setDevicePixelRatio(devicePixelRatioF());
        auto *page = new QLabel(m_holder);
        page->setPixmap(picture);
        page->setFrameShape(QFrame::Box);
        page->setForegroundRole(QPalette::Mid);
        page->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_pages->addWidget(page);
    }
    m_drawn = !images.isEmpty();
    if (m_drawn)
        Q_EMIT drawn();
    else
        Q_EMIT failed();
}

void PagePicture::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (m_fits)
        setZoom(0);
}

void PagePicture::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
    event->accept();
}

/// The window has come to a screen of another density.
void PagePicture::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::ScreenChangeInternal)
        draw();
}

} // namespace kp
