// SPDX-License-Identifier: GPL-3.0-or-later
// Proposals under a line edit while something is typed: customers, items, classification codes.
#pragma once

#include <QFrame>
#include <QFuture>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>

class QLineEdit;
class QListWidget;
class QTimer;

namespace kp
{

struct Proposal {
    QString text;        ///< what the field would hold
    QString detail = {}; ///< shown beside it, muted: tax number, code and rate, the reason
    QVariant value = {}; ///< the caller's own: the customer, the item
    bool sure = false;   ///< the first one: Enter takes it at once
};

/// Letters that can only be meant to find something: "bjhx". Nobody and nothing is called that.
bool areInitials(const QString &typed);

/// Asked with each key, answered when it is ready; an answer to an older text is dropped.
using Proposer = std::function<QFuture<QList<Proposal>>(const QString &typed)>;

/// The list under a line edit. The focus stays in the edit: Up and Down choose, Enter and Tab take, Esc closes. Nothing
/// is chosen until Up or Down was pressed, so that Enter never puts in what was not asked for, but for a sure one.
class ProposalPopup : public QFrame
{
    Q_OBJECT
public:
    ProposalPopup(QLineEdit *edit, Proposer proposer);
    /// Asks at once, even when nothing was typed (F7 or Down in an empty field).
    void ask();
    /// Handles a key of the edit as the list does; false when the key is not the list's.
    bool takesKey(int key);

Q_SIGNALS:
    /// The text stands in the edit already.
    void taken(const kp::Proposal &proposal);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QList<Proposal> &proposals);
    void take(int index);

    QLineEdit *m_edit;
    Proposer m_proposer;
    QListWidget *m_list;
    QTimer *m_rest;
    QList<Proposal> m_proposals;
    quint64 m_asked = 0;
};

} // namespace kp
