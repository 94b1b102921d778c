// SPDX-License-Identifier: GPL-3.0-or-later
// A form over a described record.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/schemas.h"
#include "ui/kit/field_editor.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

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
    /// Back to what its description says when @p readOnly is false.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void lookUpAsked();

private:
    void addLookUp(const FieldTraits &traits);

    FieldEditor *m_editor;
    QToolButton *m_lookUp = nullptr; ///< where the field has one
    const bool m_alwaysReadOnly;
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
    [[nodiscard]] FieldTexts texts() const;
    /// Fields that @p texts does not name become empty.
    void setTexts(const FieldTexts &texts);
    /// For looking only; false: as described.
    void setReadOnly(bool readOnly);
    /// Shows the findings whose field is in this form, and takes away all others.
    void setFindings(const QList<Finding> &findings);
    /// Puts the focus there; false when the form has no such field.
    bool focusField(const QString &key);
    /// The field after (or before) the one that has the focus gets it; false when there is none.
    bool focusNext(bool backwards = false);

Q_SIGNALS:
    void edited(const QString &key);
    void committed(const QString &key);
    void lookUpAsked(const QString &key);

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

/// The record as a form shows it.
template<class T>
FieldTexts textsOf(const T &record)
{
    FieldTexts texts;
    for (const Field<T> &field : schema<T>().fields)
        texts.insert(QString::fromLatin1(field.key), field.text(record));
    return texts;
}

/// Fills the form from a record.
template<class T>
void fill(Form &form, const T &record)
{
    form.setTexts(textsOf(record));
}

/// "Quantity is not a number.": what is said of a text that has not the form of its field.
QString notOfTheForm(const QString &label, FieldKind kind);

/// Reads texts into a record; findings for those that have not the form of their field (it keeps the record's value).
template<class T>
QList<Finding> read(const FieldTexts &texts, T &record)
{
    QList<Finding> findings;
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        const Field<T> *field = schema<T>().find(it.key());
        if (!field->parse(record, it.value()))
            findings.append({Severity::Error, it.key(), -1, notOfTheForm(fieldLabel(field->label), field->kind)});
    }
    return findings;
}

/// The same from what stands in a form.
template<class T>
QList<Finding> read(const Form &form, T &record)
{
    return read(form.texts(), record);
}

} // namespace kp
