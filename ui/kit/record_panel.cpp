// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/record_panel.h"

#include "ui/kit/banner.h"
#include "ui/kit/form.h"
#include "ui/kit/futures.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Kit)
};

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *one = new QPushButton(text, parent);
    one->setObjectName(name);
    return one;
}

/// Around the fields. What is moved into a scroll area later comes last with the Tab key: the fields are made inside.
QScrollArea *scrolling(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(new QWidget(scroll->viewport()));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    return scroll;
}
} // namespace

// The children are made in their visual order: that is the tab order.
RecordPanel::RecordPanel(const RecordSpec &spec, const Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_spec(spec)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_banner(new Banner(this))
    , m_scroll(scrolling(this))
    , m_form(new Form(spec.form, spec.traits, m_scroll->widget()))
    , m_close(button(u"record.close"_s, Text::tr("Close"), this))
    , m_edit(button(u"record.change"_s, Text::tr("Edit"), this))
    , m_saveNext(button(u"record.saveNext"_s, Text::tr("Save and next"), this))
    , m_save(button(u"record.save"_s, Text::tr("Save"), this))
{
    setObjectName(u"record"_s);
    setProperty("card", true);
    m_title->setObjectName(u"record.title"_s);
    m_title->setFont(textFont(3, true));
    m_title->setTextFormat(Qt::PlainText);
    m_save->setProperty("role", u"primary"_s);
    m_save->setToolTip(Text::tr("Save (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_saveNext->setToolTip(Text::tr("Save and go on with the next one (Ctrl+Enter)"));
    m_close->setToolTip(Text::tr("Close (Esc)"));

    auto *fields = new QVBoxLayout(m_scroll->widget()); // the fields keep together at the top
    fields->setContentsMargins(0, 0, grid(1), 0);
    fields->addWidget(m_form);
    fields->addStretch(1);
    m_form->setAutoFillBackground(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid(1));
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_saveNext);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    column->setSpacing(grid(1));
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addLayout(buttons);
    addKeys();
    hide();
}

void RecordPanel::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence::Save, [this] { save(false); });
    key(Qt::CTRL | Qt::Key_Return, [this] { save(true); });
    key(Qt::CTRL | Qt::Key_Enter, [this] { save(true); });
    key(Qt::Key_Escape, [this] { leave([this] { close(); }); });
    connect(m_close, &QPushButton::clicked, this, [this] { leave([this] { close(); }); });
    connect(m_edit, &QPushButton::clicked, this, [this] { open(Mode::Edit, m_id); });
    connect(m_saveNext, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_form, &Form::committed, this, [this](const QString &field) {
        m_touched.insert(field);
        if (m_spec.committed && m_mode != Mode::View)
            m_spec.committed(*m_form, field);
        check();
    });
    connect(m_form, &Form::edited, this, &RecordPanel::check);
    connect(m_form, &Form::lookUpAsked, this, [this](const QString &field) {
        if (m_spec.lookUp)
            m_spec.lookUp(*m_form, field, m_form->editor(field));
    });
}

void RecordPanel::open(Mode mode, qint64 id)
{
    m_mode = mode;
    m_id = id;
    m_touched.clear();
    m_banner->dismiss();
    m_form->setFindings({});
    showMode();
    show();
    const quint64 asked = ++m_asked;
    if (mode == Mode::New) {
        take(m_spec.fresh);
        return;
    }
    setBusy(true);
    then(this, m_spec.acts.load(id), [this, asked](const Result<FieldTexts> &answer) {
        if (asked != m_asked)
            return;
        setBusy(false);
        if (answer)
            take(*answer);
        else
            m_banner->showFault(answer.fault());
    });
}

void RecordPanel::take(const FieldTexts &texts)
{
    m_loaded = texts;
    m_form->setTexts(texts);
    m_before = m_form->texts();
    if (m_mode == Mode::View)
        return;
    m_form->focusField(m_form->keys().constFirst());
}

void RecordPanel::showMode()
{
    const bool viewing = m_mode == Mode::View;
    m_title->setText((viewing                ? Text::tr("View %1")
                      : m_mode == Mode::Edit ? Text::tr("Edit %1")
                                             : Text::tr("New %1"))
                         .arg(m_spec.noun));
    setAccessibleName(m_title->text());
    m_form->setReadOnly(viewing);
    m_edit->setVisible(viewing && m_desk.actor.may(m_spec.manages));
    m_save->setVisible(!viewing);
    m_saveNext->setVisible(!viewing);
}

void RecordPanel::setBusy(bool busy)
{
    m_busy = busy;
    for (QPushButton *one : {m_edit, m_saveNext, m_save})
        one->setEnabled(!busy);
}

bool RecordPanel::hasUnsaved() const
{
    return isOpen() && m_mode != Mode::View && m_form->texts() != m_before;
}

void RecordPanel::leave(const std::function<void()> &go)
{
    if (!hasUnsaved()) {
        go();
        return;
    }
    m_desk.doors.ask(this,
        {.title = Text::tr("Discard what is not saved?"),
            .text = Text::tr("The %1 has changes that were not saved. They will be lost.").arg(m_spec.noun),
            .accept = Text::tr("Discard"),
            .destructive = true},
        [this, go](bool accepted) {
            if (!accepted)
                return;
            m_before = m_form->texts(); // asked once
            go();
        });
}

void RecordPanel::close()
{
    ++m_asked;
    setBusy(false);
    hide();
    Q_EMIT closed();
}

void RecordPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QFrame::keyPressEvent(event);
        return;
    }
    if (auto *pressed = qobject_cast<QPushButton *>(QApplication::focusWidget())) {
        pressed->click();
        return;
    }
    const bool backwards = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!m_form->focusNext(backwards) && !backwards)
        save(false);
}

void RecordPanel::check()
{
    if (m_spec.acts.check && m_mode != Mode::View)
        showFindings(m_spec.acts.check(m_form->texts()), false);
}

/// @param all also about fields the person has not come to yet
void RecordPanel::showFindings(const QList<Finding> &findings, bool all)
{
    QList<Finding> here;
    for (const Finding &finding : findings)
        if (all || m_touched.contains(finding.field))
            here.append(finding);
    m_form->setFindings(here);
}

void RecordPanel::save(bool andNext)
{
    if (m_mode == Mode::View || m_busy)
        return;
    // What is being typed in the field that has the focus counts too, and what follows from it.
    if (QWidget *focus = QApplication::focusWidget(); focus != nullptr && m_form->isAncestorOf(focus)) {
        focus->clearFocus();
        focus->setFocus();
    }
    m_banner->dismiss();
    setBusy(true);
    FieldTexts texts = m_loaded;
    texts.insert(m_form->texts());
    then(this, m_spec.acts.save(texts), [this, andNext, asked = m_asked](const Result<Saved> &answer) {
        if (asked != m_asked)
            return;
        setBusy(false);
        takeSaved(answer, andNext);
    });
}

void RecordPanel::takeSaved(const Result<Saved> &answer, bool andNext)
{
    if (!answer) {
        m_banner->showFault(answer.fault());
        return;
    }
    if (!hasErrors(answer->findings)) {
        m_before = m_form->texts();
        Q_EMIT saved(answer->id, andNext);
        return;
    }
    for (const QString &key : m_form->keys())
        m_touched.insert(key);
    showFindings(answer->findings, true);
    QString elsewhere;
    QString first;
    for (const Finding &finding : answer->findings) {
        if (finding.severity != Severity::Error)
            continue;
        if (!m_form->keys().contains(finding.field))
            elsewhere += (elsewhere.isEmpty() ? QString() : u" "_s) + finding.text;
        else if (first.isEmpty())
            first = finding.field;
    }
    if (!elsewhere.isEmpty())
        m_banner->show({.tone = Tone::Error, .text = elsewhere});
    m_form->focusField(first);
}

} // namespace kp
