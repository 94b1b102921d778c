// SPDX-License-Identifier: GPL-3.0-or-later
// A form over a described record.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/schemas.h"
#include "ui/kit/field_editor.h"

#include <QHash>
#include <QWidget>

class QLabel;

namespace kp
{

/// A label, its editor, and what a check has to say about it.
class FieldBox : public QWidget
{
    Q_OBJECT
public:
    FieldBox(const FieldTraits &traits, const FormField &field, QWidget *parent = nullptr);
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }
    void setFinding(const Finding *finding); ///< nullptr: none

private:
    FieldEditor *m_editor;
    QLabel *m_finding;
};

class Form : public QWidget
{
    Q_OBJECT
public:
    Form(const FormSpec &spec, const QList<FieldTraits> &traits, QWidget *parent = nullptr);

    [[nodiscard]] QStringList keys() const { return m_keys; } ///< in visual order
    [[nodiscard]] FieldEditor *editor(const QString &key) const;
    [[nodiscard]] QString text(const QString &key) const;
    void setText(const QString &key, const QString &text);
    /// Shows the findings whose field is in this form, and takes away all others.
    void setFindings(const QList<Finding> &findings);
    /// Puts the focus there; false when the form has no such field.
    bool focusField(const QString &key);

Q_SIGNALS:
    void edited(const QString &key);
    void committed(const QString &key);

private:
    QStringList m_keys;
    QHash<QString, FieldBox *> m_boxes;
};

/// What the schema of T says about the fields of the form; a key that the schema does not know is a defect and asserts.
template<class T>
QList<FieldTraits> traitsOf(const FormSpec &spec)
{
    QList<FieldTraits> out;
    for (const FormGroup &group : spec.groups)
        for (const FormField &item : group.fields) {
            const Field<T> *field = schema<T>().find(item.key);
            Q_ASSERT(field != nullptr);
            out.append({item.key, fieldLabel(field->label), field->kind, field->limit});
        }
    return out;
}

/// Fills the form from a record.
template<class T>
void fill(Form &form, const T &record)
{
    for (const QString &key : form.keys())
        form.setText(key, schema<T>().find(key)->text(record));
}

/// "Quantity is not a number.": what is said of a text that has not the form of its field.
QString notOfTheForm(const QString &label, FieldKind kind);

/// Reads the form into a record; findings for the fields whose text has not their form (those keep the record's value).
template<class T>
QList<Finding> read(const Form &form, T &record)
{
    QList<Finding> findings;
    for (const QString &key : form.keys()) {
        const Field<T> *field = schema<T>().find(key);
        const T before = record;
        if (!field->parse(record, form.text(key))) {
            record = before;
            findings.append({Severity::Error, key, -1, notOfTheForm(fieldLabel(field->label), field->kind)});
        }
    }
    return findings;
}

} // namespace kp
