// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/described_items.h"

#include <QRegularExpression>

namespace kp::classify
{

namespace
{
using Expression = QRegularExpression;

constexpr qsizetype longestOtherName = 12; ///< what is longer in brackets is prose

bool opens(QChar c)
{
    return QStringView(u"（([").contains(c);
}

bool closes(QChar c)
{
    return QStringView(u"）)]").contains(c);
}

/// Cuts at the commas that stand outside of brackets.
QStringList cutAtCommas(const QString &text)
{
    QStringList out{QString()};
    int depth = 0;
    for (const QChar c : text) {
        depth += opens(c) ? 1 : 0;
        if (depth == 0 && QStringView(u"、，,；;：:").contains(c))
            out.append(QString());
        else
            out.last() += c;
        depth -= closes(c) && depth > 0 ? 1 : 0;
    }
    return out;
}

struct Bracketed {
    QString outside;
    QString inside;
};

Bracketed bracketed(const QString &text)
{
    Bracketed out;
    int depth = 0;
    for (const QChar c : text) {
        if (opens(c)) {
            ++depth;
        } else if (closes(c)) {
            depth -= depth > 0 ? 1 : 0;
            out.inside += u'、';
        } else {
            (depth > 0 ? out.inside : out.outside) += c;
        }
    }
    return out;
}

QString bare(QString item)
{
    static const Expression lead(QStringLiteral(u"^(?:主要包括|具体包括|包括|又称|也称|俗称|亦称|又名|别名|简称|例如|"
                                                u"如|以及|和|及|或|与|还有|各种|各类|用于|是指|指)+"));
    static const Expression tail(QStringLiteral(u"(?:等等|等)$"));
    item = item.trimmed();
    item.remove(lead);
    item.remove(tail);
    return folded(withoutRemainder(item).toString());
}

void takeList(const QString &list, PhraseKind kind, QList<DescribedItem> &out)
{
    static const Expression reference(QStringLiteral(u"详?见\\s*(\\d{5,19})"));
    static const Expression otherName(QStringLiteral(u"^\\s*(?:别名|又称|又名|俗称|也称|亦称|简称|即|包括|含)[:：]?"));
    for (const QString &part : cutAtCommas(list)) {
        Bracketed item = bracketed(part);
        const QString code = reference.match(item.inside).captured(1);
        item.inside.remove(reference);
        if (const QString text = bare(item.outside); !text.isEmpty())
            out.append({text, kind, code});
        if (item.inside.isEmpty() || kind == PhraseKind::Excluded)
            continue;
        const bool names = item.inside.contains(otherName);
        item.inside.remove(otherName);
        QList<DescribedItem> inner;
        takeList(item.inside, names ? PhraseKind::OtherName : PhraseKind::Explanation, inner);
        for (const DescribedItem &found : inner)
            if (!names || found.text.size() <= longestOtherName)
                out.append(found);
    }
}

/// What stands before the list, or a sentence without one.
void takeProse(const QString &text, QList<DescribedItem> &out)
{
    if (const QString words = folded(text); !words.isEmpty())
        out.append({words, PhraseKind::Explanation});
}

/// 稻谷、小麦、玉米 without 包括: most sentences that look so are lists, but not definitions.
bool isPlainList(const QString &sentence)
{
    return sentence.count(u'、') >= 2 && !sentence.contains(u'指') && !sentence.contains(u'的');
}
} // namespace

QList<DescribedItem> describedItems(const QString &description)
{
    static const Expression sentenceEnd(QStringLiteral(u"[。\\n]"));
    static const Expression exclusion(QStringLiteral(u"不包括|不含|不适用"));
    static const Expression inclusion(QStringLiteral(u"包括|又称|也称|俗称|亦称|又名|例如"));
    QList<DescribedItem> out;
    const QStringList sentences = description.split(sentenceEnd, Qt::SkipEmptyParts);
    for (const QString &sentence : sentences) {
        const auto excluded = exclusion.match(sentence);
        const QString said = excluded.hasMatch() ? sentence.left(excluded.capturedStart()) : sentence;
        if (const auto list = inclusion.match(said); list.hasMatch()) {
            takeProse(said.left(list.capturedStart()), out);
            takeList(said.mid(list.capturedStart()), PhraseKind::Described, out);
        } else if (isPlainList(said)) {
            takeList(said, PhraseKind::Described, out);
        } else {
            takeProse(said, out);
        }
        if (excluded.hasMatch())
            takeList(sentence.mid(excluded.capturedEnd()), PhraseKind::Excluded, out);
    }
    return out;
}

} // namespace kp::classify
