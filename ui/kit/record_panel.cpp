// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/record_panel.h"

#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/form.h"
#include "ui/kit/futures.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/texts.h"

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
    : PanelFrame(u"record"_s, 3, parent)
    , m_spec(spec)
    , m_desk(desk)
    , m_scroll(scrolling(this))
    , m_form(new Form(spec.form, spec.traits, m_scroll->widget()))
    , m_close(addClose())
    , m_edit(addButton(u"record.change"_s, KitText::tr("Edit")))
    , m_saveNext(addButton(u"record.saveNext"_s, KitText::tr("Save and next")))
    , m_save(addButton(u"record.save"_s, KitText::tr("Save")))
{
    setProperty("card", true);
    m_save->setProperty("role", u"primary"_s);
    m_save->setToolTip(
        KitText::tr("Save (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_saveNext->setToolTip(KitText::tr("Save and go on with the next one (Ctrl+Enter)"));
    auto *fields = new QVBoxLayout(m_scroll->widget()); // the fields keep together at the top
    fields->setContentsMargins(0, 0, 0, 0);             // in line with the buttons
    fields->addWidget(m_form);
    fields->addStretch(1);
    m_form->setAutoFillBackground(false);
    content()->addWidget(m_scroll);
    setFocusProxy(m_close); // of a record that is only looked at
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
    connect(this, &PanelFrame::closeAsked, this, [this] { leave(this, m_desk.doors, [this] { close(); }); });
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
    banner()->dismiss();
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
        if (answer) {
            take(*answer);
            return;
        }
        banner()->showFault(answer.fault());
        if (m_mode != Mode::View)
            giveKeyboard(m_close);
    });
}

void RecordPanel::take(const FieldTexts &texts)
{
    m_loaded = texts;
    m_form->setTexts(texts);
    m_before = m_form->texts();
    if (m_mode == Mode::View)
        return;
    giveKeyboard(m_form->editor(m_form->keys().constFirst()));
}

void RecordPanel::showMode()
{
    const bool viewing = m_mode == Mode::View;
    setTitle((viewing                ? KitText::tr("View %1")
              : m_mode == Mode::Edit ? KitText::tr("Edit %1")
                                     : KitText::tr("New %1"))
                 .arg(m_spec.noun));
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

QString RecordPanel::unsaved() const
{
    return isOpen() && m_mode != Mode::View && m_form->texts() != m_before ? m_spec.noun : QString();
}

void RecordPanel::giveUp()
{
    m_before = m_form->texts();
}

void RecordPanel::close()
{
    if (!isOpen())
        return;
    ++m_asked;
    setBusy(false);
    hide();
    Q_EMIT closed();
}

void RecordPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_form->isAncestorOf(QApplication::focusWidget())) {
        PanelFrame::keyPressEvent(event);
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
    banner()->dismiss();
    m_handedIn = QApplication::focusWidget(); // a button loses the keyboard while it can not be pressed
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
    if (answer.ok() && !hasErrors(answer->findings)) {
        giveUp(); // what stands in the form is what is stored
        Q_EMIT saved(answer->id, andNext);
        return;
    }
    if (m_handedIn != nullptr && isAncestorOf(m_handedIn))
        giveKeyboard(m_handedIn);
    if (answer.ok())
        showErrors(answer->findings);
    else
        banner()->showFault(answer.fault());
}

/// All that is wrong, the keyboard at the first of it.
void RecordPanel::showErrors(const QList<Finding> &findings)
{
    for (const QString &key : m_form->keys())
        m_touched.insert(key);
    showFindings(findings, true);
    QStringList elsewhere;
    QString first;
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Error)
            continue;
        if (!m_form->keys().contains(finding.field))
            elsewhere.append(finding.text);
        else if (first.isEmpty())
            first = finding.field;
    }
    if (!elsewhere.isEmpty())
        banner()->show({.tone = Tone::Error, .text = inOneLine(elsewhere)});
    if (!first.isEmpty())
        giveKeyboard(m_form->editor(first));
}

} // namespace kp
