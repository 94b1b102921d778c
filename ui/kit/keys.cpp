// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/keys.h"

#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct KeysText {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

struct Row {
    const char *id;
    KeyPlace place;
    const char *meaning;
    const char *usual; ///< as QKeySequence::listFromString reads them
};

// The number pad has Enter, + - * / beside its figures: what a clerk does between two figures is there too.
constexpr Row rows[] = {
    {"window.search", KeyPlace::Window, QT_TRANSLATE_NOOP("Keys", "Search pages, customers, items, invoices"),
        "Ctrl+K"},
    {"window.keys", KeyPlace::Window, QT_TRANSLATE_NOOP("Keys", "This card of keys"), "F1"},
    {"window.nextPage", KeyPlace::Window, QT_TRANSLATE_NOOP("Keys", "Next page"), "Ctrl+PgDown; Ctrl+Tab"},
    {"window.previousPage", KeyPlace::Window, QT_TRANSLATE_NOOP("Keys", "Previous page"), "Ctrl+PgUp; Ctrl+Shift+Tab"},
    {"window.closePage", KeyPlace::Window, QT_TRANSLATE_NOOP("Keys", "Close the page"), "Ctrl+W"},
    {"list.search", KeyPlace::List, QT_TRANSLATE_NOOP("Keys", "Search in the list"), "Ctrl+F"},
    {"list.refresh", KeyPlace::List, QT_TRANSLATE_NOOP("Keys", "Refresh"), "F5"},
    {"invoice.issue", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Issue the invoice"), "Ctrl+Return; Ctrl+Enter"},
    {"draft.keep", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Save the draft"), "Ctrl+S"},
    {"draft.new", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Another draft beside this one"), "Ctrl+T"},
    {"draft.close", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Close the draft"), "Ctrl+Shift+W"},
    {"draft.next", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Next draft"), "F6"},
    {"draft.previous", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Previous draft"), "Shift+F6"},
    {"draft.copyLast", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Copy the last invoice"), "F4"},
    {"draft.copyFrom", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Copy from an issued invoice"), "Ctrl+F4"},
    {"sheet.refresh", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Read credit, numbers and rates again"), "F5"},
    {"sheet.kind", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "The other invoice kind"), "F8"},
    {"sheet.price", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Prices with or without tax"), "F9"},
    {"sheet.discount", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Discount on the chosen lines"), "F10"},
    {"sheet.choose", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Choose from the items"), "F11"},
    {"sheet.import", KeyPlace::Sheet, QT_TRANSLATE_NOOP("Keys", "Import lines from a workbook"), "F12"},
    {"grid.next", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Next cell; after the last one a new line"),
        "Return; Enter"},
    {"grid.back", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Previous cell"), "Shift+Return; Shift+Enter"},
    {"grid.edit", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Edit the cell"), "F2"},
    {"grid.lookUp", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Look up what the field may hold"), "F7"},
    {"grid.copyAbove", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Copy the cell above"), "Ctrl+D; Ctrl+/"},
    {"grid.copyLine", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Copy the line"), "Ctrl+Shift+D"},
    {"grid.addLine", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Add a line"), "Ctrl+N; Ctrl+Ins; Ctrl++"},
    {"grid.removeLine", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Remove the line"), "Ctrl+Del; Ctrl+-"},
    {"grid.fillRemaining", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Fill in what is left of the wished total"),
        "=; Ctrl+*"},
    {"grid.clear", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Empty the cells"), "Del"},
    {"grid.copy", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Copy the cells"), "Ctrl+C"},
    {"grid.cut", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Cut the cells"), "Ctrl+X"},
    {"grid.paste", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Paste lines from a spreadsheet"), "Ctrl+V; Shift+Ins"},
    {"grid.undo", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Undo"), "Ctrl+Z"},
    {"grid.redo", KeyPlace::Grid, QT_TRANSLATE_NOOP("Keys", "Redo"), "Ctrl+Y; Ctrl+Shift+Z"},
};

constexpr auto none = "none"; ///< remembered for an act without a key; nothing remembered means the usual ones

QString memoryKey(const QString &act)
{
    return u"keys/"_s + act;
}

QList<QKeySequence> usualKeys(const QString &act)
{
    for (const Row &row : rows)
        if (act == QLatin1StringView(row.id))
            return QKeySequence::listFromString(QLatin1StringView(row.usual), QKeySequence::PortableText);
    return {};
}

/// Whether both places are before the same person at the same time.
bool meet(KeyPlace a, KeyPlace b)
{
    const auto isList = [](KeyPlace place) { return place == KeyPlace::List; };
    return a == b || a == KeyPlace::Window || b == KeyPlace::Window || isList(a) == isList(b);
}
} // namespace

QString label(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Window:
        return KeysText::tr("Everywhere");
    case KeyPlace::List:
        return KeysText::tr("In lists");
    case KeyPlace::Sheet:
        return KeysText::tr("When issuing");
    case KeyPlace::Grid:
        break;
    }
    return KeysText::tr("In lines");
}

QList<KeyAct> keyActs()
{
    QList<KeyAct> acts;
    for (const Row &row : rows) {
        const QString id = QString::fromLatin1(row.id);
        acts.append({id, row.place, KeysText::tr(row.meaning), usualKeys(id)});
    }
    return acts;
}

QList<QKeySequence> keysOf(const QString &act, const QKeySequence &own, const DeskMemory &memory)
{
    const QByteArray chosen = memory.read(memoryKey(act));
    if (chosen == none)
        return {};
    if (!chosen.isEmpty())
        return QKeySequence::listFromString(QString::fromUtf8(chosen), QKeySequence::PortableText);
    return own.isEmpty() ? usualKeys(act) : QList<QKeySequence>{own};
}

QList<QKeySequence> keysOf(const QString &act, const DeskMemory &memory)
{
    return keysOf(act, {}, memory);
}

void chooseKeys(const QString &act, const QList<QKeySequence> &keys, DeskMemory &memory)
{
    const QByteArray written = QKeySequence::listToString(keys, QKeySequence::PortableText).toUtf8();
    memory.write(memoryKey(act), keys.isEmpty() ? QByteArray(none) : written);
}

void useUsualKeys(const QString &act, DeskMemory &memory)
{
    memory.write(memoryKey(act), {});
}

bool hasUsualKeys(const QString &act, const DeskMemory &memory)
{
    return memory.read(memoryKey(act)).isEmpty();
}

KeyAct takenBy(const QKeySequence &key, const QString &act, const DeskMemory &memory)
{
    const QList<KeyAct> acts = keyActs();
    const auto own = std::find_if(acts.begin(), acts.end(), [&](const KeyAct &one) { return one.id == act; });
    for (const KeyAct &other : acts)
        if (own != acts.end() && other.id != act && meet(other.place, own->place) &&
            keysOf(other.id, memory).contains(key))
            return other;
    return {};
}

QString shownKeys(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const QKeySequence &key : keys)
        words.append(key.toString(QKeySequence::NativeText));
    // Enter of the number pad is the same to whoever reads the card.
    words.replaceInStrings(u"Return"_s, u"Enter"_s);
    words.removeDuplicates();
    return words.join(u", "_s);
}

QKeySequence pressedKey(const QKeyEvent &event)
{
    const QString text = event.text();
    // Some keyboards send a sign without a key of its own.
    const bool isBare = event.key() == 0 || event.key() == Qt::Key_unknown;
    const int key = isBare && text.size() == 1 && text[0].isPrint() && !text[0].isLetterOrNumber() ? text[0].unicode()
                    : isBare                                                                       ? 0
                                                                                                   : event.key();
    if (key == 0)
        return {};
    Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    // The sign itself tells that Shift was held: "+" is "Shift+=" on most keyboards and a key of its own on the pad.
    const bool isSign = key >= Qt::Key_Exclam && key <= Qt::Key_ydiaeresis && !(key >= Qt::Key_A && key <= Qt::Key_Z);
    if (isSign)
        held.setFlag(Qt::ShiftModifier, false);
    if (key == Qt::Key_Backtab)
        return QKeySequence(QKeyCombination(held | Qt::ShiftModifier, Qt::Key_Tab));
    return QKeySequence(QKeyCombination(held, static_cast<Qt::Key>(key)));
}

ActShortcut::ActShortcut(
    const QString &act, const DeskMemory &memory, QWidget *parent, Qt::ShortcutContext context, const QKeySequence &own)
    : QShortcut(parent)
    , m_act(act)
    , m_own(own)
    , m_memory(memory)
{
    setContext(context);
    setAutoRepeat(false);
    takeKeys();
    parent->installEventFilter(this);
}

void ActShortcut::takeKeys()
{
    setKeys(keysOf(m_act, m_own, m_memory));
}

bool ActShortcut::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == keysChangedEvent())
        takeKeys();
    return QShortcut::eventFilter(watched, event);
}

QEvent::Type keysChangedEvent()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

void tellKeysChanged()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(keysChangedEvent());
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace kp
