// SPDX-License-Identifier: GPL-3.0-or-later
// What a line grid must know of its lines. The page supplies it; the grid holds the lines as opaque values, so that
// undo can put back exactly what was there.
#pragma once

#include "core/domain/schemas.h"
#include "ui/kit/proposals.h"
#include "ui/kit/spec.h"

namespace kp
{

struct LineColumn {
    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    int width = 100; ///< px
    Face face = Face::Plain;
    bool editable = true;
    bool stretch = false; ///< takes what is left of the width
    QList<Word> words = {};
    int limit = 0;         ///< characters; 0: none
    bool proposes = false; ///< asks LineGrammar::proposals while typing
};

/// A text for a cell, as it is parsed and as it came.
struct CellText {
    int column = 0;
    QString plain;
    QString typed;
};

/// Values are plain text in and out (Field::text, Field::parse). All functions are quick: they run with each key.
class LineGrammar
{
public:
    virtual ~LineGrammar() = default;
    [[nodiscard]] virtual const QList<LineColumn> &columns() const = 0;
    /// The heading of a column, where it changes with something beside the lines (tax included or not).
    [[nodiscard]] virtual QString heading(int column) const { return columns().at(column).label; }
    /// The words of a column that fit one line; the column's own are all there are.
    [[nodiscard]] virtual QList<Word> words(const QVariant &line, int column) const
    {
        Q_UNUSED(line)
        return columns().at(column).words;
    }
    [[nodiscard]] virtual QVariant blank() const = 0;
    [[nodiscard]] virtual bool isBlank(const QVariant &line) const = 0;
    [[nodiscard]] virtual QString text(const QVariant &line, int column) const = 0;
    /// Puts a typed or pasted text into a line and lets the other cells of the line follow (quantity × price). False
    /// when the text has not the form of the column; the line is then unchanged and the grid keeps the text, marked.
    [[nodiscard]] virtual bool put(QVariant &line, int column, const QString &text) const = 0;
    /// The same for several cells, in their order. Columns whose text has not their form come back.
    [[nodiscard]] virtual QList<int> putCells(QVariant &line, const QList<CellText> &cells) const
    {
        QList<int> refused;
        for (const CellText &cell : cells)
            if (!put(line, cell.column, cell.plain))
                refused.append(cell.column);
        return refused;
    }
    /// Whether a second row stands under the line, as a discount does; it is read only.
    [[nodiscard]] virtual bool hasUnder(const QVariant &line) const
    {
        Q_UNUSED(line)
        return false;
    }
    [[nodiscard]] virtual QString under(const QVariant &line, int column) const
    {
        Q_UNUSED(line)
        Q_UNUSED(column)
        return {};
    }
    [[nodiscard]] virtual bool isEditable(const QVariant &line, int column) const
    {
        Q_UNUSED(line)
        return columns().at(column).editable;
    }
    [[nodiscard]] virtual QFuture<QList<Proposal>> proposals(const QVariant &line, int column, const QString &typed)
    {
        Q_UNUSED(line)
        Q_UNUSED(column)
        Q_UNUSED(typed)
        return {};
    }
    /// A proposal was taken in a cell: fills the cell and what belongs to it (code, rate, unit).
    virtual void accept(QVariant &line, int column, const Proposal &proposal) const
    {
        static_cast<void>(put(line, column, proposal.text));
    }
};

/// The grammar of a described record: texts and forms come from its schema. Columns that the schema does not know
/// (computed ones) are for a subclass to answer.
template<class T>
class RecordGrammar : public LineGrammar
{
public:
    explicit RecordGrammar(QList<LineColumn> columns)
        : m_columns(std::move(columns))
    {
        for (LineColumn &column : m_columns) {
            const Field<T> *field = schema<T>().find(column.key);
            m_fields.append(field);
            if (field != nullptr) {
                column.kind = field->kind;
                if (column.label.isEmpty())
                    column.label = fieldLabel(field->label);
                if (column.limit == 0)
                    column.limit = field->limit;
            }
        }
    }
    [[nodiscard]] const QList<LineColumn> &columns() const override { return m_columns; }
    [[nodiscard]] QVariant blank() const override { return QVariant::fromValue(T{}); }
    [[nodiscard]] bool isBlank(const QVariant &line) const override
    {
        static const T nothing{};
        return record(line) == nothing;
    }
    [[nodiscard]] QString text(const QVariant &line, int column) const override
    {
        const Field<T> *field = m_fields.at(column);
        return field == nullptr ? QString() : field->text(record(line));
    }
    [[nodiscard]] bool put(QVariant &line, int column, const QString &text) const override
    {
        T record = line.value<T>();
        if (!putField(record, column, text))
            return false;
        line = QVariant::fromValue(record);
        return true;
    }
    [[nodiscard]] QList<int> putCells(QVariant &line, const QList<CellText> &cells) const override
    {
        Q_ASSERT(line.metaType() == QMetaType::fromType<T>());
        T &record = *static_cast<T *>(line.data());
        QList<int> refused;
        for (const CellText &cell : cells)
            if (!putField(record, cell.column, cell.plain))
                refused.append(cell.column);
        return refused;
    }

protected:
    /// The record that a line of this grammar holds, in place: a copy for each painted cell would be felt.
    [[nodiscard]] static const T &record(const QVariant &line)
    {
        Q_ASSERT(line.metaType() == QMetaType::fromType<T>());
        return *static_cast<const T *>(line.constData());
    }
    /// Puts one text into the record and lets its other fields follow. False, and the record unchanged, when the text
    /// has not the form of the field.
    [[nodiscard]] virtual bool putField(T &record, int column, const QString &text) const
    {
        const Field<T> *field = m_fields.at(column);
        if (field == nullptr)
            return false;
        if (!field->parse(record, text))
            return false;
        settle(record, field->key);
        return true;
    }
    /// Called after @p key was set: lets other fields of the line follow.
    virtual void settle(T &record, const char *key) const
    {
        Q_UNUSED(record)
        Q_UNUSED(key)
    }

private:
    QList<LineColumn> m_columns;
    QList<const Field<T> *> m_fields; ///< by column; null for a computed one
};

} // namespace kp
