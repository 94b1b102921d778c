// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window stands in one table. A user may choose others: what is asked for a key looks here, and the
// card on F1 and the page on which keys are chosen are made from it.
#pragma once

#include "ui/kit/desk.h"

#include <QEvent>
#include <QKeySequence>
#include <QList>
#include <QShortcut>

class QKeyEvent;

namespace kp
{

/// Where a key works. Two acts may not have the same key where both places are.
enum class KeyPlace { Window, List, Sheet, Grid };

struct KeyAct {
    QString id; ///< "grid.copyAbove"; where there is a command, its id
    KeyPlace place = KeyPlace::Window;
    QString meaning;           ///< in the language in force
    QList<QKeySequence> usual; ///< those of the number pad among them
};

/// In the order in which they are shown. Made anew with each call.
QList<KeyAct> keyActs();
QString label(KeyPlace place);

/// The keys of an act: those the user has chosen, else the usual ones. Empty for an act that is not in the table.
QList<QKeySequence> keysOf(const QString &act, const DeskMemory &memory);
/// The same for a command that brings a key of its own.
QList<QKeySequence> keysOf(const QString &act, const QKeySequence &own, const DeskMemory &memory);
/// Chooses other keys; an empty list means none at all.
void chooseKeys(const QString &act, const QList<QKeySequence> &keys, DeskMemory &memory);
void useUsualKeys(const QString &act, DeskMemory &memory);
[[nodiscard]] bool hasUsualKeys(const QString &act, const DeskMemory &memory);
/// The act that has this key already where @p act works; an empty id: none.
KeyAct takenBy(const QKeySequence &key, const QString &act, const DeskMemory &memory);

/// "Ctrl+D, F9", as it is shown.
QString shownKeys(const QList<QKeySequence> &keys);
/// The key that was pressed, number pad or not, as the table writes it.
QKeySequence pressedKey(const QKeyEvent &event);

/// A shortcut with the keys of an act, which follows when the user chooses others.
class ActShortcut : public QShortcut
{
public:
    /// @param memory outlives the shortcut; @param own as in keysOf()
    ActShortcut(const QString &act, const DeskMemory &memory, QWidget *parent,
        Qt::ShortcutContext context = Qt::WidgetWithChildrenShortcut, const QKeySequence &own = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeKeys();
    const QString m_act;
    const QKeySequence m_own;
    const DeskMemory &m_memory;
};

/// Sent to every widget when keys were chosen, as QEvent::LanguageChange is for the language.
QEvent::Type keysChangedEvent();
void tellKeysChanged();

} // namespace kp
