// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of one PDF: which code shows which character, and in the end the embedded subsets.
#pragma once

#include "core/document/font/font_stack.h"
#include "core/document/pdf/pdf_objects.h"

#include <QHash>
#include <QList>

namespace kp::document
{

/// How a character is written in a content stream.
struct PdfCode {
    int font = 0;     ///< resource /F<font>
    quint16 code = 0; ///< two bytes in a TrueType font, one in a drawn one
    bool isWide = true;
};

class PdfFonts
{
public:
    /// The code of a character; the same one each time.
    PdfCode code(char32_t character, const Glyph &glyph);
    /// Embeds all fonts in use. Returns the entries of the resource dictionary's /Font.
    [[nodiscard]] QByteArray embed(PdfObjects &objects) const;

private:
    struct Use {
        char32_t character = 0;
        Glyph glyph;
    };
    /// One font of the file. Codes go by character, not by glyph: so each code means exactly one character to those who
    /// search or copy, even where characters share a glyph (Kangxi radicals) or none has one.
    struct Subset {
        const FontFile *font = nullptr;
        QList<Use> uses; ///< by code
        QHash<char32_t, quint16> codes;
    };
    static QByteArray unicodeMap(const Subset &subset, int codeDigits);
    static int embedTrueType(PdfObjects &objects, const Subset &subset);
    static int embedDrawn(PdfObjects &objects, const Subset &subset);
    Subset &subsetFor(char32_t character, const FontFile *font);

    QList<Subset> m_subsets;
};

} // namespace kp::document
