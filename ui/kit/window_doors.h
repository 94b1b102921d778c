// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"

namespace kp
{

/// The doors of the real window: a question as a window-modal sheet, files by the desktop's own picker. The folder last
/// used is remembered.
class WindowDoors final : public Doors
{
public:
    explicit WindowDoors(DeskMemory &memory)
        : m_memory(memory)
    {
    }
    void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer) override;
    void pickFile(QWidget *parent, const FileWish &wish, std::function<void(QString)> answer) override;
    void pickPrinter(
        QWidget *parent, const QString &title, std::function<void(std::shared_ptr<QPrinter> printer)> answer) override;

private:
    DeskMemory &m_memory;
};

} // namespace kp
