// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/font/font_file.h"

#include "core/document/font/big_endian.h"

#include <QFont>
#include <QFontDatabase>
#include <QHash>
#include <QMutex>
#include <QRawFont>

#include <algorithm>
#include <memory>

namespace kp::document
{

namespace
{

QRawFont rawFont(const QString &family)
{
    QFont font(family);
    // Without this Qt answers with whichever font it would merge in for the characters it thinks of.
    font.setStyleStrategy(QFont::NoFontMerging);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(1000);
    return QRawFont::fromFont(font);
}

/// The name table's PostScript name (id 6) in its UTF-16 form, reduced to what a PDF name may hold unescaped.
QByteArray postScriptName(const QByteArray &name, const QString &family)
{
    constexpr quint16 postScript = 6;
    constexpr quint16 windows = 3;
    QString found = family;
    const qsizetype texts = u16(name, 4);
    for (int i = 0; i < u16(name, 2); ++i) {
        const qsizetype record = 6 + 12 * i;
        if (u16(name, record) != windows || u16(name, record + 6) != postScript)
            continue;
        QString text;
        for (qsizetype at = 0; at < u16(name, record + 8); at += 2)
            text.append(QChar(u16(name, texts + u16(name, record + 10) + at)));
        found = text;
        break;
    }
    QByteArray out;
    for (const QChar c : std::as_const(found))
        if (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'))
            out.append(c.toLatin1());
    return out.isEmpty() ? QByteArrayLiteral("Face") : out;
}

} // namespace

const FontFile *FontFile::find(const QString &family)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const FontFile>> read;
    const QMutexLocker lock(&mutex);
    auto it = read.constFind(family);
    if (it == read.constEnd())
        it = read.insert(family, std::shared_ptr<const FontFile>(FontFile::read(family)));
    return it->get();
}

const FontFile *FontFile::read(const QString &family)
{
    if (!QFontDatabase::hasFamily(family))
        return nullptr;
    const QRawFont raw = rawFont(family);
    auto font = std::unique_ptr<FontFile>(new FontFile);
    font->m_family = family;
    font->m_tables = {raw.fontTable("head"), raw.fontTable("hhea"), raw.fontTable("hmtx"), raw.fontTable("maxp"),
        raw.fontTable("loca"), raw.fontTable("glyf"), raw.fontTable("cvt "), raw.fontTable("fpgm"),
        raw.fontTable("prep")};
    const FontTables &tables = font->m_tables;
    font->m_unitsPerEm = u16(tables.head, 18);
    font->m_wideMetrics = u16(tables.hhea, 34);
    if (font->m_unitsPerEm == 0 || font->m_wideMetrics == 0)
        return nullptr; // a bitmap font
    const auto thousandths = [&font](int units) { return units * 1000 / font->m_unitsPerEm; };
    font->m_ascent = thousandths(i16(tables.hhea, 4));
    font->m_descent = thousandths(i16(tables.hhea, 6));
    font->m_box = QRect(QPoint(thousandths(i16(tables.head, 36)), thousandths(i16(tables.head, 38))),
        QPoint(thousandths(i16(tables.head, 40)), thousandths(i16(tables.head, 42))));
    font->m_postScriptName = document::postScriptName(raw.fontTable("name"), family);
    font->m_plane.assign(0x10000, 0);
    font->readCharacters(raw.fontTable("cmap"));
    return font.release();
}

void FontFile::readCharacters(const QByteArray &cmap)
{
    // Format 12 holds all of Unicode, format 4 the first plane only: older fonts have nothing else.
    qsizetype segments = -1;
    qsizetype groups = -1;
    for (int i = 0; i < u16(cmap, 2); ++i) {
        const quint16 platform = u16(cmap, 4 + 8 * i);
        const auto at = static_cast<qsizetype>(u32(cmap, 8 + 8 * i));
        if (platform != 0 && platform != 3)
            continue;
        if (u16(cmap, at) == 4)
            segments = at;
        else if (u16(cmap, at) == 12)
            groups = at;
    }
    if (groups >= 0)
        readGroups(cmap, groups);
    else if (segments >= 0)
        readSegments(cmap, segments);
}

void FontFile::readSegments(const QByteArray &cmap, qsizetype at)
{
    const int count = u16(cmap, at + 6) / 2;
    const qsizetype ends = at + 14;
    const qsizetype starts = ends + 2 * count + 2;
    const qsizetype deltas = starts + 2 * count;
    const qsizetype offsets = deltas + 2 * count;
    for (int i = 0; i < count; ++i) {
        const int first = u16(cmap, starts + 2 * i);
        const int last = u16(cmap, ends + 2 * i);
        const int delta = u16(cmap, deltas + 2 * i);
        const int offset = u16(cmap, offsets + 2 * i);
        for (int c = first; c <= last && c != 0xffff; ++c) {
            int glyph = c;
            if (offset != 0)
                glyph = u16(cmap, offsets + 2 * i + offset + 2 * (c - first));
            if (offset == 0 || glyph != 0)
                glyph += delta;
            m_plane[static_cast<std::size_t>(c)] = static_cast<quint16>(glyph);
        }
    }
}

void FontFile::readGroups(const QByteArray &cmap, qsizetype at)
{
    const auto count = static_cast<qsizetype>(u32(cmap, at + 12));
    for (qsizetype i = 0; i < count && at + 16 + 12 * (i + 1) <= cmap.size(); ++i) {
        const qsizetype group = at + 16 + 12 * i;
        const char32_t first = u32(cmap, group);
        const char32_t last = u32(cmap, group + 4);
        const quint32 glyph = u32(cmap, group + 8);
        for (char32_t c = first; c <= last && c < 0x10000; ++c)
            m_plane[c] = static_cast<quint16>(glyph + (c - first));
        if (last >= 0x10000)
            m_beyond.push_back({first, last, glyph});
    }
}

quint16 FontFile::glyph(char32_t character) const
{
    if (character < 0x10000)
        return m_plane[character];
    const auto it = std::lower_bound(m_beyond.cbegin(), m_beyond.cend(), character,
        [](const Group &group, char32_t wanted) { return group.last < wanted; });
    if (it == m_beyond.cend() || character < it->first)
        return 0;
    return static_cast<quint16>(it->glyph + (character - it->first));
}

int FontFile::advance(quint16 glyph) const
{
    const int metric = std::min<int>(glyph, m_wideMetrics - 1);
    return (u16(m_tables.hmtx, 4 * metric) * 1000 + m_unitsPerEm / 2) / m_unitsPerEm;
}

QPainterPath FontFile::outline(quint16 glyph) const
{
    return rawFont(m_family).pathForGlyph(glyph); // a QRawFont belongs to its thread, so none is kept
}

} // namespace kp::document
