// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/banner.h"

#include "core/base/log.h"
#include "ui/kit/icons.h"
#include "ui/kit/texts.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QLatin1StringView toneNames[] = {"neutral"_L1, "info"_L1, "success"_L1, "warning"_L1, "error"_L1};

QPushButton *linkButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("role", u"link"_s);
    return button;
}
} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(linkButton(u"banner.action"_s, this))
    , m_reference(linkButton(u"banner.reference"_s, this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setObjectName(u"banner.text"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"banner.close"_s);
    m_close->setIcon(icon(Icon::Close));
    m_close->setAccessibleName(KitText::tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    m_reference->setToolTip(KitText::tr("Copies the reference under which the details stand in the log."));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(grid(1));
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_reference);
    row->addWidget(m_close);

    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_notice.action; // the action may show the next notice
        dismiss();
        if (action)
            action();
    });
    connect(m_reference, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_notice.reference); });
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    setVisible(false);
}

void Banner::show(const Notice &notice)
{
    m_notice = notice;
    m_text->setText(notice.text);
    m_text->setToolTip(notice.details);
    m_sign->setToolTip(notice.details);
    m_text->setAccessibleDescription(notice.details);
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    m_reference->setText(KitText::tr("Copy log reference %1").arg(notice.reference));
    m_reference->setVisible(!notice.reference.isEmpty());
    setAccessibleName(notice.text);
    // style.qss colours it by this name
    setProperty("tone", QString(toneNames[static_cast<std::size_t>(notice.tone)]));
    for (QWidget *part : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_text),
             static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_reference)}) {
        style()->unpolish(part);
        style()->polish(part);
    }
    dress();
    setVisible(true);
    // A screen reader hears it although the focus stays where the clerk works.
    QAccessibleEvent heard(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

void Banner::showFault(const Fault &fault, const QString &actionText, std::function<void()> action)
{
    const bool waits = fault.kind == FaultKind::Offline || fault.kind == FaultKind::Uncertain;
    show({.tone = waits ? Tone::Warning : Tone::Error,
        .text = fault.message,
        .actionText = actionText,
        .action = std::move(action),
        .reference = fault.detail.isEmpty() ? QString() : logReference(fault.detail)});
}

void Banner::dismiss()
{
    setVisible(false);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::dress()
{
    m_sign->setPixmap(icon(iconOf(m_notice.tone), m_notice.tone).pixmap(QSize(20, 20), devicePixelRatioF()));
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && isVisible())
        dress();
    QFrame::changeEvent(event);
}

} // namespace kp
