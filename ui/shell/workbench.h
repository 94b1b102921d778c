// SPDX-License-Identifier: GPL-3.0-or-later
// The window of a signed-in user: navigation, top bar, pages as tabs.
#pragma once

#include "ui/pages/office.h"

#include <QWidget>

class QTabWidget;

namespace kp
{

class Banner;
class KeyCard;
class Navigation;
class PracticeBand;
class Preferences;
class QuickSearch;
class TopBar;

class Workbench : public QWidget
{
    Q_OBJECT
public:
    /// Which page is open, and about what.
    struct OpenPage {
        QString id;
        QString argument;
        friend bool operator==(const OpenPage &, const OpenPage &) = default;
    };

    Workbench(Office &office, Preferences &preferences, QWidget *parent = nullptr);

    /// Opens a page or goes to it when it is open.
    void open(const OpenPage &page);
    [[nodiscard]] QList<OpenPage> openPages() const { return m_open; }
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    [[nodiscard]] QWidget *currentPage() const;
    [[nodiscard]] Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void signOutAsked();

private:
    void build();
    void addKeys();
    void close(int index);
    void closePage(QWidget *page);
    void giveKeyboardToPage();
    void goBack(QWidget *page, const QString &otherwise);
    void showCompany();
    void closePagesOfThings();

    Office &m_office;
    TopBar *m_top;
    PracticeBand *m_practice;
    Navigation *m_navigation;
    Banner *m_banner;
    QTabWidget *m_tabs;
    QuickSearch *m_search;
    KeyCard *m_keys;
    QList<OpenPage> m_open;                         ///< by tab
    QHash<QWidget *, QPointer<QWidget>> m_cameFrom; ///< the page that was in front when it was opened
    CompanyId m_company;
};

} // namespace kp
