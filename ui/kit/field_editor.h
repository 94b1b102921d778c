// SPDX-License-Identifier: GPL-3.0-or-later
// One editor for each kind of field. Outside it speaks the plain text form of the schema (Field::text, Field::parse);
// inside it shows what people read: "1,234.50", "13%".
#pragma once

#include "core/domain/finding.h"
#include "ui/kit/spec.h"

#include <QWidget>

class QLineEdit;

namespace kp
{

/// What an editor must know of its field.
struct FieldTraits {
    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    int limit = 0; ///< characters; 0: none
};

class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] virtual QString text() const = 0; ///< plain text form; what was typed when it has not that form
    virtual void setText(const QString &text) = 0;  ///< does not emit edited()
    virtual void setReadOnly(bool readOnly) = 0;
    /// Marks the editor as wrong or doubtful, or as neither.
    void setSeverity(std::optional<Severity> severity);
    /// Other words to choose from, where the editor offers any.
    virtual void setWords(const QList<Word> &) {}
    /// The line edit inside, for completion; nullptr when there is none.
    [[nodiscard]] virtual QLineEdit *lineEdit() const { return nullptr; }

Q_SIGNALS:
    void edited();    ///< by the person, with each key
    void committed(); ///< Enter, or the focus left after a change

protected:
    using QWidget::QWidget;
    /// The widget that takes the focus and bears the mark.
    void setInner(QWidget *inner, const FieldTraits &traits);
    void dressAnew();
    /// The wheel scrolls the page; it must not change a value that lies under it by chance.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_inner = nullptr;
};

FieldEditor *makeEditor(const FieldTraits &traits, const FormField &field, QWidget *parent);

} // namespace kp
