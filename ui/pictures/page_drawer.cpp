// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/page_drawer.h"

#include <poppler-qt6.h>

extern "C" Q_DECL_EXPORT void kaipiaoDrawPages(const QByteArray &pdf, qreal pixelsPerInch, QList<QImage> &pages)
{
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(pdf);
    if (!document)
        return;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    for (int i = 0; i < document->numPages(); ++i)
        if (const std::unique_ptr<Poppler::Page> page = document->page(i))
            pages.append(page->renderToImage(pixelsPerInch, pixelsPerInch));
}

static_assert(std::is_same_v<decltype(kaipiaoDrawPages), kp::DrawPages>);
