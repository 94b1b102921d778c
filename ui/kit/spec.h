// SPDX-License-Identifier: GPL-3.0-or-later
// A regular page, described as data. The language is kept small on purpose: what needs more than this is a page written
// by hand, which may still use the parts of the kit.
#pragma once

#include "core/base/money.h"
#include "core/domain/access.h"
#include "core/domain/schema.h"
#include "ui/kit/icons.h"

#include <QKeySequence>
#include <QMap>
#include <QPointer>
#include <QString>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace kp
{

class RowSource;

/// A record as forms and files see it: the plain texts of its fields (Field::text) by key.
using FieldTexts = QMap<QString, QString>;

/// One entry of a closed list: the code that is stored and the word people read. A tone makes it a badge.
struct Word {
    QString code;
    QString text;
    std::optional<Tone> tone = {};
};

/// How a value is shown beyond what its kind says.
enum class Face {
    Plain,
    Code,    ///< fixed width, in lists as in forms: tax numbers, classification codes, accounts
    Grouped, ///< fixed width, grouped by four on display only: invoice numbers, which nobody types
    Day,     ///< a time without its hours
};

struct ColumnSpec {
    QString key; ///< key of the field in its schema; also what sorting and totals name
    QString label;
    FieldKind kind = FieldKind::Text;
    Face face = Face::Plain;
    int width = 120; ///< px
    bool sortable = true;
    bool total = false;     ///< money that the status row adds up over the selection
    bool shown = true;      ///< until the clerk chooses otherwise
    QList<Word> words = {}; ///< for FieldKind::Choice
};

struct FilterSpec {
    enum class Kind {
        Choice, ///< one word of the list, or all
        Period, ///< two days, with presets
        Text,
        Flag,
    };
    QString key;
    QString label;
    Kind kind = Kind::Text;
    QList<Word> words = {};
};

/// What a list is asked for. Values are text: a choice's code, "1" for a flag, the typed text; a period "issuedAt" has
/// the keys "issuedAt.from" and "issuedAt.to" (yyyy-MM-dd, both inclusive). What is absent is not filtered.
struct ListQuery {
    QString search;
    QMap<QString, QString> values;
    QString sortKey; ///< empty: the source's own order
    bool descending = false;

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

/// Which rows a command is about.
struct ListSelection {
    bool everything = false; ///< all that the query finds; then ids is empty
    QList<qint64> ids;       ///< in the order of the list as far as it is known

    [[nodiscard]] bool isEmpty() const { return !everything && ids.isEmpty(); }
    [[nodiscard]] bool isSingle() const { return !everything && ids.size() == 1; }
    friend bool operator==(const ListSelection &, const ListSelection &) = default;
};

/// What a command sees when it is offered and when it runs.
struct CommandContext {
    ListSelection selection = {};
    ListQuery query = {};
    qint64 found = 0;            ///< rows that the query finds
    bool settled = true;         ///< false while ids of a long selection are on their way
    QPointer<QWidget> page = {}; ///< parent for dialogs
    QString note = {};           ///< what was written when it was asked about
};

/// Something a person can do: a button, an entry of a menu, a key.
struct Command {
    QString id; ///< "invoice.issue": object name, and key of a remapped shortcut
    QString text;
    Icon icon = Icon::None;
    QKeySequence shortcut = {};
    std::optional<Permission> needs = {};
    bool primary = false; ///< one a page
    /// What is asked once before a destructive act, naming the thing; empty: nothing is asked.
    std::function<QString(const CommandContext &)> question = {};
    QString note = {}; ///< label of a line that may be written when it is asked; empty: there is none
    /// Why it can not be done now, for the tooltip; empty: it can.
    std::function<QString(const CommandContext &)> whyDisabled = {};
    std::function<void(const CommandContext &)> run = {};
};

struct ListSpec {
    QString key; ///< "invoices": object name, and where order and widths are remembered
    QString title;
    QList<ColumnSpec> columns;
    QList<FilterSpec> filters = {};
    QString searchHint = {}; ///< what the search field finds; empty: no search field
    QList<Command> commands = {};
    QString open = {};      ///< id of the command that Enter and a double click run
    QString emptyText = {}; ///< what belongs here
    QString firstStep = {}; ///< id of the command an empty list offers
    ListQuery initial = {};
    QStringList tables = {}; ///< whose change makes the list ask again
    std::shared_ptr<RowSource> source = {};
};

struct FormField {
    QString key;
    bool required = false;
    bool readOnly = false;
    int span = 1;      ///< columns of the form
    int lines = 1;     ///< of text; more than one makes a box
    QString hint = {}; ///< an example, shown while it is empty
    Face face = Face::Plain;
    QList<Word> words = {}; ///< choices, or proposed rates ("0.13")
    bool many = false;      ///< several of the words, in an order of one's own
    bool lookUp = false;    ///< F7 and a button beside it look its value up
};

struct FormGroup {
    QString title;
    QList<FormField> fields;
};

struct FormSpec {
    QList<FormGroup> groups;
    int columns = 2;
};

/// A command is offered when the actor holds the right and nothing else speaks against it; else the reason why not.
QString whyNot(const Command &command, const Actor &actor, const CommandContext &context);

/// The words "all codes of a closed list": wordsOf(invoiceKinds(), …).
template<class Range, class CodeOf, class TextOf>
QList<Word> wordsOf(const Range &range, CodeOf codeOf, TextOf textOf)
{
    QList<Word> words;
    for (const auto &entry : range)
        words.append({QString::fromLatin1(codeOf(entry)), textOf(entry)});
    return words;
}

} // namespace kp
