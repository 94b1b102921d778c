// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableWidget;
class QTimer;

namespace kp
{

/// A list that is searched while it is chosen from: the keyboard stays in the search, Up and Down go through the rows
/// (with Shift they add to what is chosen, where several may be), Enter takes, Esc goes back.
class SearchList : public QWidget
{
    Q_OBJECT
public:
    enum class Choice { One, Several };
    /// @param name object name; the parts are "<name>.search" and "<name>.list"
    SearchList(const QString &name, const QStringList &headings, Choice choice, QWidget *parent = nullptr);

    [[nodiscard]] QString typed() const;
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    void setRows(int count);
    /// What stands in the empty list.
    void setEmptyWords(const QString &words);
    void setCell(int row, int column, const QString &text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
    /// Chosen rows, first to last.
    [[nodiscard]] QList<int> chosen() const;
    /// Begins anew: nothing typed, the keyboard in the search.
    void begin();

Q_SIGNALS:
    /// What is typed has changed and rests, or it begins anew.
    void asked();
    void chosenChanged();
    void taken();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_search;
    QTableWidget *m_table;
    QLabel *m_empty;
    QTimer *m_rest;
};

} // namespace kp
