// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for each row of the classification when somebody types an item's name: a row of figures for each
// candidate.
#pragma once

#include "core/classify/model.h"

#include <array>
#include <vector>

namespace kp::classify
{

constexpr float unknownRarity = 9; ///< of a run that stands nowhere in the table

/// The clues. "Above" is the summary node over a row, which counts with all that lies below it.
enum class Clue {
    Own,               ///< how much of the typed text the row has, rare runs counting more
    Above,             ///< the same of the node above
    SecondAbove,       ///< … and above that
    ThirdAbove,        ///<
    NameLikeness,      ///< the most like name; 1 is equal
    DescribedLikeness, ///< the most like phrase of the description
    ShortNameLikeness, ///<
    ExcludedLikeness,  ///< the most like phrase after 不包括
    DescribedSum,      ///< all phrases of the description together
    Group,             ///< the most like phrase under the node above
    SecondGroup,       ///< … and under the one above that
    NameEnding,        ///< share of the text that is the ending of the name
    EndingOfName,      ///< share of the name that the common ending is
    DescribedEnding,   ///< share of the text that is the ending of a phrase
    NameBeginning,     ///<
    DescribedBeginning,
    EndsWithName,   ///< 大米饼干 ends with 饼干
    HasName,        ///<
    InName,         ///< the text is part of the name
    Remainder,      ///< 其他…
    RemainderAbove, ///< … times Above
    RemainderGroup, ///< … times Group
    Cosine,         ///< likeness to all of the row's words together
    CosineRoot,
    OwnSingles,
    OwnPairs,
    OwnTriples,
    OwnMarked, ///< Own, by the length of the runs
    AboveSingles,
    AbovePairs,
    AboveTriples,
    AboveMarked,      ///< Above, by the length of the runs
    CosineShare,      ///< compared to the best candidate's
    LikenessShare,    ///<
    OwnShare,         ///<
    AboveShare,       ///<
    Votes,            ///< logarithm of the row's share in the votes of all phrases
    VotesAbove,       ///<
    VotesSecondAbove, ///<
    VotesThirdAbove,  ///<
    CosineLog,        ///<
    LikenessLog,      ///<
    Breadth,          ///< logarithm of how many phrases the description has
    VotesEach,        ///< logarithm of the row's votes by how many phrases cast them
    NameRun,          ///< the longest run the text shares with the name, as a share of the name
    RunOfText,        ///< … of the text
    NameAboveRun,     ///< the same with the name of the node above, as a share of that name
    NameHad,          ///< how much of the name the text has, rare runs counting more
    NameAboveHad,     ///< the same of the name above
    Length,           ///< logarithm of the text's length: a sentence is judged in another way than a word
    MostLikeness,     ///< of any row: whether the table knows such a thing
    MostCosine,       ///<
    Count,
};
constexpr std::size_t clueCount = static_cast<std::size_t>(Clue::Count);
using Clues = std::array<float, clueCount>;

struct Candidate {
    quint16 row;
    bool isName;      ///< the text is the official name
    bool isDescribed; ///< the description lists the text
    bool isShortName; ///< the text is, or was, the short name
    bool hasLongName; ///< the text has the official name, of three characters or more, in it
    bool isInName;    ///< the text is part of the official name
    float likeness;   ///< of the most like name or described phrase
    quint16 likest;   ///< that phrase; meaningless at likeness 0
    Clues clues;
};

/// The most promising rows, best first by a rough measure; at most @p limit. @p text is folded.
std::vector<Candidate> candidatesFor(const Model &model, QStringView text, std::size_t limit);

} // namespace kp::classify
