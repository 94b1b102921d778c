// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"

#include <QList>

#include <functional>
#include <vector>

namespace kp::rules
{

/// Finds a classification by its code; null when there is none. What it points at must outlive the call it is used in.
using ClassificationLookup = std::function<const Classification *(QStringView code)>;

/// The tax classification in memory, about 4,500 rows: looked up by code, and searched while an item is typed.
/// Immutable after it is built, so that threads may share it.
class ClassificationCatalogue
{
public:
    ClassificationCatalogue() = default;
    explicit ClassificationCatalogue(const QList<Classification> &rows);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] const Classification *find(QStringView code) const;
    /// find() as a function; valid as long as the catalogue is.
    [[nodiscard]] ClassificationLookup lookup() const;
    /// All rows in the order of their codes, summary nodes before what is below them.
    [[nodiscard]] QList<const Classification *> rows() const;
    /// The usable rows (no summary nodes) that fit what is being typed, best first: a code that begins so, the name
    /// itself, the short name, a part of the name, common pairs of characters, the description.
    [[nodiscard]] QList<const Classification *> proposals(const QString &text, int limit = 10) const;

private:
    struct Entry {
        Classification row;
        QString name;                       ///< folded for comparison
        std::vector<std::uint32_t> bigrams; ///< of the name, sorted
    };
    std::vector<Entry> m_entries; ///< sorted by code
};

} // namespace kp::rules
