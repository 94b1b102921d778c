// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to a list that a clerk has given a name.
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/spec.h"

#include <QToolButton>

class QMenu;

namespace kp
{

/// A question by name. Its values are those of FilterRow::kept(): "this month" stays this month.
struct SavedQuery {
    QString name;
    ListQuery query;
    friend bool operator==(const SavedQuery &, const SavedQuery &) = default;
};

/// In the order in which they were first saved.
QList<SavedQuery> savedQueries(const QString &listKey, const DeskMemory &memory);
/// Saves under its name, in place of what had that name.
void saveQuery(const QString &listKey, const SavedQuery &query, DeskMemory &memory);
void forgetQuery(const QString &listKey, const QString &name, DeskMemory &memory);

/// The button that offers them, saves the present question and forgets a saved one.
class SavedQueriesButton : public QToolButton
{
    Q_OBJECT
public:
    /// @param present gives the question as it is now
    SavedQueriesButton(
        QString listKey, DeskMemory &memory, std::function<ListQuery()> present, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const kp::ListQuery &query);

private:
    void offer();
    void addSaving(QMenu &menu);

    const QString m_listKey;
    DeskMemory &m_memory;
    const std::function<ListQuery()> m_present;
};

} // namespace kp
