// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of a draft's head, wherever they stand on the sheet.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/invoice.h"
#include "ui/kit/field_editor.h"

#include <QHash>
#include <QObject>

namespace kp
{

class DraftFields : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// An editor for a field of Schema<InvoiceDraft>, to be placed by the caller.
    FieldEditor *add(const FormField &field, QWidget *parent);
    /// The same with its label before it.
    QWidget *addCell(const FormField &field, QWidget *parent);
    [[nodiscard]] FieldEditor *editor(const QString &key) const { return m_editors.value(key); }
    [[nodiscard]] static QString label(const QString &key);

    void fill(const InvoiceDraft &draft);
    /// Puts what the editors hold into the draft; fields without an editor stay.
    void read(InvoiceDraft &draft) const;
    void setFindings(const QList<Finding> &findings);
    /// Puts the focus there; false when no editor has the key.
    bool focusField(const QString &key);

Q_SIGNALS:
    void edited(const QString &key);

private:
    QHash<QString, FieldEditor *> m_editors;
};

} // namespace kp
