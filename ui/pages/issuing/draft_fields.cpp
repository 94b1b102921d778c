// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/draft_fields.h"

#include "core/domain/schemas.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace kp
{

namespace
{
const Field<InvoiceDraft> &fieldOf(const QString &key)
{
    const Field<InvoiceDraft> *field = schema<InvoiceDraft>().find(key);
    Q_ASSERT(field != nullptr);
    return *field;
}
} // namespace

QString DraftFields::label(const QString &key)
{
    return fieldLabel(fieldOf(key).label);
}

FieldEditor *DraftFields::add(const FormField &field, QWidget *parent)
{
    const Field<InvoiceDraft> &known = fieldOf(field.key);
    FieldEditor *editor = makeEditor({field.key, fieldLabel(known.label), known.kind, known.limit}, field, parent);
    m_editors.insert(field.key, editor);
    connect(editor, &FieldEditor::edited, this, [this, key = field.key] { Q_EMIT edited(key); });
    return editor;
}

QWidget *DraftFields::addCell(const FormField &field, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    auto *caption = new QLabel(label(field.key), cell);
    caption->setForegroundRole(QPalette::PlaceholderText);
    FieldEditor *made = add(field, cell);
    made->setMinimumWidth(grid(20));
    caption->setBuddy(made);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(caption);
    row->addWidget(made);
    return cell;
}

void DraftFields::fill(const InvoiceDraft &draft)
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        it.value()->setText(fieldOf(it.key()).text(draft));
}

void DraftFields::read(InvoiceDraft &draft) const
{
    // Texts and flags only: whatever an editor holds has the form of its field.
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        fieldOf(it.key()).parse(draft, it.value()->text());
}

void DraftFields::setFindings(const QList<Finding> &findings)
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        const Finding *worst = nullptr;
        for (const Finding &finding : findings)
            if (finding.line < 0 && finding.field == it.key() &&
                (worst == nullptr || finding.severity < worst->severity))
                worst = &finding;
        it.value()->setSeverity(worst == nullptr ? std::nullopt : std::optional(worst->severity));
        it.value()->setToolTip(worst == nullptr ? QString() : worst->text);
    }
}

bool DraftFields::focusField(const QString &key)
{
    FieldEditor *wanted = editor(key);
    if (wanted == nullptr)
        return false;
    wanted->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace kp
