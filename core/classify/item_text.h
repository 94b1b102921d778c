// SPDX-License-Identifier: GPL-3.0-or-later
// How item names are compared: folded, and as runs of one to three characters. Chinese has no spaces between words;
// such runs find the words without a dictionary, and the marked ones tell the head of a name, which stands at its end:
// 大米饼干 is a biscuit.
#pragma once

#include <QString>

#include <vector>

namespace kp::classify
{

/// Width, case, spaces and punctuation do not matter.
QString folded(const QString &text);

/// Up to three UTF-16 units from the low end, and above them a mark.
using Gram = quint64;

enum class GramOrder { Single, Pair, Triple, Marked };
constexpr int gramOrders = 4;
GramOrder orderOf(Gram gram);
/// Of a run that ends the text: the head of a name.
bool isEnding(Gram gram);
constexpr float endingWeight = 3; ///< the head of a name says more than what stands before it

/// The runs of a folded text, each once, sorted.
std::vector<Gram> gramsOf(QStringView text);

qsizetype commonEnding(QStringView a, QStringView b);
qsizetype commonBeginning(QStringView a, QStringView b);

/// 其他…: the row that takes what its neighbours do not name.
bool isRemainder(QStringView name);
/// The name without 其他.
QStringView withoutRemainder(QStringView name);

} // namespace kp::classify
