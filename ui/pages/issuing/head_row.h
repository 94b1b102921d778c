// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/domain/invoice.h"

#include "ui/kit/spec.h"

#include <QHash>
#include <QWidget>

namespace kp
{

class DraftFields;
class Office;

/// 征税方式, 业务类型, and the marks that only some invoices need: they are there when they are needed.
class HeadRow : public QWidget
{
    Q_OBJECT
public:
    HeadRow(Office &office, DraftFields &fields, QWidget *parent = nullptr);
    /// Shows what the draft needs.
    void follow(const InvoiceDraft &draft, const IssuingFacts &facts);

private:
    void add(const QString &key, const QList<Word> &words);
    void proposeBusinessTypes(Office &office);
    void setNeeded(const QString &key, bool needed);

    DraftFields &m_fields;
    QHash<QString, QWidget *> m_cells;
};

} // namespace kp
