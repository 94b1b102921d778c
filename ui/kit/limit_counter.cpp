// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/limit_counter.h"

#include "ui/kit/theme.h"

#include <QEvent>
#include <QLineEdit>

namespace kp
{

using namespace Qt::StringLiterals;

void showLimit(QLabel &label, qsizetype used, int limit)
{
    label.setText(u"%1/%2"_s.arg(used).arg(limit));
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, used > limit ? colors().error.ink : colors().muted);
    label.setPalette(palette);
}

LimitCounter::LimitCounter(QLineEdit *edit, int limit)
    : QLabel(edit)
    , m_edit(edit)
    , m_limit(limit)
{
    setForegroundRole(QPalette::WindowText); // not that of the edit around it
    setFont(textFont(-2));
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &LimitCounter::follow);
    follow();
}

bool LimitCounter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::PaletteChange:
        follow();
        break;
    default:
        break;
    }
    return QLabel::eventFilter(watched, event);
}

void LimitCounter::follow()
{
    showLimit(*this, m_edit->text().size(), m_limit);
    const bool near = m_edit->text().size() * 10 > qsizetype(m_limit) * 8;
    setVisible(!m_edit->isReadOnly() && (m_edit->hasFocus() || near));
    const int width = sizeHint().width() + 4;
    setGeometry(m_edit->width() - width - 6, 0, width, m_edit->height());
    m_edit->setTextMargins(0, 0, isHidden() ? 0 : width, 0);
}

} // namespace kp
