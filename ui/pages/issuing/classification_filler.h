// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/proposals.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <utility>

namespace kp
{

class LineModel;

/// Looks for classifications of many lines at once: pasted and imported ones come without. Each item is looked up once,
/// beside the UI thread, by what also proposes while typing.
class ClassificationFiller : public QObject
{
    Q_OBJECT
public:
    explicit ClassificationFiller(LineModel &lines, QObject *parent = nullptr);
    void begin();
    /// Puts the best proposal into every line that still has none, as one step of undo.
    void fill();

Q_SIGNALS:
    /// After the search, and whenever the lines have changed so that it is no longer so.
    /// @param found lines for which there is a proposal; @param wanted lines without a classification
    void found(int found, int wanted);

private:
    void next();
    void report();
    [[nodiscard]] QHash<int, QString> open() const; ///< item by row, of lines without a classification

    LineModel &m_lines;
    const int m_item; ///< column
    QStringList m_waiting;
    std::pair<int, int> m_reported{0, 0}; ///< found, wanted
    QHash<QString, Proposal> m_best;      ///< by item
};

} // namespace kp
