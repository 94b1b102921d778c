// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a real profile in a temporary folder, and hands to work it with.
#pragma once

#include "app/desktop/desktop.h"
#include "ui/shell/workbench.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gui
{

using namespace Qt::StringLiterals;
using namespace kp;

/// Answers every question at once and remembers what was asked.
class TestDoors final : public Doors
{
public:
    void ask(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        asked.append(question);
        if (question.noted)
            question.noted(note);
        answer(accepts);
    }
    void pickFile(QWidget *, const FileWish &wish, std::function<void(QString)> answer) override
    {
        wishes.append(wish);
        answer(path);
    }
    void pickPrinter(QWidget *, const QString &, std::function<void(std::shared_ptr<QPrinter>)> answer) override
    {
        answer(printer);
    }
    bool accepts = true;
    QString note; ///< what is written with an answer
    QString path;
    std::shared_ptr<QPrinter> printer; ///< null: nothing is printed
    QList<Question> asked;
    QList<FileWish> wishes;
};

/// A desk on which somebody practises. The profile stays in its folder while the window is closed and opened again.
class TestDesk
{
public:
    TestDesk();
    /// Over a profile that stays when the desk goes. @param password of the account; empty: there is none yet
    TestDesk(const QString &folder, const QString &password);
    ~TestDesk();
    /// Opens the window; a desk has one at a time.
    void open(const QString &language = u"en"_s, Scheme scheme = Scheme::Light);
    void close();
    /// Through the first-run wizard to the workbench, by keyboard.
    void setUp();
    /// By keyboard, after the window was opened again.
    void signIn();

    [[nodiscard]] desktop::Desktop &desktop() { return *m_desktop; }
    [[nodiscard]] MainWindow &window() { return m_desktop->window(); }
    [[nodiscard]] Office &office() { return *window().office(); }
    [[nodiscard]] TestDoors &doors() { return *m_doors; }
    template<class Page>
    [[nodiscard]] bool shows()
    {
        return window().workbench() != nullptr && qobject_cast<Page *>(window().workbench()->currentPage()) != nullptr;
    }
    /// The page in front; it must be of this class.
    template<class Page>
    [[nodiscard]] Page &page()
    {
        auto *page = shows<Page>() ? qobject_cast<Page *>(window().workbench()->currentPage()) : nullptr;
        if (page == nullptr)
            qFatal("another page is in front");
        return *page;
    }
    /// Asks something of the practice platform's control interface: "red" is /control/red.
    void control(const QString &what, const QByteArray &wish);
    /// Orders the practice platform to misbehave: a plan as /control/faults takes it.
    void misbehave(const QByteArray &plan) { control(u"faults"_s, plan); }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] const QString &password() const { return m_password; }

private:
    void waitForWorkbench();
    QTemporaryDir m_folder;
    QString m_stays; ///< instead of the temporary folder
    QString m_password;
    TestDoors *m_doors = nullptr; ///< the window's
    std::unique_ptr<desktop::Desktop> m_desktop;
};

/// Types into whatever has the focus, as an input method does it.
void type(const QString &text);
void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Saves a picture of the window when the environment says where (KP_SHOTS).
void shoot(QWidget &window, const QString &name);

} // namespace gui
