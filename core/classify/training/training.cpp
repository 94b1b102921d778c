// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/training.h"

#include "core/classify/ranking.h"
#include "core/classify/training/holdout.h"
#include "core/classify/training/model_builder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace kp::classify
{

namespace
{
constexpr int rounds = 25;        ///< through all examples
constexpr std::size_t batch = 32; ///< examples a step
// How much the kinds of examples count, chosen on the development texts. Names that are like something known are what
// clerks write most.
constexpr float nameCounts = 2;
constexpr float itemCounts = 1;
constexpr float wholeCounts = 0.5F;
constexpr double firstStep = 0.004;
constexpr double shrinkage = 1e-4; ///< keeps a weight small that does not help
constexpr double slowMean = 0.9;   ///< Adam
constexpr double slowSquare = 0.999;

struct Choice {
    Clues clues;
    bool right;
};
/// All candidates of one question.
struct Example {
    std::vector<Choice> choices;
    float counts = 1; ///< beside the others
};
using Sums = std::array<double, clueCount>;

/// Asks a model that has not seen the answers; questions without a right candidate teach nothing.
Outcome ask(const OfficialTable &known, const HeldOut &heldOut, const std::vector<Question> &asked, float counts,
    std::vector<Example> &out)
{
    KP_TRY(bytes, buildModel(known, heldOut));
    KP_TRY(model, Model::open(bytes));
    for (const Question &question : asked) {
        Example example;
        example.counts = counts;
        for (const Candidate &candidate : candidatesFor(model, question.text, candidatesLookedAt))
            example.choices.push_back(
                {candidate.clues, std::binary_search(question.answers.begin(), question.answers.end(), candidate.row)});
        if (std::any_of(
                example.choices.begin(), example.choices.end(), [](const Choice &choice) { return choice.right; }))
            out.push_back(std::move(example));
    }
    return Done{};
}

/// Single texts held out, fold by fold, and whole descriptions: what a clerk writes may be like something that its row
/// lists, or like nothing that its row says; it may be a name or a sentence. Nothing is asked whose answer is kept back
/// by the test or by development; their rows are only among the wrong answers.
Result<std::vector<Example>> examples(const OfficialTable &whole)
{
    const OfficialTable table = trainingTable(whole);
    const HeldOut notForTraining = [](const QString &text) { return splitOf(text) != Split::Training; };
    std::vector<Example> out;
    for (int fold = 0; fold < trainingFolds; ++fold) {
        const auto inFold = [fold](const QString &text) {
            return splitOf(text) == Split::Training && foldOf(text) == fold;
        };
        std::vector<Question> names = questions(whole, inFold);
        std::erase_if(names, [&](const Question &question) {
            return std::any_of(question.answers.begin(), question.answers.end(),
                [&](quint16 row) { return notForTraining(whole.rows.at(row).code); });
        });
        KP_DO(ask(
            whole, [&](const QString &text) { return notForTraining(text) || inFold(text); }, names, nameCounts, out));
        const OfficialTable left = withoutDescriptions(table, inFold);
        std::vector<Question> asked = questionsOfRows(table, left, inFold);
        std::erase_if(asked, [&](const Question &question) { return notForTraining(question.text); });
        KP_DO(ask(left, notForTraining, asked, itemCounts, out));
        KP_DO(ask(left, notForTraining, wholeDescriptions(table, inFold), wholeCounts, out));
    }
    return out;
}

/// Means and standard deviations of the clues: steps shall be as large for a logarithm as for a share.
struct Scale {
    Sums mean{};
    Sums deviation{};
};

Scale scaleOf(const std::vector<Example> &all)
{
    Sums sum{};
    Sums squares{};
    double count = 0;
    for (const Example &example : all)
        for (const Choice &choice : example.choices) {
            ++count;
            for (std::size_t i = 0; i < clueCount; ++i) {
                sum.at(i) += static_cast<double>(choice.clues.at(i));
                squares.at(i) += std::pow(static_cast<double>(choice.clues.at(i)), 2);
            }
        }
    Scale out;
    for (std::size_t i = 0; i < clueCount; ++i) {
        out.mean.at(i) = sum.at(i) / count;
        out.deviation.at(i) = std::sqrt(std::max(0.0, squares.at(i) / count - std::pow(out.mean.at(i), 2))) + 1e-6;
    }
    return out;
}

void bringToScale(std::vector<Example> &all, const Scale &scale)
{
    for (Example &example : all)
        for (Choice &choice : example.choices)
            for (std::size_t i = 0; i < clueCount; ++i)
                choice.clues.at(i) = static_cast<float>(
                    (static_cast<double>(choice.clues.at(i)) - scale.mean.at(i)) / scale.deviation.at(i));
}

/// Numbers that look random and are the same everywhere.
class Numbers
{
public:
    quint32 next()
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<quint32>(m_state >> 33);
    }
    /// Between -1 and 1.
    float around() { return static_cast<float>(next()) / static_cast<float>(1U << 30) - 1; }

private:
    quint64 m_state = 20250501;
};

Weights beginning()
{
    Numbers numbers;
    Weights out{};
    for (Weights::Unit &unit : out.unit) {
        for (float &weight : unit.clues)
            weight = 0.2F * numbers.around();
        unit.counts = 0.2F * numbers.around();
    }
    return out;
}

/// All weights in one row, and back.
constexpr std::size_t weightCount = sizeof(Weights) / sizeof(float);
using Row = std::array<float, weightCount>;
static_assert(sizeof(Row) == sizeof(Weights));

void addUnits(const Weights &weights, const Clues &clues, float wanted, Weights &gradient)
{
    for (std::size_t j = 0; j < clueCount; ++j)
        gradient.clues.at(j) += wanted * clues.at(j);
    for (std::size_t k = 0; k < Weights::units; ++k) {
        const Weights::Unit &unit = weights.unit.at(k);
        const float result = std::inner_product(clues.begin(), clues.end(), unit.clues.begin(), unit.threshold);
        const float slope = result > 0 ? 1 : Weights::leak;
        Weights::Unit &to = gradient.unit.at(k);
        to.counts += wanted * slope * result;
        to.threshold += wanted * unit.counts * slope;
        for (std::size_t j = 0; j < clueCount; ++j)
            to.clues.at(j) += wanted * unit.counts * slope * clues.at(j);
    }
}

/// Adds what one example asks of the weights: more for the right rows, less for those they expect.
void addGradient(const Example &example, const Weights &weights, Weights &gradient)
{
    std::vector<float> likely;
    float most = std::numeric_limits<float>::lowest();
    for (const Choice &choice : example.choices) {
        likely.push_back(weights.points(choice.clues));
        most = std::max(most, likely.back());
    }
    float all = 0;
    float right = 1e-12F;
    for (std::size_t i = 0; i < example.choices.size(); ++i) {
        likely[i] = std::exp(likely[i] - most);
        all += likely[i];
        right += example.choices[i].right ? likely[i] : 0;
    }
    for (std::size_t i = 0; i < example.choices.size(); ++i) {
        const float wanted = (example.choices[i].right ? likely[i] / right : 0) - likely[i] / all;
        if (std::abs(wanted) > 1e-4F)
            addUnits(weights, example.choices[i].clues, example.counts * wanted, gradient);
    }
}

/// Adam.
class Steps
{
public:
    void take(Weights &weights, const Weights &gradient, double size)
    {
        Row row = std::bit_cast<Row>(weights);
        const Row slopes = std::bit_cast<Row>(gradient);
        ++m_taken;
        for (std::size_t i = 0; i < weightCount; ++i) {
            const double slope = static_cast<double>(slopes.at(i)) - shrinkage * static_cast<double>(row.at(i));
            m_mean.at(i) = slowMean * m_mean.at(i) + (1 - slowMean) * slope;
            m_square.at(i) = slowSquare * m_square.at(i) + (1 - slowSquare) * slope * slope;
            row.at(i) += static_cast<float>(size * (m_mean.at(i) / (1 - std::pow(slowMean, m_taken))) /
                                            (std::sqrt(m_square.at(i) / (1 - std::pow(slowSquare, m_taken))) + 1e-8));
        }
        weights = std::bit_cast<Weights>(row);
    }

private:
    std::array<double, weightCount> m_mean{};
    std::array<double, weightCount> m_square{};
    int m_taken = 0;
};

void divide(Weights &weights, std::size_t by)
{
    Row row = std::bit_cast<Row>(weights);
    for (float &value : row)
        value /= static_cast<float>(by);
    weights = std::bit_cast<Weights>(row);
}

/// The weights for clues as they come.
Weights outOfScale(Weights weights, const Scale &scale)
{
    for (std::size_t j = 0; j < clueCount; ++j) {
        const auto deviation = static_cast<float>(scale.deviation.at(j));
        weights.clues.at(j) /= deviation;
        for (Weights::Unit &unit : weights.unit) {
            unit.clues.at(j) /= deviation;
            unit.threshold -= unit.clues.at(j) * static_cast<float>(scale.mean.at(j));
        }
    }
    return weights;
}

double stepOf(int round)
{
    const double done = static_cast<double>(round) / rounds;
    return firstStep * (done > 0.6 ? 0.3 : 1) * (done > 0.85 ? 0.3 : 1);
}
} // namespace

Result<Weights> learnWeights(const OfficialTable &table)
{
    KP_TRY(all, examples(table));
    const Scale scale = scaleOf(all);
    bringToScale(all, scale);
    Weights weights = beginning();
    Steps steps;
    Numbers numbers;
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (int round = 1; round <= rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[numbers.next() % i]);
        for (std::size_t at = 0; at < order.size(); at += batch) {
            const std::size_t end = std::min(at + batch, order.size());
            Weights gradient{};
            for (std::size_t i = at; i < end; ++i)
                addGradient(all[order[i]], weights, gradient);
            divide(gradient, end - at);
            steps.take(weights, gradient, stepOf(round));
        }
    }
    return outOfScale(weights, scale);
}

} // namespace kp::classify
