// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/field_editor.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/choices_editor.h"
#include "ui/kit/limit_counter.h"
#include "ui/kit/typed_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

void FieldEditor::setInner(QWidget *inner, const FieldTraits &traits)
{
    m_inner = inner;
    setFocusProxy(inner);
    inner->setObjectName(traits.key);
    inner->setAccessibleName(traits.label);
    inner->setFocusPolicy(Qt::StrongFocus);
    inner->installEventFilter(this);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(inner);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && qobject_cast<QPlainTextEdit *>(watched) == nullptr) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::setSeverity(std::optional<Severity> severity)
{
    m_inner->setProperty("severity", !severity ? QString() : *severity == Severity::Error ? u"error"_s : u"warning"_s);
    dressAnew();
}

/// The style sheet looks at a property only when it dresses a widget.
void FieldEditor::dressAnew()
{
    m_inner->style()->unpolish(m_inner);
    m_inner->style()->polish(m_inner);
}

namespace
{
constexpr int fieldPx = 30; ///< of a line edit, as the style sheet has it

/// One line of text or a number. A number is grouped while the focus is elsewhere.
class LineEditor final : public FieldEditor
{
public:
    LineEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_kind(traits.kind)
        , m_face(field.face)
        , m_edit(new QLineEdit(this))
    {
        setInner(m_edit, traits);
        m_edit->setPlaceholderText(field.hint);
        if (isNumeric(m_kind))
            m_edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (m_face == Face::Code)
            m_edit->setFont(codeFont());
        if (m_kind == FieldKind::Text && traits.limit > 0)
            new LimitCounter(m_edit, traits.limit);
        connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            showPlain(text());
            Q_EMIT committed();
        });
    }
    [[nodiscard]] QString text() const override { return plainFromTyped(m_kind, m_face, {}, m_edit->text()); }
    void setText(const QString &text) override { showPlain(text); }
    void setReadOnly(bool readOnly) override
    {
        m_edit->setReadOnly(readOnly);
        dressAnew();
    }
    [[nodiscard]] QLineEdit *lineEdit() const override { return m_edit; }

private:
    void showPlain(const QString &text)
    {
        // A code is typed and pasted without its groups; only numbers are grouped in the field itself.
        const QString shown = isNumeric(m_kind) ? shownText(m_kind, m_face, text) : text;
        if (m_edit->text() == shown)
            return;
        m_edit->setText(shown);
        if (!m_edit->hasFocus())
            m_edit->home(false); // a long text is read from its beginning
    }

    const FieldKind m_kind;
    const Face m_face;
    QLineEdit *m_edit;
};

class LinesEditor final : public FieldEditor
{
public:
    LinesEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_edit(new QPlainTextEdit(this))
        , m_limit(traits.limit)
    {
        setInner(m_edit, traits);
        m_edit->setPlaceholderText(field.hint);
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(field.lines * m_edit->fontMetrics().lineSpacing() + grid(2) + 2);
        if (m_limit > 0) {
            m_count = new QLabel(this);
            m_count->setFont(textFont(-2));
            m_count->setAlignment(Qt::AlignRight);
            layout()->addWidget(m_count);
            count();
        }
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            count();
            Q_EMIT edited();
        });
    }
    [[nodiscard]] QString text() const override { return m_edit->toPlainText(); }
    void setText(const QString &text) override
    {
        const QSignalBlocker quiet(m_edit);
        if (m_edit->toPlainText() != text)
            m_edit->setPlainText(text);
        count();
    }
    void setReadOnly(bool readOnly) override
    {
        m_edit->setReadOnly(readOnly);
        dressAnew();
    }

private:
    void count()
    {
        if (m_count != nullptr)
            showLimit(*m_count, m_edit->toPlainText().size(), m_limit);
    }
    QPlainTextEdit *m_edit;
    const int m_limit;
    QLabel *m_count = nullptr;
};

/// A choice of words; rates may also be typed.
class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_kind(traits.kind)
        , m_words(field.words)
        , m_box(new QComboBox(this))
    {
        setInner(m_box, traits);
        m_box->setEditable(m_kind == FieldKind::Rate);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        if (m_box->isEditable())
            m_box->setCompleter(nullptr); // "1" is a rate of its own, not the beginning of 13 %
        for (const Word &word : m_words)
            m_box->addItem(word.text, word.code);
        m_box->setCurrentIndex(-1);
        const auto chosen = [this] {
            Q_EMIT edited();
            Q_EMIT committed();
        };
        connect(m_box, &QComboBox::activated, this, chosen);
        if (QLineEdit *edit = m_box->lineEdit()) {
            edit->setAccessibleName(traits.label);
            edit->setPlaceholderText(field.hint);
            connect(edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
            connect(edit, &QLineEdit::editingFinished, this, [this] {
                setText(text());
                Q_EMIT committed();
            });
        }
    }
    [[nodiscard]] QString text() const override
    {
        return m_box->isEditable() ? plainFromTyped(m_kind, Face::Plain, m_words, m_box->currentText())
                                   : m_box->currentData().toString();
    }
    void setText(const QString &text) override
    {
        const QSignalBlocker quiet(m_box);
        const int index = m_box->findData(text);
        m_box->setCurrentIndex(index);
        if (index < 0 && m_box->isEditable())
            m_box->setEditText(shownText(m_kind, Face::Plain, text));
    }
    void setWords(const QList<Word> &words) override
    {
        const QString before = text();
        const QSignalBlocker quiet(m_box);
        m_words = words;
        m_box->clear();
        for (const Word &word : words)
            m_box->addItem(word.text, word.code);
        setText(before);
    }
    void setReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }
    [[nodiscard]] QLineEdit *lineEdit() const override { return m_box->lineEdit(); }

private:
    const FieldKind m_kind;
    QList<Word> m_words;
    QComboBox *m_box;
};

class FlagEditor final : public FieldEditor
{
public:
    FlagEditor(const FieldTraits &traits, QWidget *parent)
        : FieldEditor(parent)
        , m_box(new QCheckBox(traits.label, this))
    {
        setInner(m_box, traits);
        m_box->setMinimumHeight(fieldPx); // in line with the fields beside it
        connect(m_box, &QCheckBox::clicked, this, [this] {
            Q_EMIT edited();
            Q_EMIT committed();
        });
    }
    [[nodiscard]] QString text() const override { return m_box->isChecked() ? u"1"_s : u"0"_s; }
    void setText(const QString &text) override { m_box->setChecked(text == "1"_L1); }
    void setReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }

private:
    QCheckBox *m_box;
};

/// A day, or a day and a time, as it is read in China; nothing while it was never set.
class TimeEditor final : public FieldEditor
{
public:
    TimeEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_edit(new QDateTimeEdit(this))
    {
        setInner(m_edit, traits);
        // Wall-clock text in, wall-clock text out: a zone of the desk's own must not shift it.
        m_edit->setTimeSpec(Qt::UTC);
        m_edit->setDisplayFormat(field.face == Face::Day ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm:ss"_s);
        m_edit->setCalendarPopup(true);
        m_edit->setMinimumDate(QDate(2000, 1, 1));
        m_edit->setSpecialValueText(u"—"_s);
        connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &FieldEditor::edited);
        connect(m_edit, &QDateTimeEdit::editingFinished, this, &FieldEditor::committed);
    }
    [[nodiscard]] QString text() const override
    {
        const QDateTime shown = m_edit->dateTime();
        return shown == m_edit->minimumDateTime() ? QString() : shown.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }
    void setText(const QString &text) override
    {
        const QSignalBlocker quiet(m_edit);
        QDateTime wanted = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
        wanted.setTimeSpec(Qt::UTC);
        m_edit->setDateTime(wanted.isValid() ? wanted : m_edit->minimumDateTime());
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    QDateTimeEdit *m_edit;
};

} // namespace

FieldEditor *makeEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    if (traits.kind == FieldKind::Flag)
        editor = new FlagEditor(traits, parent);
    else if (field.many)
        editor = new ChoicesEditor(traits, field, parent);
    else if (traits.kind == FieldKind::Choice || (traits.kind == FieldKind::Rate && !field.words.isEmpty()))
        editor = new ChoiceEditor(traits, field, parent);
    else if (traits.kind == FieldKind::Time)
        editor = new TimeEditor(traits, field, parent);
    else if (field.lines > 1)
        editor = new LinesEditor(traits, field, parent);
    else
        editor = new LineEditor(traits, field, parent);
    editor->setReadOnly(field.readOnly);
    return editor;
}

} // namespace kp
