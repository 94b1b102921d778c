// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the table that are kept from a model and then asked for, and a plain way to answer them as the measure.
#pragma once

#include "core/classify/ranking.h"
#include "core/classify/training/row_phrases.h"

namespace kp::classify
{

/// Where a text, or a row by its code, belongs, for ever the same: one tenth each for the test and for trying things
/// out, eight for training.
enum class Split { Test, Development, Training };
Split splitOf(const QString &text);
/// The folds of training, each a tenth of all texts: 0 … trainingFolds - 1.
int foldOf(const QString &text);
constexpr int trainingFolds = 8;

/// What is kept back, and asked for.
enum class Kept {
    Texts,        ///< single item names and short names, wherever they stand
    Descriptions, ///< rows' whole descriptions and short names, so that of a row its name alone is known; its items
    Wholes        ///< the same; the description itself, as it stands
};

/// The table with the descriptions and short names of some rows taken out.
using RowWanted = std::function<bool(const QString &code)>;
OfficialTable withoutDescriptions(OfficialTable table, const RowWanted &taken);
/// The table that may be learned from: what the test and development rows say of themselves is taken out.
OfficialTable trainingTable(const OfficialTable &table);

/// An item name that a description lists, or a short name, and the rows it stands for. Names of the table are none.
struct Question {
    QString text;
    std::vector<quint16> answers; ///< sorted
    bool shortName = false;       ///< a short name and no more
};
std::vector<Question> questions(const OfficialTable &table, const std::function<bool(const QString &text)> &wanted);
/// Those of the rows that are @p taken from a table and stand nowhere in what was left of it.
std::vector<Question> questionsOfRows(const OfficialTable &table, const OfficialTable &left, const RowWanted &taken);
/// Their descriptions as they stand.
std::vector<Question> wholeDescriptions(const OfficialTable &table, const RowWanted &taken);

/// Of many questions: how many have a right answer first, and among the first three.
struct Accuracy {
    int asked = 0;
    int first = 0;
    int firstThree = 0;

    void count(const Question &question, std::span<const quint16> ranked);
    [[nodiscard]] double errorFirst() const { return 1 - static_cast<double>(first) / asked; }
    [[nodiscard]] double errorFirstThree() const { return 1 - static_cast<double>(firstThree) / asked; }
};

/// The measure: TF-IDF over runs of one to three characters of all of a row's texts, compared by cosine.
class PlainSearch
{
public:
    PlainSearch(const OfficialTable &table, const HeldOut &heldOut);
    [[nodiscard]] std::vector<quint16> firstThree(const QString &text) const;

private:
    struct Place {
        quint16 row;
        double weight;
    };
    struct Known {
        double rarity;
        std::vector<Place> places;
    };
    std::size_t m_rows = 0;
    QHash<Gram, Known> m_grams;
};

/// The program and the measure over what one split keeps back, asked of a model that knows neither what the test nor
/// what development keeps back.
struct Comparison {
    Accuracy ours;
    Accuracy plain;
    Accuracy oursShortNames; ///< of them, the short names
};
Result<Comparison> compare(const OfficialTable &table, Split split, Kept kept, const Weights &weights);

} // namespace kp::classify
