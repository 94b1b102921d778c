// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace kp
{

/// All findings in one list, errors first; each leads to its field. Hidden while there is nothing to say.
class FindingsPanel : public QFrame
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);
    void show(const QList<Finding> &findings);
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

Q_SIGNALS:
    /// @param line index of the draft line, or -1
    void activated(const QString &field, int line);

private:
    QList<Finding> m_findings;
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace kp
