// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/catalogue.h"

#include <QFrame>

class QToolButton;

namespace kp
{

class DeskMemory;

/// The pages the user may open, by area; folds to icons.
class Navigation : public QFrame
{
    Q_OBJECT
public:
    Navigation(const QList<PageEntry> &pages, DeskMemory &memory, QWidget *parent = nullptr);
    void showCurrent(const QString &page);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

Q_SIGNALS:
    void chosen(const QString &page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DeskMemory &m_memory;
    bool m_folded = false;
    QList<QWidget *> m_headings;
    QList<QToolButton *> m_buttons;
    QToolButton *m_fold = nullptr;
};

} // namespace kp
