// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_model.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/form.h"
#include "ui/kit/texts.h"
#include "ui/kit/typed_text.h"

#include <algorithm>

namespace kp
{

/// Lines [first, first + before) become after, and back.
class LineModel::Replacement final : public QUndoCommand
{
public:
    Replacement(LineModel &model, int first, QList<GridLine> before, QList<GridLine> after, const QString &what)
        : QUndoCommand(what)
        , m_model(model)
        , m_first(first)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void redo() override { m_model.exchange(m_first, static_cast<int>(m_before.size()), m_after); }
    void undo() override { m_model.exchange(m_first, static_cast<int>(m_after.size()), m_before); }

private:
    LineModel &m_model;
    const int m_first;
    const QList<GridLine> m_before;
    const QList<GridLine> m_after;
};

LineModel::LineModel(std::shared_ptr<LineGrammar> grammar, QUndoStack *undo, QObject *parent)
    : QAbstractTableModel(parent)
    , m_grammar(std::move(grammar))
    , m_columns(m_grammar->columns())
    , m_undo(undo)
    , m_lines({GridLine{m_grammar->blank(), {}}})
{
}

int LineModel::columnOf(const QString &key) const
{
    const auto it =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const LineColumn &column) { return column.key == key; });
    return it == m_columns.end() ? -1 : static_cast<int>(it - m_columns.begin());
}

bool LineModel::isBlank(int row) const
{
    const GridLine &line = m_lines.at(row);
    return line.rejected.isEmpty() && m_grammar->isBlank(line.value);
}

QVariantList LineModel::values() const
{
    QVariantList out;
    for (int row = 0; row < m_lines.size(); ++row)
        if (!isBlank(row))
            out.append(m_lines.at(row).value);
    return out;
}

QVariantList LineModel::valuesAsTyped() const
{
    QVariantList out;
    for (int row = 0; row < m_lines.size(); ++row) {
        GridLine line = m_lines.at(row);
        if (m_typedCell.isValid() && m_typedCell.row() == row)
            put(line, m_typedCell.column(), m_typedText);
        if (!line.rejected.isEmpty() || !m_grammar->isBlank(line.value))
            out.append(line.value);
    }
    return out;
}

void LineModel::setTyped(const QModelIndex &cell, const QString &text)
{
    m_typedCell = cell;
    m_typedText = text;
    Q_EMIT typed();
}

void LineModel::endTyped()
{
    if (!m_typedCell.isValid())
        return;
    m_typedCell = QPersistentModelIndex();
    Q_EMIT typed();
}

int LineModel::rowOf(int line) const
{
    int filled = -1;
    for (int row = 0; row < m_lines.size(); ++row)
        if (!isBlank(row) && ++filled == line)
            return row;
    return -1;
}

int LineModel::lineOf(int row) const
{
    if (isBlank(row))
        return -1;
    int before = 0;
    for (int other = 0; other < row; ++other)
        before += isBlank(other) ? 0 : 1;
    return before;
}

void LineModel::load(const QVariantList &values)
{
    beginResetModel();
    m_lines.clear();
    m_findings.clear();
    for (const QVariant &value : values)
        m_lines.append(GridLine{value, {}});
    if (m_lines.isEmpty())
        m_lines.append(GridLine{m_grammar->blank(), {}});
    endResetModel();
    m_undo->clear();
    Q_EMIT changed();
}

void LineModel::replaceAll(const QVariantList &values, const QString &what)
{
    QList<GridLine> lines;
    for (const QVariant &value : values)
        lines.append(GridLine{value, {}});
    replace(0, static_cast<int>(m_lines.size()), lines, what);
}

QList<Finding> LineModel::rejections() const
{
    QList<Finding> out;
    int line = -1;
    for (int row = 0; row < m_lines.size(); ++row) {
        line += isBlank(row) ? 0 : 1;
        const auto &rejected = m_lines.at(row).rejected;
        for (auto it = rejected.constBegin(); it != rejected.constEnd(); ++it) {
            const LineColumn &column = m_columns.at(it.key());
            out.append({Severity::Error, column.key, line, notOfTheForm(column.label, column.kind)});
        }
    }
    return out;
}

void LineModel::setFindings(const QList<Finding> &findings)
{
    QList<int> rows;
    for (int row = 0; row < m_lines.size(); ++row)
        if (!isBlank(row))
            rows.append(row);
    m_findings.clear();
    for (const Finding &finding : findings) {
        const int column = columnOf(finding.field);
        if (column < 0 || finding.line < 0 || finding.line >= rows.size())
            continue;
        Finding &held = m_findings[{rows.at(finding.line), column}];
        if (held.text.isEmpty() || finding.severity == Severity::Error)
            held = finding;
    }
    Q_EMIT dataChanged(
        index(0, 0), index(rowCount() - 1, columnCount() - 1), {SeverityRole, Qt::ToolTipRole, Qt::DecorationRole});
}

void LineModel::insertLines(int at, const QVariantList &values)
{
    QList<GridLine> lines;
    for (const QVariant &value : values)
        lines.append(GridLine{value, {}});
    replace(at, 0, lines, KitText::tr("Add line"));
}

void LineModel::removeLines(int first, int n)
{
    const bool all = n == m_lines.size();
    replace(first, n, all ? QList<GridLine>{{m_grammar->blank(), {}}} : QList<GridLine>{}, KitText::tr("Remove line"));
}

void LineModel::putText(int row, int column, const QString &text)
{
    GridLine line = m_lines.at(row);
    if (text == plain(line, column))
        return; // going through a cell without changing it is no step of undo
    put(line, column, text);
    replace(row, 1, {line}, KitText::tr("Edit %1").arg(m_columns.at(column).label));
}

void LineModel::take(int row, int column, const Proposal &proposal)
{
    GridLine line = m_lines.at(row);
    line.rejected.remove(column);
    m_grammar->accept(line.value, column, proposal);
    replace(row, 1, {line}, KitText::tr("Edit %1").arg(m_columns.at(column).label));
}

/// Texts that the column does not understand stay in the cell, marked: nothing that was typed or pasted gets lost.
void LineModel::put(GridLine &line, int column, const QString &text) const
{
    const LineColumn &spec = m_columns.at(column);
    const QString plainText = plainFromTyped(spec.kind, spec.face, spec.words, text);
    if (m_grammar->put(line.value, column, plainText))
        line.rejected.remove(column);
    else
        line.rejected.insert(column, text);
}

/// The same for several cells of a line, which the grammar takes in one go.
void LineModel::put(GridLine &line, const QList<int> &columns, const QStringList &texts) const
{
    QList<CellText> cells;
    cells.reserve(texts.size());
    for (qsizetype i = 0; i < std::min(texts.size(), columns.size()); ++i) {
        const int column = columns.at(i);
        if (column < 0 || !m_grammar->isEditable(line.value, column))
            continue;
        const LineColumn &spec = m_columns.at(column);
        cells.append({column, plainFromTyped(spec.kind, spec.face, spec.words, texts.at(i)), texts.at(i)});
    }
    const QList<int> refused = m_grammar->putCells(line.value, cells);
    for (const CellText &cell : cells)
        if (refused.contains(cell.column))
            line.rejected.insert(cell.column, cell.typed);
        else
            line.rejected.remove(cell.column);
}

void LineModel::replace(int first, int n, const QList<GridLine> &with, const QString &what)
{
    if (n == 0 && with.isEmpty())
        return;
    m_undo->push(new Replacement(*this, first, m_lines.mid(first, n), with, what));
}

void LineModel::exchange(int first, int n, const QList<GridLine> &with)
{
    const int wanted = static_cast<int>(with.size());
    const int common = std::min(n, wanted);
    for (int i = 0; i < common; ++i)
        m_lines[first + i] = with.at(i);
    if (common > 0)
        Q_EMIT dataChanged(index(first, 0), index(first + common - 1, columnCount() - 1));
    if (wanted > n) {
        beginInsertRows({}, first + n, first + wanted - 1);
        m_lines.insert(first + n, wanted - n, GridLine{});
        std::copy(with.begin() + n, with.end(), m_lines.begin() + first + n);
        endInsertRows();
    } else if (wanted < n) {
        beginRemoveRows({}, first + wanted, first + n - 1);
        m_lines.remove(first + wanted, n - wanted);
        endRemoveRows();
    }
    if (wanted != n)
        m_findings.clear(); // they speak of other rows now; the page checks again on changed()
    Q_EMIT changed();
}

QString LineModel::plain(const GridLine &line, int column) const
{
    const auto rejected = line.rejected.constFind(column);
    return rejected != line.rejected.constEnd() ? *rejected : m_grammar->text(line.value, column);
}

QString LineModel::shown(const GridLine &line, int column) const
{
    const LineColumn &spec = m_columns.at(column);
    const QString text = plain(line, column);
    if (line.rejected.contains(column) || text.isEmpty())
        return text;
    for (const Word &word : spec.words)
        if (word.code == text)
            return word.text;
    if (spec.kind == FieldKind::Flag)
        return text == u'1' ? QString(u'✓') : QString();
    return shownText(spec.kind, spec.face, text);
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    const GridLine &line = m_lines.at(index.row());
    const LineColumn &column = m_columns.at(index.column());
    const bool rejected = line.rejected.contains(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown(line, index.column());
    case Qt::EditRole: // numbers without grouping, rates and choices as people write them
        return rejected || !isNumeric(column.kind) || column.kind == FieldKind::Rate ? shown(line, index.column())
                                                                                     : plain(line, index.column());
    case PlainRole:
        return plain(line, index.column());
    case UnderRole:
        return m_grammar->hasUnder(line.value) ? QVariant(m_grammar->under(line.value, index.column())) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column.kind));
    case Qt::FontRole:
        return column.face == Face::Code ? QVariant(codeFont()) : QVariant();
    case Qt::ForegroundRole:
        if (column.kind == FieldKind::Money && !rejected && plain(line, index.column()).startsWith(u'-'))
            return colors().error.ink;
        return m_grammar->isEditable(line.value, index.column()) ? QVariant() : QVariant(colors().muted);
    case Qt::BackgroundRole:
        return m_grammar->isEditable(line.value, index.column()) ? QVariant() : QVariant(colors().stripe);
    case SeverityRole:
        if (rejected)
            return static_cast<int>(Severity::Error);
        if (const auto it = m_findings.constFind({index.row(), index.column()}); it != m_findings.constEnd())
            return static_cast<int>(it->severity);
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (rejected)
            return notOfTheForm(column.label, column.kind);
        return m_findings.value({index.row(), index.column()}).text;
    default:
        return {};
    }
}

bool LineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole)
        return false;
    if (value.toString() != data(index, Qt::EditRole).toString())
        putText(index.row(), index.column(), value.toString());
    return true;
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole         ? QVariant(section + 1)
               : role == Qt::TextAlignmentRole ? QVariant(Qt::AlignCenter)
                                               : QVariant();
    if (role == Qt::DisplayRole)
        return m_grammar->heading(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(m_columns.at(section).kind));
    return {};
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plainCell = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return m_grammar->isEditable(m_lines.at(index.row()).value, index.column()) ? plainCell | Qt::ItemIsEditable
                                                                                : plainCell;
}

} // namespace kp
