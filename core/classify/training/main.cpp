// SPDX-License-Identifier: GPL-3.0-or-later
// Run by the build: turns the official tables into the model the program carries. Asked for it, learns the weights anew
// or tells how well they do.
#include "core/base/files.h"
#include "core/classify/training/holdout.h"
#include "core/classify/training/model_builder.h"
#include "core/classify/training/training.h"
#include "core/classify/weights.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

namespace kp::classify
{

namespace
{
Outcome writeModel(const OfficialTable &table, const QString &path)
{
    KP_TRY(bytes, buildModel(table));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Fault{FaultKind::Storage, QStringLiteral("%1 can not be written: %2").arg(path, file.errorString())};
    return Done{};
}

void printRow(std::span<const float> values, const char *indent)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        std::printf("%s%#.4gF,%s", i % 10 == 0 ? indent : "", static_cast<double>(values[i]),
            i % 10 == 9 || i + 1 == values.size() ? "\n" : " ");
}

/// What stands in core/classify/weights.inc.
Outcome printWeights(const OfficialTable &table)
{
    KP_TRY(weights, learnWeights(table));
    std::printf("// SPDX-License-Identifier: GPL-3.0-or-later\n{\n");
    printRow(weights.clues, "    ");
    std::printf("},\n{{\n");
    for (const Weights::Unit &unit : weights.unit) {
        std::printf("    {{\n");
        printRow(unit.clues, "        ");
        std::printf("    }, %#.5gF, %#.5gF},\n", static_cast<double>(unit.threshold), static_cast<double>(unit.counts));
    }
    std::printf("}},\n");
    return Done{};
}

const char *nameOf(Kept kept)
{
    switch (kept) {
    case Kept::Texts:
        return "single names held out";
    case Kept::Descriptions:
        return "descriptions held out, asked for their items";
    case Kept::Wholes:
        break;
    }
    return "descriptions held out, asked as they stand";
}

Outcome printAccuracy(const OfficialTable &table, Split split, const Weights &weights)
{
    const auto line = [](const char *name, const Accuracy &of) {
        std::printf("  %-12s %5d asked, first right %.1f %%, among three %.1f %%\n", name, of.asked,
            100 - 100 * of.errorFirst(), 100 - 100 * of.errorFirstThree());
    };
    for (const Kept kept : {Kept::Texts, Kept::Descriptions, Kept::Wholes}) {
        KP_TRY(found, compare(table, split, kept, weights));
        std::printf("%s, %s: error against plain search %.3f, among three %.3f\n",
            split == Split::Test ? "test" : "development", nameOf(kept),
            found.ours.errorFirst() / found.plain.errorFirst(),
            found.ours.errorFirstThree() / found.plain.errorFirstThree());
        line("ours", found.ours);
        line("plain", found.plain);
        if (found.oursShortNames.asked > 0)
            line("short names", found.oursShortNames);
    }
    return Done{};
}

Outcome run(const QStringList &arguments)
{
    if (arguments.size() < 4)
        return Fault{FaultKind::Invalid,
            QStringLiteral("usage: %1 model|weights|accuracy|development CLASSIFICATION.csv HISTORY.csv [OUTPUT]")
                .arg(arguments.value(0))};
    KP_TRY(table, readOfficialTable(arguments.at(2), arguments.at(3)));
    if (arguments.at(1) == u"weights")
        return printWeights(table);
    if (arguments.at(1) == u"accuracy")
        return printAccuracy(table, Split::Test, learnedWeights);
    if (arguments.at(1) == u"development") { // what may be looked at while trying things out
        KP_TRY(weights, learnWeights(table));
        return printAccuracy(table, Split::Development, weights);
    }
    return writeModel(table, arguments.value(4));
}
} // namespace

} // namespace kp::classify

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const kp::Outcome done = kp::classify::run(QCoreApplication::arguments());
    if (!done.ok())
        std::fprintf(stderr, "%s\n", done.fault().message.toUtf8().constData());
    return done.ok() ? 0 : 1;
}
