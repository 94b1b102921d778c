// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/cell_text.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// The plain text form of a stored value; for choices the word.
QString plain(const ColumnSpec &column, const QVariant &stored)
{
    if (stored.isNull())
        return {};
    switch (column.kind) {
    case FieldKind::Money:
        return Money::fromFen(stored.toLongLong()).toString();
    case FieldKind::Rate:
        return TaxRate::fromMillionths(stored.toInt()).toString();
    case FieldKind::Choice: {
        const QString code = stored.toString();
        const auto word =
            std::find_if(column.words.begin(), column.words.end(), [&](const Word &w) { return w.code == code; });
        return word == column.words.end() ? code : word->text;
    }
    case FieldKind::Time:
        return column.face == Face::Day ? stored.toString().left(10) : stored.toString();
    case FieldKind::Flag:
        return stored.toInt() != 0 ? u"✓"_s : QString();
    case FieldKind::Text:
    case FieldKind::Whole:
    case FieldKind::Decimal:
        break;
    }
    return stored.toString();
}
} // namespace

QString groupedCode(QStringView code)
{
    QString out;
    out.reserve(code.size() + code.size() / 4);
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            out.append(u' ');
        out.append(code[i]);
    }
    return out;
}

QString groupedNumber(QStringView number)
{
    const bool negative = number.startsWith(u'-');
    const QStringView digits = negative ? number.mid(1) : number;
    const qsizetype point = digits.indexOf(u'.');
    const QStringView whole = point < 0 ? digits : digits.first(point);
    QString out = negative ? u"-"_s : QString();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0)
            out.append(u',');
        out.append(whole[i]);
    }
    return out.append(point < 0 ? QStringView() : digits.mid(point));
}

QString groupedCount(qint64 count)
{
    return groupedNumber(QString::number(count));
}

QString shownText(FieldKind kind, Face face, const QString &plain)
{
    switch (kind) {
    case FieldKind::Money:
        if (const auto money = Money::parse(plain))
            return money->toGrouped();
        return plain;
    case FieldKind::Decimal:
    case FieldKind::Whole:
        return Decimal::parse(plain) ? groupedNumber(plain) : plain;
    case FieldKind::Rate:
        if (const auto rate = TaxRate::parse(plain); rate && !plain.isEmpty())
            return rate->toPercent();
        return plain;
    case FieldKind::Text:
        return face == Face::Grouped ? groupedCode(plain) : plain;
    case FieldKind::Flag:
    case FieldKind::Choice:
    case FieldKind::Time:
        break;
    }
    return plain;
}

QString cellText(const ColumnSpec &column, const QVariant &stored)
{
    return shownText(column.kind, column.face, plain(column, stored));
}

QString plainCellText(const ColumnSpec &column, const QVariant &stored)
{
    return plain(column, stored);
}

QString inOneLine(const QStringList &sentences)
{
    QString out;
    for (const QString &sentence : sentences) {
        if (!out.isEmpty() && !out.endsWith(u'。'))
            out += u' ';
        out += sentence;
    }
    return out;
}

bool isNumeric(FieldKind kind)
{
    return kind == FieldKind::Whole || kind == FieldKind::Money || kind == FieldKind::Decimal ||
           kind == FieldKind::Rate;
}

Qt::Alignment alignmentOf(FieldKind kind)
{
    if (kind == FieldKind::Flag)
        return Qt::AlignCenter;
    return (isNumeric(kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace kp
