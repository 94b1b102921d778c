// SPDX-License-Identifier: GPL-3.0-or-later
// The window: first start, signing in, and the workbench behind them.
#pragma once

#include "ui/shell/entrance.h"
#include "ui/shell/preferences.h"

#include <QWidget>

class QStackedWidget;

namespace kp
{

class Banner;
class EmptyState;
class SetupWizard;
class SignInPage;
class Workbench;

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    /// @param doors for questions and files; the window's own ones when null
    MainWindow(Entrance &entrance, Preferences &preferences, std::unique_ptr<Doors> doors = nullptr);
    ~MainWindow() override;

    /// Looks how far the profile is and shows the setting up or the signing in. @param practice on a new profile goes
    /// to practising at once
    void begin(bool practice);
    /// The texts are shown anew, in the language in force now; pages stay open.
    void retranslate();
    [[nodiscard]] Workbench *workbench() const { return m_workbench; }
    [[nodiscard]] Office *office() const { return m_office.get(); }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeEntry();
    /// In front, made when it is not there yet.
    SignInPage &signInPage();
    SetupWizard &setupWizard();
    void takeStanding(const Result<ProfileStanding> &standing);
    /// In place of an empty window: why the books can not be opened, and how to go on.
    void showTrouble(const Fault &fault);
    void showSignIn();
    void admit(const Actor &actor);
    void warnOfKeys(const Actor &actor, const ProfileStanding &standing);
    void enterKeys(const Actor &actor);
    void takeActor(const Actor &actor);
    void showWorkbench();
    void leaveDesk(const std::function<void()> &go);
    void signOut();

    Entrance &m_entrance;
    Preferences &m_preferences;
    std::unique_ptr<DeskMemory> m_memory; ///< of the user
    std::unique_ptr<Doors> m_givenDoors;
    std::unique_ptr<Doors> m_ownDoors; ///< remember the user's folders
    std::unique_ptr<Office> m_office;
    bool m_practice = false;
    QStackedWidget *m_stack;
    QWidget *m_entry = nullptr;
    QStackedWidget *m_entryPages = nullptr;
    EmptyState *m_trouble = nullptr;
    SignInPage *m_signIn = nullptr;
    SetupWizard *m_setup = nullptr;
    Workbench *m_workbench = nullptr;
};

} // namespace kp
