// SPDX-License-Identifier: GPL-3.0-or-later
// Captions and values one below the other, under headings: what is said of one thing.
#pragma once

#include "ui/kit/theme.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace kp
{

class FactList : public QScrollArea
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    /// Takes away all that is there.
    void begin();
    void addSection(const QString &title);
    /// Nothing when the value is empty.
    void addFact(const QString &caption, const QString &value, bool code = false);
    /// What happened: a badge and when, and what was said of it.
    void addEvent(const QString &word, Tone tone, const QString &when, const QString &text);
    /// Shows what was added.
    void end();

private:
    QWidget *m_holder = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace kp
