// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as in OpenType 1.9; the constants are offsets into them.
#include "core/document/pdf/truetype_subset.h"

#include "core/document/font/big_endian.h"

#include <QHash>

namespace kp::document
{

namespace
{

struct Table {
    const char *tag; ///< four characters, tables in ascending order
    QByteArray content;
};

void set16(QByteArray &table, qsizetype at, quint32 value)
{
    table[at] = static_cast<char>(value >> 8 & 0xff);
    table[at + 1] = static_cast<char>(value & 0xff);
}

void set32(QByteArray &table, qsizetype at, quint32 value)
{
    set16(table, at, value >> 16);
    set16(table, at + 2, value & 0xffff);
}

QByteArray outlineOf(const FontTables &tables, int glyph)
{
    const bool wide = u16(tables.head, 50) != 0;
    const auto offset = [&](int index) {
        return wide ? static_cast<qsizetype>(u32(tables.loca, 4 * index)) : 2 * qsizetype(u16(tables.loca, 2 * index));
    };
    const qsizetype begin = offset(glyph);
    return tables.glyf.mid(begin, std::max<qsizetype>(offset(glyph + 1) - begin, 0));
}

/// Gives the parts of a composite glyph their numbers in the subset; parts not yet in it are appended to @p glyphs.
void renumberParts(QByteArray &outline, QList<quint16> &glyphs, QHash<quint16, quint16> &numbers)
{
    constexpr quint16 wordArguments = 0x1;
    constexpr quint16 oneScale = 0x8;
    constexpr quint16 morePartsFollow = 0x20;
    constexpr quint16 twoScales = 0x40;
    constexpr quint16 matrix = 0x80;
    if (i16(outline, 0) >= 0)
        return; // contours of its own
    quint16 flags = morePartsFollow;
    for (qsizetype at = 10; flags & morePartsFollow && at + 4 <= outline.size();) {
        flags = u16(outline, at);
        const quint16 part = u16(outline, at + 2);
        auto it = numbers.constFind(part);
        if (it == numbers.constEnd()) {
            it = numbers.insert(part, static_cast<quint16>(glyphs.size()));
            glyphs.append(part);
        }
        set16(outline, at + 2, *it);
        at += flags & wordArguments ? 8 : 6;
        if (flags & oneScale)
            at += 2;
        else if (flags & twoScales)
            at += 4;
        else if (flags & matrix)
            at += 8;
    }
}

quint32 checksum(QByteArray content)
{
    content.append((4 - content.size() % 4) % 4, '\0');
    quint32 sum = 0;
    for (qsizetype at = 0; at < content.size(); at += 4)
        sum += u32(content, at);
    return sum;
}

QByteArray fileOf(const QList<Table> &tables)
{
    int power = 1;
    int log = 0;
    while (power * 2 <= tables.size()) {
        power *= 2;
        ++log;
    }
    QByteArray out;
    append32(out, 0x00010000);
    append16(out, static_cast<quint32>(tables.size()));
    append16(out, static_cast<quint32>(power * 16));
    append16(out, static_cast<quint32>(log));
    append16(out, static_cast<quint32>((tables.size() - power) * 16));
    QByteArray contents;
    const qsizetype begin = 12 + 16 * tables.size();
    qsizetype head = 0;
    for (const Table &table : tables) {
        if (qstrcmp(table.tag, "head") == 0)
            head = begin + contents.size();
        out.append(table.tag, 4);
        append32(out, checksum(table.content));
        append32(out, static_cast<quint32>(begin + contents.size()));
        append32(out, static_cast<quint32>(table.content.size()));
        contents += table.content;
        contents.append((4 - contents.size() % 4) % 4, '\0');
    }
    out += contents;
    set32(out, head + 8, 0xB1B0AFBA - checksum(out)); // checkSumAdjustment makes the sum of the whole file this number
    return out;
}

} // namespace

QByteArray trueTypeSubset(const FontFile &font, const QList<quint16> &glyphs)
{
    const FontTables &source = font.tables();
    QList<quint16> all = glyphs; // grows by the parts of composites while it is walked
    QHash<quint16, quint16> numbers;
    for (qsizetype i = 0; i < glyphs.size(); ++i)
        if (!numbers.contains(glyphs.at(i)))
            numbers.insert(glyphs.at(i), static_cast<quint16>(i));

    const int metrics = u16(source.hhea, 34);
    QByteArray glyf;
    QByteArray loca;
    QByteArray hmtx;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const int glyph = all.at(i);
        QByteArray outline = outlineOf(source, glyph);
        renumberParts(outline, all, numbers);
        append32(loca, static_cast<quint32>(glyf.size()));
        glyf += outline;
        glyf.append((4 - glyf.size() % 4) % 4, '\0');
        // Glyphs behind the last full metric repeat its advance and have only a side bearing of their own.
        const bool full = glyph < metrics;
        append16(hmtx, u16(source.hmtx, 4 * (full ? glyph : metrics - 1)));
        append16(hmtx, u16(source.hmtx, full ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics)));
    }
    append32(loca, static_cast<quint32>(glyf.size()));

    QByteArray head = source.head;
    set32(head, 8, 0);  // checkSumAdjustment, set when the file is complete
    set16(head, 50, 1); // indexToLocFormat: 32 bits
    QByteArray hhea = source.hhea;
    set16(hhea, 34, static_cast<quint32>(all.size()));
    QByteArray maxp = source.maxp;
    set16(maxp, 4, static_cast<quint32>(all.size()));

    QList<Table> tables;
    const auto add = [&tables](const char *tag, const QByteArray &content) {
        if (!content.isEmpty())
            tables.append({tag, content});
    };
    add("cvt ", source.cvt);
    add("fpgm", source.fpgm);
    add("glyf", glyf);
    add("head", head);
    add("hhea", hhea);
    add("hmtx", hmtx);
    add("loca", loca);
    add("maxp", maxp);
    add("prep", source.prep);
    return fileOf(tables);
}

} // namespace kp::document
