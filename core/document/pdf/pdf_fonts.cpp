// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/pdf_fonts.h"

#include "core/document/pdf/truetype_subset.h"

#include <algorithm>

namespace kp::document
{

namespace
{

/// Codes of a drawn font are one byte.
constexpr qsizetype mostDrawn = 256;

QByteArray hex(quint32 value, int digits)
{
    return QByteArray::number(value, 16).toUpper().rightJustified(digits, '0');
}

QByteArray boxArray(const QRect &box)
{
    return '[' + QByteArray::number(box.left()) + ' ' + QByteArray::number(box.top()) + ' ' +
           QByteArray::number(box.right()) + ' ' + QByteArray::number(box.bottom()) + ']';
}

/// A glyph as a content stream at 1000 units, y upwards.
QByteArray drawing(const Glyph &glyph)
{
    const QPainterPath path = glyph.font->outline(glyph.index);
    const QRect box = path.boundingRect().toAlignedRect();
    QByteArray out = QByteArray::number(glyph.advance) + " 0 " + QByteArray::number(box.left()) + ' ' +
                     QByteArray::number(-box.bottom() - 1) + ' ' + QByteArray::number(box.right() + 1) + ' ' +
                     QByteArray::number(-box.top()) + " d1\n";
    const auto point = [&path](int i) {
        const QPainterPath::Element element = path.elementAt(i);
        return PdfObjects::number(element.x) + ' ' + PdfObjects::number(-element.y) + ' ';
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement:
            out += point(i) + "m\n";
            break;
        case QPainterPath::LineToElement:
            out += point(i) + "l\n";
            break;
        case QPainterPath::CurveToElement:
            out += point(i) + point(i + 1) + point(i + 2) + "c\n";
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break; // read with the element before
        }
    }
    return out + "f\n";
}

} // namespace

PdfFonts::Subset &PdfFonts::subsetFor(char32_t character, const FontFile *font)
{
    for (Subset &subset : m_subsets)
        if (subset.font == font &&
            (font->isTrueType() || subset.uses.size() < mostDrawn || subset.codes.contains(character)))
            return subset;
    Subset subset{font, {}, {}};
    if (font->isTrueType())
        subset.uses.append({0, {font, 0, font->advance(0)}}); // glyph 0 must be the box for missing characters
    m_subsets.append(subset);
    return m_subsets.last();
}

PdfCode PdfFonts::code(char32_t character, const Glyph &glyph)
{
    Subset &subset = subsetFor(character, glyph.font);
    auto it = subset.codes.constFind(character);
    if (it == subset.codes.constEnd()) {
        it = subset.codes.insert(character, static_cast<quint16>(subset.uses.size()));
        subset.uses.append({character, glyph});
    }
    return {static_cast<int>(&subset - m_subsets.constData()) + 1, *it, glyph.font->isTrueType()};
}

QByteArray PdfFonts::embed(PdfObjects &objects) const
{
    QByteArray out;
    for (qsizetype i = 0; i < m_subsets.size(); ++i) {
        const Subset &subset = m_subsets.at(i);
        const int id = subset.font->isTrueType() ? embedTrueType(objects, subset) : embedDrawn(objects, subset);
        out += "/F" + QByteArray::number(i + 1) + ' ' + PdfObjects::reference(id) + ' ';
    }
    return out;
}

QByteArray PdfFonts::unicodeMap(const Subset &subset, int codeDigits)
{
    constexpr qsizetype mostInBlock = 100; // ISO 32000-1, 9.10.3 by way of the CMap specification
    QByteArray out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<" +
                     QByteArray(codeDigits, '0') + "> <" + QByteArray(codeDigits, 'F') + ">\nendcodespacerange\n";
    const qsizetype first = subset.uses.constFirst().character == 0 ? 1 : 0;
    for (qsizetype begin = first; begin < subset.uses.size(); begin += mostInBlock) {
        const qsizetype end = std::min(begin + mostInBlock, subset.uses.size());
        out += QByteArray::number(end - begin) + " beginbfchar\n";
        for (qsizetype code = begin; code < end; ++code)
            out += '<' + hex(static_cast<quint32>(code), codeDigits) + "> <" +
                   utf16Hex(QChar::fromUcs4(subset.uses.at(code).character)) + ">\n";
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

int PdfFonts::embedTrueType(PdfObjects &objects, const Subset &subset)
{
    QList<quint16> glyphs;
    QByteArray widths;
    for (const Use &use : subset.uses) {
        glyphs.append(use.glyph.index);
        widths += QByteArray::number(use.glyph.advance) + ' ';
    }
    // The tag in front tells subsets of one font apart when files are merged; it need only be six capitals.
    const QByteArray name = "/KAIPIA+" + subset.font->postScriptName();
    const QByteArray file = trueTypeSubset(*subset.font, glyphs);
    const int fileId = objects.addStream("/Length1 " + QByteArray::number(file.size()), file);
    const int descriptor = objects.add(
        "<< /Type /FontDescriptor /FontName " + name + " /Flags 4 /FontBBox " + boxArray(subset.font->box()) +
        " /ItalicAngle 0 /Ascent " + QByteArray::number(subset.font->ascent()) + " /Descent " +
        QByteArray::number(subset.font->descent()) + " /CapHeight " + QByteArray::number(subset.font->ascent()) +
        " /StemV 80 /FontFile2 " + PdfObjects::reference(fileId) + " >>");
    const int descendant =
        objects.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont " + name +
                    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity"
                    " /FontDescriptor " +
                    PdfObjects::reference(descriptor) + " /W [0 [" + widths + "]] >>");
    const int unicode = objects.addStream({}, unicodeMap(subset, 4));
    return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont " + name +
                       " /Encoding /Identity-H /DescendantFonts [" + PdfObjects::reference(descendant) +
                       "] /ToUnicode " + PdfObjects::reference(unicode) + " >>");
}

int PdfFonts::embedDrawn(PdfObjects &objects, const Subset &subset)
{
    QByteArray procedures;
    QByteArray names;
    QByteArray widths;
    for (qsizetype code = 0; code < subset.uses.size(); ++code) {
        const Glyph &glyph = subset.uses.at(code).glyph;
        const QByteArray name = "/c" + QByteArray::number(code);
        procedures += name + ' ' + PdfObjects::reference(objects.addStream({}, drawing(glyph))) + ' ';
        names += name + ' ';
        widths += QByteArray::number(glyph.advance) + ' ';
    }
    const int unicode = objects.addStream({}, unicodeMap(subset, 2));
    return objects.add("<< /Type /Font /Subtype /Type3 /Name /" + subset.font->postScriptName() +
                       " /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox " + boxArray(subset.font->box()) +
                       " /Resources << >> /CharProcs << " + procedures +
                       ">> /Encoding << /Type /Encoding /Differences [0 " + names + "] >> /FirstChar 0 /LastChar " +
                       QByteArray::number(subset.uses.size() - 1) + " /Widths [" + widths + "] /ToUnicode " +
                       PdfObjects::reference(unicode) + " >>");
}

} // namespace kp::document
