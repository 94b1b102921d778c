// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/classify/classifier.h"
#include "core/domain/company.h"

#include <QList>

#include <functional>
#include <memory>
#include <vector>

namespace kp::rules
{

/// Finds a classification by its code; null when there is none. What it points at must outlive the call it is used in.
using ClassificationLookup = std::function<const Classification *(QStringView code)>;

/// The tax classification in memory, about 4,500 rows: looked up by code, and proposed from while an item is typed.
/// Immutable after it is built, so that threads may share it; copies share the rows.
class ClassificationCatalogue
{
public:
    ClassificationCatalogue() = default;
    explicit ClassificationCatalogue(const QList<Classification> &rows);
    /// The same rows for a company that has chosen codes before; newest first.
    [[nodiscard]] ClassificationCatalogue knowing(const QList<classify::LearnedItem> &learned) const;

    [[nodiscard]] bool isEmpty() const { return m_rows->empty(); }
    [[nodiscard]] const Classification *find(QStringView code) const;
    /// find() as a function; valid as long as the catalogue is.
    [[nodiscard]] ClassificationLookup lookup() const;
    /// All rows in the order of their codes, summary nodes before what is below them.
    [[nodiscard]] QList<const Classification *> rows() const;

    struct Proposal {
        const Classification *row; ///< never a summary node; valid as long as the catalogue is
        classify::Reason reason;
        int score; ///< of 1000
    };
    /// What fits an item's name, or the beginning of a code, best first.
    [[nodiscard]] QList<Proposal> proposals(const QString &text, QDate day, int limit = 10) const;

private:
    using Rows = std::vector<Classification>; // sorted by code
    std::shared_ptr<const Rows> m_rows = std::make_shared<const Rows>();
    classify::Classifier m_classifier;
};

} // namespace kp::rules
