// SPDX-License-Identifier: GPL-3.0-or-later
// 提交成功: the form that has just been applied for, and what comes next.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kp
{

class FactList;

class DonePanel : public QWidget
{
    Q_OBJECT
public:
    explicit DonePanel(Office &office, QWidget *parent = nullptr);
    void show(const RedForm &form);
    [[nodiscard]] RedFormId form() const { return m_id; }

Q_SIGNALS:
    void anotherAsked();

private:
    QPushButton *addButton(const QString &name, const QString &text);

    Office &m_office;
    RedFormId m_id;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_explanation;
    FactList *m_facts;
    QPushButton *m_open;
    QPushButton *m_issue;
    QPushButton *m_another;
};

} // namespace kp
