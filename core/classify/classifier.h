// SPDX-License-Identifier: GPL-3.0-or-later
// Proposes classification codes for an item while its name is typed: what the company chose before, then what the
// official table says, then what looks alike. Everything happens in memory, without a network.
#pragma once

#include "core/classify/model.h"
#include "core/domain/company.h"

#include <QHash>

#include <memory>

namespace kp::classify
{

/// Why a code is proposed.
struct Reason {
    enum class Kind {
        Learned,       ///< the company chose it for this name before
        LikeLearned,   ///< … for a name like this
        Code,          ///< the typed digits begin it
        Name,          ///< the official name
        Described,     ///< the official description lists it
        ShortName,     ///< the short name, of today or earlier
        LikeName,      ///< looks like the official name
        LikeDescribed, ///< looks like what the description lists
        Words,         ///< has words in common
    };
    Kind kind = Kind::Words;
    QString words = {}; ///< what it was compared with
};
/// For the clerk: "like 笔记本电脑, chosen before".
QString label(const Reason &reason);
/// "learned" …: as the command line prints it.
const char *code(Reason::Kind kind);

struct CodeProposal {
    QString code;
    QString name;
    QString shortName; ///< of the day asked for
    QString rates;     ///< general rates as the tax office writes them
    int score = 0;     ///< of 1000: how likely against all others
    Reason reason;
};

/// A name with the code the company gave it.
struct LearnedItem {
    QString item;
    QString code;
};

constexpr qsizetype everyProposal = 5000; ///< as a limit: all there are

/// Immutable after it is built, so that threads may share it. The model must outlive it.
class Classifier
{
public:
    Classifier() = default;
    /// @param learned newest first: of two for one name the first counts
    /// @param added rows of the classification that the model does not know yet
    explicit Classifier(
        const Model &model, const QList<LearnedItem> &learned = {}, const QList<Classification> &added = {});

    /// Best first, never a summary row. @p typed is an item's name, or the beginning of a code (three digits or more).
    [[nodiscard]] QList<CodeProposal> propose(const QString &typed, QDate day, qsizetype limit) const;

private:
    struct Extra {
        QString text; ///< folded
        QString code;
        QString item; ///< as typed
        bool learned;
    };
    struct Scored;
    [[nodiscard]] std::vector<Scored> byCode(const QString &digits) const;
    [[nodiscard]] std::vector<Scored> byName(const QString &text) const;
    [[nodiscard]] std::vector<float> likenesses(const QString &text) const;
    [[nodiscard]] float weightOf(Gram gram) const;
    void addExtra(const Extra &extra);
    void blendExtras(const QString &text, std::vector<Scored> &scored) const;
    [[nodiscard]] CodeProposal proposal(const Scored &scored, QDate day, float all, float most) const;
    [[nodiscard]] bool isProposable(const QString &code) const;

    const Model *m_model = nullptr;
    std::vector<Extra> m_extras;
    std::vector<float> m_lengths; ///< of the extras' weights
    QHash<Gram, std::vector<quint32>> m_extrasWith;
    QHash<QString, Classification> m_added;
};

} // namespace kp::classify
