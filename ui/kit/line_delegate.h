// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>
#include <QStyledItemDelegate>

namespace kp
{

class LineTable;
class ProposalPopup;

inline constexpr int lineRowPx = 32;
inline constexpr int underRowPx = 24; ///< of a second row

/// Edits the cells of a line grid in place and paints what findings say of them.
class LineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit LineDelegate(LineTable *table);
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Commits and closes the editor that is open, if there is one.
    void finish();
    /// Hands a committed text to the editor that has just been opened, unless it is there already.
    void receive(QInputMethodEvent &event);
    /// Opens the proposals of the editor that is open.
    void propose();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintUnder(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMarks(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    void paintRing(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    LineTable *m_table;
    mutable QPointer<QLineEdit> m_editor;
    mutable QPointer<ProposalPopup> m_popup;
};

} // namespace kp
