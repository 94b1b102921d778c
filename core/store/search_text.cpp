// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_text.h"

#include "core/store/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kp::store
{

namespace
{
constexpr char16_t blank = 0x3000;

char16_t foldUnit(char16_t c)
{
    if (c >= u'A' && c <= u'Z')
        return static_cast<char16_t>(c + 32);
    if (c > u' ' && c < 0x7F)
        return c;
    if (c >= 0x4E00 && c <= 0x9FFF) // by far the most: no need to ask the tables
        return c;
    if (c >= 0xFF01 && c <= 0xFF5E) // full-width ！ … ～
        return foldUnit(static_cast<char16_t>(c - 0xFEE0));
    const QChar unit(c);
    return unit.isSpace() || unit.category() == QChar::Other_Control
               ? blank
               : static_cast<char16_t>(QChar::toCaseFolded(char32_t(c)));
}

/// Writes a text folded, as long as it is, and gives the end.
QChar *fold(QStringView text, QChar *out)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!c.isSurrogate()) {
            *out++ = QChar(foldUnit(c.unicode()));
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t code = QChar::toCaseFolded(QChar::surrogateToUcs4(c, text[++i]));
            *out++ = QChar(QChar::highSurrogate(code));
            *out++ = QChar(QChar::lowSurrogate(code));
        } else {
            *out++ = QChar(QChar::ReplacementCharacter); // half a character: UTF-8 has no form for it
        }
    }
    return out;
}

/// Whether a piece was seen before in this text. A hash table on the stack: this runs for every piece of every invoice.
/// When it is crowded it says "new" for a piece it has seen, which costs a moment and harms nothing.
class Seen
{
public:
    bool add(std::uint64_t piece)
    {
        std::size_t slot = (piece * 0x9E3779B97F4A7C15U) >> (64 - bits);
        for (int probe = 0; probe < 8; ++probe) {
            if (m_slots[slot] == piece)
                return false;
            if (m_slots[slot] == 0) {
                m_slots[slot] = piece;
                return true;
            }
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        return true;
    }

private:
    static constexpr int bits = 10;
    std::array<std::uint64_t, 1U << bits> m_slots{};
};
} // namespace

QString foldForSearch(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    fold(text, folded.data());
    return folded;
}

QString searchText(const Invoice &invoice)
{
    const Totals &totals = invoice.totals;
    const QString amounts = totals.net.toString() + u'\n' + totals.tax.toString() + u'\n' + totals.gross().toString();
    qsizetype size = invoice.number.size() + invoice.serial.size() + invoice.buyer.name.size() +
                     invoice.buyer.taxNumber.size() + invoice.remark.size() + amounts.size() + 5;
    for (const InvoiceLine &line : invoice.lines)
        size += line.item.size() + 1;
    QString text(size, Qt::Uninitialized);
    QChar *end = text.data();
    const auto add = [&end](QStringView field) {
        end = fold(field, end);
        *end++ = u'\n';
    };
    add(invoice.number);
    add(invoice.serial);
    add(invoice.buyer.name);
    add(invoice.buyer.taxNumber);
    for (const InvoiceLine &line : invoice.lines)
        add(line.item);
    add(invoice.remark);
    std::copy(amounts.begin(), amounts.end(), end);
    return text;
}

QByteArray searchPieces(const QString &foldedText)
{
    QByteArray pieces;
    pieces.resize(foldedText.size() * 14); // at most 4 + 1 bytes for the single and 8 + 1 for the pair
    char *out = pieces.data();
    Seen seen;
    char32_t before = 0;
    for (qsizetype i = 0; i < foldedText.size(); ++i) {
        char32_t c = foldedText[i].unicode();
        if (c == u'\n') {
            before = 0;
            continue;
        }
        if (QChar::isHighSurrogate(c) && i + 1 < foldedText.size())
            c = QChar::surrogateToUcs4(static_cast<char16_t>(c), foldedText[++i].unicode());
        if (seen.add(c)) {
            out = writeUtf8(out, c);
            *out++ = ' ';
        }
        if (before != 0 && seen.add((std::uint64_t(before) << 32) | c)) {
            out = writeUtf8(writeUtf8(out, before), c);
            *out++ = ' ';
        }
        before = c;
    }
    pieces.truncate(out - pieces.constData());
    return pieces;
}

SearchTerm searchTerm(const QString &text)
{
    SearchTerm term;
    term.folded = foldForSearch(text);
    const QList<uint> points = term.folded.toUcs4();
    term.exact = points.size() <= 2;
    constexpr qsizetype enough = 24; // more pieces would not narrow it down further
    const auto piece = [&](qsizetype from, qsizetype count) {
        QString quoted = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + from, count);
        quoted.replace(u'"', QStringLiteral("\"\""));
        return u'"' + quoted + u'"';
    };
    QStringList pieces;
    if (points.size() == 1)
        pieces.append(piece(0, 1));
    for (qsizetype i = 0; i + 1 < points.size() && pieces.size() < enough; ++i)
        if (const QString pair = piece(i, 2); !pieces.contains(pair))
            pieces.append(pair);
    term.match = pieces.join(QStringLiteral(" AND "));
    return term;
}

} // namespace kp::store
