// SPDX-License-Identifier: GPL-3.0-or-later
// The candidates in order: what the clues say together, above all of it what is certain.
#pragma once

#include "core/classify/evidence.h"

namespace kp::classify
{

constexpr std::size_t candidatesLookedAt = 150;

/// How the clues are weighed: a weighted sum, and beside it some units that each weigh them in their own way and count
/// fully only when the result is positive. So clues can count together that count for nothing alone.
struct Weights {
    struct Unit {
        Clues clues;
        float threshold;
        float counts;
    };
    static constexpr std::size_t units = 16;
    static constexpr float leak = 0.1F; ///< how much of a negative result counts
    Clues clues;
    std::array<Unit, units> unit;

    [[nodiscard]] float points(const Clues &of) const;
};

struct Ranked {
    Candidate candidate;
    float points; ///< the more the better; differences are logarithms of odds
};

/// Best first. @p text is folded.
std::vector<Ranked> rank(const Model &model, QStringView text);
/// The same with other weights.
std::vector<Ranked> rank(const Model &model, QStringView text, const Weights &weights);

} // namespace kp::classify
