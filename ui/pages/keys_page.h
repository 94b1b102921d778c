// SPDX-License-Identifier: GPL-3.0-or-later
// 快捷键: every key of the window, and others for whoever wants them.
#pragma once

#include "ui/kit/keys.h"
#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace kp
{

class Banner;

class KeysPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPage(Office &office, QWidget *parent = nullptr);
    [[nodiscard]] Banner *banner() const { return m_banner; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fill();
    void showRow(int row);
    void listen(bool adding);
    void take(const QKeySequence &key);
    void give(const QKeySequence &key, const QString &from);
    void reset();
    void resetAll();
    void changed();
    [[nodiscard]] const KeyAct *chosen() const;

    Office &m_office;
    const QList<KeyAct> m_acts;
    Banner *m_banner;
    QTableWidget *m_table;
    QLabel *m_prompt;
    QPushButton *m_change;
    QPushButton *m_add;
    QPushButton *m_none;
    QPushButton *m_usual;
    QPushButton *m_allUsual;
    bool m_listening = false; ///< the next key is the one that is chosen
    bool m_adding = false;    ///< beside those there are
};

} // namespace kp
