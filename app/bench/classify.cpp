// SPDX-License-Identifier: GPL-3.0-or-later
// Proposals of classification codes. Speed: wall time of one proposal for each key of item names that nobody has seen,
// typed from their first character on, by a company that has 5,000 items of its own; p95. Size: of the model the
// program carries. Quality: errors on what is held out of a model, beside a plain search by TF-IDF over runs of one to
// three characters that knows the same texts. Held out are a tenth of the names that descriptions list and of the short
// names, wherever they stand; and a tenth of the descriptions with their rows' short names, so that of a row its name
// alone is known. These are asked as they stand, and, with a limit of our own, for the items they list.
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/classify/builtin_model.h"
#include "core/classify/classifier.h"
#include "core/classify/training/holdout.h"
#include "core/classify/training/model_builder.h"
#include "core/classify/weights.h"

#include <algorithm>

namespace kp::bench
{

using namespace kp::classify;

namespace
{
constexpr std::size_t namesTyped = 400;
constexpr qsizetype learnedItems = 5000;
constexpr qsizetype shown = 12;
constexpr double mostMs = 5;
constexpr double mostMb = 10;
constexpr double errorLimit = 0.8;

/// p95 over all keys, in ms.
Result<double> typing(const std::vector<Question> &names, const std::vector<Question> &own)
{
    QList<LearnedItem> learned;
    const Model &model = builtInModel();
    for (qsizetype i = 0; i < learnedItems; ++i) {
        const Question &question = own[static_cast<std::size_t>(i) % own.size()];
        learned.append({question.text + QString::number(i), model.codeOf(question.answers.front())});
    }
    const Classifier classifier(model, learned);
    const QDate day(2026, 6, 1);
    QList<double> strokes;
    for (std::size_t i = 0; i < std::min(namesTyped, names.size()); ++i)
        for (qsizetype typed = 1; typed <= names[i].text.size(); ++typed) {
            const Stopwatch watch;
            const QList<CodeProposal> found = classifier.propose(names[i].text.left(typed), day, shown);
            strokes.append(watch.wall() * 1000);
            if (found.size() > shown)
                return Fault{FaultKind::Internal, QStringLiteral("too many proposals")};
        }
    std::sort(strokes.begin(), strokes.end());
    return strokes.at(strokes.size() * 95 / 100);
}

Bar errorBar(const QString &what, double ours, double plain, double limit = errorLimit)
{
    return {what, 100 * ours, 100 * plain, QStringLiteral("%"), Bar::Wants::AtMost, limit};
}
} // namespace

Bars classifyBars(Workshop &)
{
    const QString folder = QStringLiteral(KP_SOURCE_DIR "/resources/reference/");
    KP_CO_TRY(table, readOfficialTable(folder + QStringLiteral("tax-classification.csv"),
                         folder + QStringLiteral("tax-classification-shortname-history.csv")));
    const auto of = [&table](Split split) {
        return questions(table, [split](const QString &text) { return splitOf(text) == split; });
    };
    KP_CO_TRY(p95, typing(of(Split::Test), of(Split::Training)));
    KP_CO_TRY(bytes, buildModel(table));
    KP_CO_TRY(texts, compare(table, Split::Test, Kept::Texts, learnedWeights));
    KP_CO_TRY(descriptions, compare(table, Split::Test, Kept::Descriptions, learnedWeights));
    KP_CO_TRY(wholes, compare(table, Split::Test, Kept::Wholes, learnedWeights));
    constexpr double bytesOfMb = 1e6;
    co_return QList<Bar>{
        {QStringLiteral("codes proposed for a key, p95 over all 4,446: 5 ms"), p95, mostMs, QStringLiteral("ms"),
            Bar::Wants::AtMost, 1},
        {QStringLiteral("model the codes are proposed from: 10 MB"), static_cast<double>(bytes.size()) / bytesOfMb,
            mostMb, QStringLiteral("MB"), Bar::Wants::AtMost, 1},
        errorBar(QStringLiteral("names held out, wrong first: plain TF-IDF"), texts.ours.errorFirst(),
            texts.plain.errorFirst()),
        errorBar(QStringLiteral("names held out, not among three: plain TF-IDF"), texts.ours.errorFirstThree(),
            texts.plain.errorFirstThree()),
        errorBar(QStringLiteral("descriptions held out, their items, wrong first: plain TF-IDF"),
            descriptions.ours.errorFirst(), descriptions.plain.errorFirst(), 1),
        errorBar(QStringLiteral("descriptions held out, their items, not among three: plain TF-IDF"),
            descriptions.ours.errorFirstThree(), descriptions.plain.errorFirstThree(), 1),
        errorBar(QStringLiteral("descriptions held out, as they stand, wrong first: plain TF-IDF"),
            wholes.ours.errorFirst(), wholes.plain.errorFirst()),
        errorBar(QStringLiteral("descriptions held out, as they stand, not among three: plain"),
            wholes.ours.errorFirstThree(), wholes.plain.errorFirstThree()),
    };
}

} // namespace kp::bench
