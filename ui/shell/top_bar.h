// SPDX-License-Identifier: GPL-3.0-or-later
// Above the pages: for which company, with what stock, how the platform answers, who works here.
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace kp
{

class Badge;
class Office;
class Preferences;

class TopBar : public QFrame
{
    Q_OBJECT
public:
    TopBar(Office &office, Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void searchAsked();
    void keysAsked();
    void signOutAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCompanies();
    void showStock();
    void showLink();
    QMenu *makeMenu();
    void addSchemes(QMenu *menu);
    void addLanguages(QMenu *menu);
    void addScales(QMenu *menu);

    Office &m_office;
    Preferences &m_preferences;
    QComboBox *m_companies;
    QLabel *m_credit;
    QLabel *m_numbers;
    Badge *m_link;
    QToolButton *m_search;
    QToolButton *m_user;
};

/// 演练模式: a band that can not be overlooked, over the whole width, while the company is one to practise with.
class PracticeBand : public QFrame
{
    Q_OBJECT
public:
    explicit PracticeBand(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_text;
};

} // namespace kp
