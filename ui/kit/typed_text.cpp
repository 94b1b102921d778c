// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/typed_text.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// Half-width form of a number; spaces and the yen sign go, "。" is the point of a careless input method.
QString halfWidth(const QString &typed)
{
    const auto isPlain = [](QChar c) { return c > u' ' && c <= u'~'; };
    if (std::all_of(typed.begin(), typed.end(), isPlain)) // thousands of cells of a paste are
        return typed;
    QString out = typed.normalized(QString::NormalizationForm_KC).simplified();
    out.remove(u' ').remove(u'¥').replace(u'。', u'.').replace(u'、', u',');
    return out;
}

QString numberFrom(const QString &typed)
{
    const QString text = halfWidth(typed);
    const auto number = Decimal::parse(text);
    return number ? number->toString() : typed.trimmed();
}

QString moneyFrom(const QString &typed)
{
    const auto money = Money::parse(halfWidth(typed));
    return money ? money->toString() : typed.trimmed();
}

QString rateFrom(const QString &typed)
{
    QString text = halfWidth(typed);
    if (const auto number = Decimal::parse(text); number && *number >= Decimal(1))
        text.append(u'%');
    const auto rate = TaxRate::parse(text);
    return rate ? rate->toString() : typed.trimmed();
}

QString codeOf(const QList<Word> &words, const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return text;
    QStringList beginning;
    for (const Word &word : words) {
        if (word.text == text || word.code == text)
            return word.code;
        if (word.text.startsWith(text, Qt::CaseInsensitive))
            beginning.append(word.code);
    }
    return beginning.size() == 1 ? beginning.first() : text;
}
} // namespace

QString plainFromTyped(FieldKind kind, Face face, const QList<Word> &words, const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return {};
    switch (kind) {
    case FieldKind::Money:
        return moneyFrom(typed);
    case FieldKind::Decimal:
    case FieldKind::Whole:
        return numberFrom(typed);
    case FieldKind::Rate: {
        const QString code = codeOf(words, typed);
        return code == typed.trimmed() ? rateFrom(typed) : code;
    }
    case FieldKind::Choice:
        return codeOf(words, typed);
    case FieldKind::Flag:
        return typed.trimmed() == u'✓' || typed.trimmed() == u'是' ? u"1"_s : typed.trimmed();
    case FieldKind::Text:
        if (face == Face::Code)
            return typed.normalized(QString::NormalizationForm_KC).simplified().remove(u' ');
        break;
    case FieldKind::Time:
        break;
    }
    return typed.trimmed();
}

} // namespace kp
