// SPDX-License-Identifier: GPL-3.0-or-later
// One confirmation form: where it stands, how much time is left, its lines, its history.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace kp
{

class Badge;
class Banner;
class CommandBar;
class FactList;
class RedLineModel;
class PracticePanel;
class RedLineTable;

class FormPage : public QWidget
{
    Q_OBJECT
public:
    FormPage(Office &office, RedFormId id, QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<RedForm> &form() const { return m_form; }
    [[nodiscard]] QString timeLeftText() const;

private:
    void build();
    void load();
    void ask();
    void show(const RedForm &form, const QList<store::RedFormStep> &history, const QString &opinion);
    void showFacts(const RedForm &form, const QList<store::RedFormStep> &history, const QString &opinion);
    void showTime();
    [[nodiscard]] PracticePanel *makePractice(PracticeSide &side);

    Office &m_office;
    const RedFormId m_id;
    std::optional<RedForm> m_form;
    bool m_asked = false; ///< the platform, for what the list does not tell
    QLabel *m_title;
    Badge *m_badge;
    CommandBar *m_commands = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_explanation;
    QLabel *m_time;
    QLabel *m_sums;
    RedLineModel *m_lines;
    RedLineTable *m_table;
    FactList *m_facts;
    QTimer *m_passing;
    PracticePanel *m_practice = nullptr; ///< in practice mode
};

} // namespace kp
