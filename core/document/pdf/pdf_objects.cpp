// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pdf/pdf_objects.h"

#include <QCryptographicHash>

#include <cmath>

namespace kp::document
{

int PdfObjects::reserve()
{
    m_objects.append(QByteArray());
    return static_cast<int>(m_objects.size());
}

void PdfObjects::set(int id, const QByteArray &content)
{
    m_objects[id - 1] = content;
}

int PdfObjects::add(const QByteArray &content)
{
    m_objects.append(content);
    return static_cast<int>(m_objects.size());
}

int PdfObjects::addStream(const QByteArray &entries, const QByteArray &content)
{
    constexpr int level = 6;
    constexpr int lengthPrefix = 4; // qCompress puts the length in front of the zlib stream
    const QByteArray packed = qCompress(content, level).mid(lengthPrefix);
    return add("<< " + entries + " /Filter /FlateDecode /Length " + QByteArray::number(packed.size()) +
               " >>\nstream\n" + packed + "\nendstream");
}

QByteArray PdfObjects::file(int catalog, int info) const
{
    QByteArray out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"; // bytes beyond ASCII: this is a binary file
    QByteArray table = "xref\n0 " + QByteArray::number(m_objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < m_objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + m_objects.at(i) + "\nendobj\n";
    }
    const QByteArray id = QCryptographicHash::hash(out, QCryptographicHash::Md5).toHex();
    const qsizetype tableAt = out.size();
    out += table + "trailer\n<< /Size " + QByteArray::number(m_objects.size() + 1) + " /Root " + reference(catalog) +
           " /Info " + reference(info) + " /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" +
           QByteArray::number(tableAt) + "\n%%EOF\n";
    return out;
}

QByteArray PdfObjects::text(const QString &text)
{
    return "<FEFF" + utf16Hex(text) + '>';
}

QByteArray PdfObjects::number(qreal value)
{
    const auto thousandths = static_cast<qint64>(std::llround(value * 1000));
    const qint64 size = std::abs(thousandths);
    QByteArray out = (thousandths < 0 ? "-" : "") + QByteArray::number(size / 1000);
    if (const qint64 rest = size % 1000; rest != 0) {
        out += '.' + QByteArray::number(rest).rightJustified(3, '0');
        while (out.endsWith('0'))
            out.chop(1);
    }
    return out;
}

QByteArray utf16Hex(QStringView text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(text.size() * 4);
    for (const QChar c : text)
        for (int shift = 12; shift >= 0; shift -= 4)
            out.append(digits[c.unicode() >> shift & 0xf]);
    return out;
}

} // namespace kp::document
