// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/item_text.h"

#include <algorithm>

namespace kp::classify
{

namespace
{
constexpr Gram endMark = Gram(1) << 48;
constexpr Gram beginMark = Gram(2) << 48;

Gram run(QStringView text, qsizetype at, int length)
{
    Gram gram = 0;
    for (int i = 0; i < length; ++i)
        gram |= Gram(text.at(at + i).unicode()) << (16 * i);
    return gram;
}
} // namespace

QString folded(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    out.removeIf([](QChar c) { return !c.isLetterOrNumber() && !c.isSurrogate(); });
    return out;
}

GramOrder orderOf(Gram gram)
{
    if (gram >= endMark)
        return GramOrder::Marked;
    if (gram >= Gram(1) << 32)
        return GramOrder::Triple;
    return gram >= Gram(1) << 16 ? GramOrder::Pair : GramOrder::Single;
}

bool isEnding(Gram gram)
{
    return gram >= endMark && gram < beginMark;
}

std::vector<Gram> gramsOf(QStringView text)
{
    const qsizetype size = text.size();
    std::vector<Gram> grams;
    grams.reserve(static_cast<std::size_t>(3 * size + 4));
    for (int length = 1; length <= 3; ++length) {
        for (qsizetype at = 0; at + length <= size; ++at)
            grams.push_back(run(text, at, length));
        if (size >= length)
            grams.push_back(run(text, size - length, length) | endMark);
    }
    if (size >= 2)
        grams.push_back(run(text, 0, 2) | beginMark);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

qsizetype commonEnding(QStringView a, QStringView b)
{
    qsizetype n = 0;
    while (n < a.size() && n < b.size() && a.at(a.size() - 1 - n) == b.at(b.size() - 1 - n))
        ++n;
    return n;
}

qsizetype commonBeginning(QStringView a, QStringView b)
{
    qsizetype n = 0;
    while (n < a.size() && n < b.size() && a.at(n) == b.at(n))
        ++n;
    return n;
}

bool isRemainder(QStringView name)
{
    return name.size() > 2 && name.startsWith(u"其他");
}

QStringView withoutRemainder(QStringView name)
{
    return isRemainder(name) ? name.sliced(2) : name;
}

} // namespace kp::classify
