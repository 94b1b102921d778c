// SPDX-License-Identifier: GPL-3.0-or-later
// What every page gets from the window around it: who sits here, the doors to questions and files, what is remembered.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace kp
{

struct Question {
    QString title;  ///< "Discard invoice 2544…0017?": names the thing
    QString text;   ///< what will happen, and what can not be undone
    QString accept; ///< the verb on the button: "Discard"
    bool destructive = false;
    QString note = {}; ///< label of a line that may be written with it; empty: there is none
    std::function<void(const QString &)> noted = {}; ///< takes what was written, before the answer
};

struct FileWish {
    enum class Kind { Open, Save, Folder };
    QString title;
    Kind kind = Kind::Open;
    QStringList filters = {}; ///< "Excel workbooks (*.xlsx)"
    QString suggestion = {};  ///< name proposed for a file to be written
};

/// The only ways to a modal window. They never block: the answer comes to the callback, or never when @p parent has
/// gone meanwhile. Tests put their own doors here.
class Doors
{
public:
    virtual ~Doors() = default;
    virtual void ask(QWidget *parent, const Question &question, std::function<void(bool accepted)> answer) = 0;
    /// The path is empty when nothing was picked.
    virtual void pickFile(QWidget *parent, const FileWish &wish, std::function<void(QString path)> answer) = 0;
    /// The printer, set up as the person wishes it, is null when nothing shall be printed.
    virtual void pickPrinter(
        QWidget *parent, const QString &title, std::function<void(std::shared_ptr<QPrinter> printer)> answer) = 0;
};

/// What the window remembers for a user: widths, folded parts, shortcuts. Never a secret, never a fact of the books.
class DeskMemory
{
public:
    virtual ~DeskMemory() = default;
    [[nodiscard]] virtual QByteArray read(const QString &key) const = 0; ///< empty when nothing is known
    virtual void write(const QString &key, const QByteArray &value) = 0;
};

/// Remembers until the program ends.
class ShortMemory final : public DeskMemory
{
public:
    [[nodiscard]] QByteArray read(const QString &key) const override { return m_values.value(key); }
    void write(const QString &key, const QByteArray &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QByteArray> m_values;
};

/// Outlives every page that refers to it.
struct Desk {
    Actor actor;
    Doors &doors;
    DeskMemory &memory;
    const Clock &clock;
};

} // namespace kp
