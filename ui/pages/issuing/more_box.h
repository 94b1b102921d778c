// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"
#include "core/domain/records.h"
#include "ui/pages/issuing/sheet_parts.h"

class QMenu;
class QPushButton;
class QToolButton;

namespace kp
{

class DraftFields;
class Office;
class PartGrid;

/// 附加要素 and 经办人: what few invoices have. Folded until it is needed.
class MoreBox final : public Ruled
{
    Q_OBJECT
public:
    MoreBox(Office &office, DraftFields &fields, QWidget *parent = nullptr);

    [[nodiscard]] PartGrid *elements() const { return m_elements; }
    void setOpen(bool open);

Q_SIGNALS:
    void edited();
    void failed(const kp::Fault &fault);

private:
    void addAgent(DraftFields &fields);
    /// 场景模板: its elements in their order, to be filled in.
    void offerScenes();
    void take(const QStringList &names);

    Office &m_office;
    QToolButton *m_fold;
    QWidget *m_inside;
    PartGrid *m_elements;
    QPushButton *m_scenes;
};

} // namespace kp
