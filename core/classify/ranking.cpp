// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/ranking.h"

#include "core/classify/weights.h"

#include <algorithm>
#include <numeric>

namespace kp::classify
{

namespace
{
// What the table says outright is certain. Among rows that are equally certain the clues decide.
constexpr float pointsOfName = 40;
constexpr float pointsOfDescribed = 30;
constexpr float pointsOfShortName = 20;
// A brand and a colour around a name: 某牌自来水笔黑色. Item names in the table never look so, so this is not learned.
constexpr float pointsOfWholeName = 3;

float pointsOf(const Candidate &candidate, const Weights &weights)
{
    const float clues = weights.points(candidate.clues);
    if (candidate.isName)
        return clues + pointsOfName;
    if (candidate.isDescribed)
        return clues + pointsOfDescribed;
    if (candidate.isShortName)
        return clues + pointsOfShortName;
    return candidate.hasLongName ? clues + pointsOfWholeName : clues;
}
} // namespace

float Weights::points(const Clues &of) const
{
    float out = std::inner_product(of.begin(), of.end(), clues.begin(), 0.0F);
    for (const Unit &each : unit) {
        const float result = std::inner_product(of.begin(), of.end(), each.clues.begin(), each.threshold);
        out += each.counts * (result > 0 ? result : leak * result);
    }
    return out;
}

std::vector<Ranked> rank(const Model &model, QStringView text)
{
    return rank(model, text, learnedWeights);
}

std::vector<Ranked> rank(const Model &model, QStringView text, const Weights &weights)
{
    std::vector<Ranked> out;
    for (const Candidate &candidate : candidatesFor(model, text, candidatesLookedAt))
        out.push_back({candidate, pointsOf(candidate, weights)});
    std::sort(out.begin(), out.end(), [](const Ranked &a, const Ranked &b) {
        return a.points != b.points ? a.points > b.points : a.candidate.row < b.candidate.row;
    });
    return out;
}

} // namespace kp::classify
