// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of codes to choose one from, by keyboard: typing searches, arrows move, Enter takes.
#pragma once

#include <QAbstractItemModel>
#include <QFrame>

class QLabel;
class QLineEdit;
class QTreeView;

namespace kp
{

struct TreeEntry {
    QString code;
    QString parent; ///< code of the entry it hangs from; empty: a root
    QString name;
    QString shortName = {};
    QString note = {};     ///< shown last: the rate
    QString words = {};    ///< searched, not shown
    bool choosable = true; ///< false: it only holds others
};

/// The tree while nothing is searched for; else the entries found, best first, each with the way to it.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { CodeColumn, NameColumn, ShortNameColumn, NoteColumn, columns };
    static constexpr int mostFound = 200;

    explicit TreeModel(QObject *parent = nullptr);
    /// @param entries parents before their children
    void setEntries(QList<TreeEntry> entries);
    void search(const QString &text);
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] const TreeEntry *entry(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &code) const; ///< in the tree

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Place {
        int parent = -1;
        int row = 0;
        QList<int> children;
    };
    [[nodiscard]] QString wayTo(int entry) const;

    QList<TreeEntry> m_entries;
    QList<Place> m_places; ///< by entry
    QList<int> m_roots;
    QHash<QString, int> m_byCode;
    QList<int> m_found;
    bool m_searching = false;
};

/// How well an entry fits what is searched for: 0 not at all, the higher the better.
int fitOf(const TreeEntry &entry, const QString &foldedText);

/// Opens under a field; closes when something was taken, on Esc, or when the person clicks elsewhere.
class TreePicker : public QFrame
{
    Q_OBJECT
public:
    explicit TreePicker(const QString &title, QWidget *parent = nullptr);
    void setEntries(const QList<TreeEntry> &entries);
    /// @param code the present choice, which is shown; @param search what is searched for at once
    void openUnder(QWidget *anchor, const QString &code, const QString &search = {});

Q_SIGNALS:
    void taken(const kp::TreeEntry &entry);

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void showCurrent();
    void take();
    [[nodiscard]] bool unfolds(int key);

    TreeModel *m_model;
    QLineEdit *m_edit;
    QTreeView *m_tree;
    QLabel *m_about;
};

} // namespace kp

Q_DECLARE_METATYPE(kp::TreeEntry)
