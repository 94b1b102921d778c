// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of a PDF 1.4 file (ISO 32000-1, 7.5) in the order they are added: the same calls give the same bytes.
//
// Why not QPdfWriter: it puts the time, random ids and a hash-ordered (per process random) sequence of fonts into the
// file, rounds pages to whole points, gives no characters beyond U+FFFF to those who search or copy, and looks up
// 65,536 characters per font and file. A stored invoice must give the same bytes for ever.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kp::document
{

class PdfObjects
{
public:
    /// A number for an object whose content follows later.
    int reserve();
    /// @param content the object itself: "<< … >>", an array …
    void set(int id, const QByteArray &content);
    int add(const QByteArray &content);
    /// A deflated stream. @param entries of its dictionary besides length and filter
    int addStream(const QByteArray &entries, const QByteArray &content);
    /// The whole file; its id is the digest of its content.
    [[nodiscard]] QByteArray file(int catalog, int info) const;

    static QByteArray reference(int id) { return QByteArray::number(id) + " 0 R"; }
    /// A text string in UTF-16 (7.9.2.2).
    static QByteArray text(const QString &text);
    /// At most three decimals, no exponent.
    static QByteArray number(qreal value);

private:
    QList<QByteArray> m_objects; ///< object n at n - 1
};

/// Four hexadecimal digits for each UTF-16 unit.
QByteArray utf16Hex(QStringView text);

} // namespace kp::document
