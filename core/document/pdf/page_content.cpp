// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/page_content.h"

#include <QtMath>

#include <cmath>

namespace kp::document
{

namespace
{

constexpr char spanEnd[] = "EMC\n";

/// Characters of one font within a run.
struct Segment {
    int font = 0;
    int from = 0; ///< thousandths of the font size from the beginning of the run
    QByteArray codes;
};

QList<Segment> segmentsOf(const QString &text, const FontStack &stack, PdfFonts &fonts)
{
    QList<Segment> out;
    int advance = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        const Glyph glyph = stack.find(character);
        const PdfCode code = fonts.code(character, glyph);
        if (out.isEmpty() || out.constLast().font != code.font)
            out.append({code.font, advance, {}});
        const QChar unit(code.code);
        out.last().codes += utf16Hex(QStringView(&unit, 1)).right(code.isWide ? 4 : 2);
        advance += glyph.advance;
    }
    return out;
}

class ContentWriter
{
public:
    ContentWriter(const Form &form, PdfFonts &codes, qreal pageHeight)
        : m_form(form)
        , m_codes(codes)
        , m_pageHeight(pageHeight)
    {
    }
    void draw(const QList<TextRun> &runs);
    void draw(const Stroke &stroke);
    void draw(const Ring &ring);
    void draw(const Symbol &symbol);
    [[nodiscard]] const QByteArray &content() const { return m_out; }

private:
    static qreal pt(qreal mm) { return mm / mmPerPoint; }
    /// "x y " from the lower left corner, as PDF wants it.
    [[nodiscard]] QByteArray point(QPointF mm) const
    {
        return PdfObjects::number(pt(mm.x())) + ' ' + PdfObjects::number(pt(m_pageHeight - mm.y())) + ' ';
    }
    static QByteArray colour(QRgb rgb)
    {
        return PdfObjects::number(qRed(rgb) / 255.0) + ' ' + PdfObjects::number(qGreen(rgb) / 255.0) + ' ' +
               PdfObjects::number(qBlue(rgb) / 255.0);
    }
    void fillWith(QRgb rgb)
    {
        if (m_fill != rgb)
            m_out += colour(rgb) + " rg\n";
        m_fill = rgb;
    }
    void strokeWith(qreal width, QRgb rgb) { m_out += PdfObjects::number(pt(width)) + " w " + colour(rgb) + " RG\n"; }
    void draw(const TextRun &run, bool isInSpan);
    void show(const TextRun &run, const Segment &segment);
    /// Until spanEnd, readers find and copy @p text whatever is drawn (ISO 32000-1, 14.9.4).
    void beginSpan(const QString &text) { m_out += "/Span << /ActualText " + PdfObjects::text(text) + " >> BDC\n"; }

    const Form &m_form;
    PdfFonts &m_codes;
    qreal m_pageHeight;
    QByteArray m_out;
    QRgb m_fill = qRgb(0, 0, 0);
};

void ContentWriter::draw(const QList<TextRun> &runs)
{
    bool open = false;
    for (const TextRun &run : runs) {
        if (open && !run.continues)
            m_out += spanEnd;
        open = run.continues || !run.whole.isEmpty();
        if (!run.whole.isEmpty())
            beginSpan(run.whole);
        draw(run, open);
    }
    if (open)
        m_out += spanEnd;
}

void ContentWriter::draw(const TextRun &run, bool isInSpan)
{
    const QList<Segment> segments = segmentsOf(run.text, m_form.font(run.font), m_codes);
    fillWith(run.colour);
    // Readers take a change of font within a word for its end.
    const bool needsSpan = !isInSpan && segments.size() > 1;
    if (needsSpan)
        beginSpan(run.text);
    for (const Segment &segment : segments)
        show(run, segment);
    if (needsSpan)
        m_out += spanEnd;
}

void ContentWriter::show(const TextRun &run, const Segment &segment)
{
    const qreal angle = qDegreesToRadians(run.turn);
    const qreal along = segment.from * run.points * mmPerPoint / 1000;
    const QPointF begin = run.origin + QPointF(std::cos(angle), -std::sin(angle)) * along;
    m_out += "BT /F" + QByteArray::number(segment.font) + ' ' + PdfObjects::number(run.points) + " Tf ";
    if (qFuzzyIsNull(run.turn)) {
        m_out += point(begin) + "Td ";
    } else {
        const QByteArray cosine = PdfObjects::number(std::cos(angle));
        m_out += cosine + ' ' + PdfObjects::number(std::sin(angle)) + ' ' + PdfObjects::number(-std::sin(angle)) + ' ' +
                 cosine + ' ' + point(begin) + "Tm ";
    }
    m_out += '<' + segment.codes + "> Tj ET\n";
}

void ContentWriter::draw(const Stroke &stroke)
{
    strokeWith(stroke.width, stroke.colour);
    m_out += point(stroke.line.p1()) + "m " + point(stroke.line.p2()) + "l S\n";
}

void ContentWriter::draw(const Ring &ring)
{
    constexpr qreal handle = 0.5522847; // of a cubic curve that stays within 0.03 % of a quarter circle
    const auto at = [&](qreal x, qreal y) { return point(ring.centre + QPointF(x, y) * ring.radius); };
    strokeWith(ring.width, ring.colour);
    m_out += at(1, 0) + "m " + at(1, handle) + at(handle, 1) + at(0, 1) + "c " + at(-handle, 1) + at(-1, handle) +
             at(-1, 0) + "c " + at(-1, -handle) + at(-handle, -1) + at(0, -1) + "c " + at(handle, -1) + at(1, -handle) +
             at(1, 0) + "c s\n";
}

void ContentWriter::draw(const Symbol &symbol)
{
    // One path for all modules: filled at once, neighbours show no seam on screen.
    fillWith(qRgb(0, 0, 0));
    const QrMatrix &matrix = symbol.matrix;
    const qreal module = symbol.box.width() / matrix.size();
    const QByteArray height = PdfObjects::number(pt(-module));
    for (int row = 0; row < matrix.size(); ++row) {
        for (int column = 0; column < matrix.size();) {
            int end = column;
            while (end < matrix.size() && matrix.isDark(end, row))
                ++end;
            if (end > column)
                m_out += point(symbol.box.topLeft() + QPointF(column, row) * module) +
                         PdfObjects::number(pt((end - column) * module)) + ' ' + height + " re\n";
            column = end + 1;
        }
    }
    m_out += "f\n";
}

} // namespace

QByteArray pageContent(const Page &page, const Form &form, PdfFonts &codes)
{
    ContentWriter writer(form, codes, page.size.height());
    writer.draw(page.backdrop);
    for (const Stroke &stroke : page.strokes)
        writer.draw(stroke);
    for (const Ring &ring : page.rings)
        writer.draw(ring);
    for (const Symbol &symbol : page.symbols)
        writer.draw(symbol);
    writer.draw(page.texts);
    return writer.content();
}

} // namespace kp::document
