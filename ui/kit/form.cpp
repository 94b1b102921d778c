// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/form.h"

#include "ui/kit/texts.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QLabel *labelOf(const FieldTraits &traits, const FormField &field, QWidget *parent)
{
    // A check box bears its own label; an empty one keeps it in line with its neighbours.
    const QString text = traits.kind == FieldKind::Flag ? QString() : traits.label;
    auto *label = new QLabel(field.required ? text + u" *"_s : text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(textFont(-1));
    return label;
}
} // namespace

QString notOfTheForm(const QString &label, FieldKind kind)
{
    switch (kind) {
    case FieldKind::Money:
        return KitText::tr("%1 is not an amount with at most two decimals.").arg(label);
    case FieldKind::Decimal:
        return KitText::tr("%1 is not a number.").arg(label);
    case FieldKind::Whole:
        return KitText::tr("%1 is not a whole number.").arg(label);
    case FieldKind::Rate:
        return KitText::tr("%1 is not a rate, such as 13%.").arg(label);
    case FieldKind::Choice:
        return KitText::tr("%1 is not one of the choices.").arg(label);
    case FieldKind::Time:
        return KitText::tr("%1 is not a date such as 2026-01-31.").arg(label);
    case FieldKind::Flag:
    case FieldKind::Text:
        break;
    }
    return KitText::tr("%1 can not be read.").arg(label);
}

FieldBox::FieldBox(const FieldTraits &traits, const FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_editor(makeEditor(traits, field, this))
    , m_lookUp(field.lookUp ? new QToolButton(this) : nullptr)
    , m_alwaysReadOnly(field.readOnly)
    , m_finding(new QLabel(this))
{
    QLabel *label = labelOf(traits, field, this);
    label->setBuddy(m_editor);
    m_finding->setObjectName(traits.key + u".finding"_s);
    m_finding->setWordWrap(true);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->setFont(textFont(-1));
    m_finding->setVisible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_editor, 1);
    column->addLayout(row);
    column->addWidget(m_finding);
    column->addStretch(1);
    if (m_lookUp != nullptr) {
        addLookUp(traits);
        row->addWidget(m_lookUp);
    }
}

void FieldBox::addLookUp(const FieldTraits &traits)
{
    m_lookUp->setObjectName(traits.key + u".lookUp"_s);
    m_lookUp->setIcon(icon(Icon::Search));
    m_lookUp->setAccessibleName(KitText::tr("Look up: %1").arg(traits.label));
    m_lookUp->setToolTip(KitText::tr("Look up (F7)"));
    m_lookUp->setFocusPolicy(Qt::StrongFocus);
    auto *key = new QShortcut(Qt::Key_F7, m_editor, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    const auto ask = [this] {
        if (m_lookUp->isEnabled())
            Q_EMIT lookUpAsked();
    };
    connect(key, &QShortcut::activated, this, ask);
    connect(m_lookUp, &QToolButton::clicked, this, ask);
}

void FieldBox::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly || m_alwaysReadOnly);
    if (m_lookUp != nullptr)
        m_lookUp->setEnabled(!readOnly);
}

void FieldBox::setFinding(const Finding *finding)
{
    m_finding->setVisible(finding != nullptr);
    m_editor->setSeverity(finding == nullptr ? std::nullopt : std::optional(finding->severity));
    m_editor->setToolTip(finding == nullptr ? QString() : finding->text);
    // Spoken together with the field it is about.
    m_editor->focusProxy()->setAccessibleDescription(finding == nullptr ? QString() : finding->text);
    if (finding == nullptr)
        return;
    m_finding->setText(finding->text);
    QPalette palette = m_finding->palette();
    palette.setColor(
        QPalette::WindowText, finding->severity == Severity::Error ? colors().error.ink : colors().warning.ink);
    m_finding->setPalette(palette);
}

Form::Form(const FormSpec &spec, const QList<FieldTraits> &traits, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid(2));
    layout->setVerticalSpacing(grid(1));
    for (int column = 0; column < spec.columns; ++column)
        layout->setColumnStretch(column, 1);
    int row = 0;
    for (const FormGroup &group : spec.groups) {
        if (!group.title.isEmpty()) {
            auto *title = new QLabel(group.title, this);
            title->setFont(textFont(1, true));
            if (row > 0)
                layout->setRowMinimumHeight(row++, grid(1));
            layout->addWidget(title, row++, 0, 1, spec.columns);
        }
        int column = 0;
        for (const FormField &field : group.fields) {
            const auto known = std::find_if(
                traits.begin(), traits.end(), [&](const FieldTraits &one) { return one.key == field.key; });
            Q_ASSERT(known != traits.end());
            const int span = std::min(field.span, spec.columns);
            if (column + span > spec.columns) {
                column = 0;
                ++row;
            }
            auto *box = new FieldBox(*known, field, this);
            layout->addWidget(box, row, column, 1, span);
            column += span;
            m_keys.append(field.key);
            m_boxes.insert(field.key, box);
            connect(box->editor(), &FieldEditor::edited, this, [this, key = field.key] { Q_EMIT edited(key); });
            connect(box->editor(), &FieldEditor::committed, this, [this, key = field.key] { Q_EMIT committed(key); });
            connect(box, &FieldBox::lookUpAsked, this, [this, key = field.key] { Q_EMIT lookUpAsked(key); });
        }
        ++row;
    }
}

FieldEditor *Form::editor(const QString &key) const
{
    const FieldBox *box = m_boxes.value(key);
    return box == nullptr ? nullptr : box->editor();
}

QString Form::text(const QString &key) const
{
    return editor(key)->text();
}

void Form::setText(const QString &key, const QString &text)
{
    editor(key)->setText(text);
}

FieldTexts Form::texts() const
{
    FieldTexts texts;
    for (const QString &key : m_keys)
        texts.insert(key, text(key));
    return texts;
}

void Form::setTexts(const FieldTexts &texts)
{
    for (const QString &key : std::as_const(m_keys))
        setText(key, texts.value(key));
}

void Form::setReadOnly(bool readOnly)
{
    for (FieldBox *box : std::as_const(m_boxes))
        box->setReadOnly(readOnly);
}

void Form::setFindings(const QList<Finding> &findings)
{
    for (auto box = m_boxes.constBegin(); box != m_boxes.constEnd(); ++box) {
        const Finding *worst = nullptr;
        for (const Finding &finding : findings)
            if (finding.line < 0 && finding.field == box.key() &&
                (worst == nullptr || (worst->severity == Severity::Warning && finding.severity == Severity::Error)))
                worst = &finding;
        box.value()->setFinding(worst);
    }
}

bool Form::focusField(const QString &key)
{
    FieldEditor *wanted = editor(key);
    if (wanted == nullptr)
        return false;
    wanted->setFocus(Qt::OtherFocusReason);
    if (QLineEdit *edit = wanted->lineEdit())
        edit->end(false);
    return true;
}

bool Form::focusNext(bool backwards)
{
    const auto hasFocus = [this](const QString &key) {
        const QWidget *focus = QApplication::focusWidget();
        return focus != nullptr && m_boxes.value(key)->isAncestorOf(focus);
    };
    const auto here = std::find_if(m_keys.constBegin(), m_keys.constEnd(), hasFocus);
    const qsizetype at = here == m_keys.constEnd() ? -1 : here - m_keys.constBegin();
    for (qsizetype i = at + (backwards ? -1 : 1); i >= 0 && i < m_keys.size(); i += backwards ? -1 : 1)
        if (editor(m_keys.at(i))->focusProxy()->isEnabled())
            return focusField(m_keys.at(i));
    return false;
}

} // namespace kp
