// SPDX-License-Identifier: GPL-3.0-or-later
// A font of this machine, read once and never changed: which glyph a character has, how wide it is, what it looks like.
// Read from the font's own tables (OpenType 1.9), so that texts are measured, wrapped and embedded alike in every
// thread.
#pragma once

#include <QByteArray>
#include <QPainterPath>
#include <QRect>
#include <QString>

#include <vector>

namespace kp::document
{

/// The tables a TrueType subset is made of; cvt, fpgm and prep are empty in fonts without instructions.
struct FontTables {
    QByteArray head;
    QByteArray hhea;
    QByteArray hmtx;
    QByteArray maxp;
    QByteArray loca;
    QByteArray glyf;
    QByteArray cvt;
    QByteArray fpgm;
    QByteArray prep;
};

class FontFile
{
public:
    /// The installed font of that family, or nullptr. The first call for a family reads the file; the result lives as
    /// long as the program. Needs a QGuiApplication; any thread may call it.
    static const FontFile *find(const QString &family);

    [[nodiscard]] const QString &family() const { return m_family; }
    /// As the font names itself, fit for a PDF name; made from the family when the font does not say.
    [[nodiscard]] const QByteArray &postScriptName() const { return m_postScriptName; }
    /// 0 when the font lacks the character.
    [[nodiscard]] quint16 glyph(char32_t character) const;
    /// In thousandths of the font size.
    [[nodiscard]] int advance(quint16 glyph) const;
    /// Ascent, descent (negative) and box in thousandths of the font size.
    [[nodiscard]] int ascent() const { return m_ascent; }
    [[nodiscard]] int descent() const { return m_descent; }
    [[nodiscard]] QRect box() const { return m_box; }
    /// Whether the outlines are TrueType and tables() can be cut into a subset; otherwise outline() draws them.
    [[nodiscard]] bool isTrueType() const { return !m_tables.glyf.isEmpty(); }
    [[nodiscard]] const FontTables &tables() const { return m_tables; }
    /// The glyph's shape at 1000 units, y downwards.
    [[nodiscard]] QPainterPath outline(quint16 glyph) const;

private:
    struct Group {
        char32_t first = 0;
        char32_t last = 0;
        quint32 glyph = 0;
    };
    FontFile() = default;
    static const FontFile *read(const QString &family);
    void readCharacters(const QByteArray &cmap);
    void readSegments(const QByteArray &cmap, qsizetype at);
    void readGroups(const QByteArray &cmap, qsizetype at);

    QString m_family;
    QByteArray m_postScriptName;
    FontTables m_tables;
    int m_unitsPerEm = 1000;
    int m_wideMetrics = 0; ///< glyphs with an advance of their own; the rest repeat the last
    int m_ascent = 0;
    int m_descent = 0;
    QRect m_box;
    std::vector<quint16> m_plane; ///< glyphs of U+0000 … U+FFFF
    std::vector<Group> m_beyond;  ///< ascending
};

} // namespace kp::document
