// SPDX-License-Identifier: GPL-3.0-or-later
// What every page must keep, for the tests of all pages: the tab order is the visual order, every control has a name,
// no text is cut off. Each check gives its complaints; an empty list is what is wanted.
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace kp
{

inline QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u'(' + widget->objectName() + u')';
}

inline bool takesTab(const QWidget *widget)
{
    return widget->isEnabled() && widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
           widget->focusProxy() == nullptr;
}

/// The focus chain within @p root as Tab walks it, from its first control on.
inline QList<QWidget *> tabChain(QWidget *root)
{
    QList<QWidget *> chain;
    for (QWidget *widget = root->nextInFocusChain(); widget != root; widget = widget->nextInFocusChain())
        if (root->isAncestorOf(widget) && takesTab(widget))
            chain.append(widget);
    return chain;
}

/// True when @p later is read after @p earlier: further down, or in the same row and further right. Compared are the
/// parts of their nearest common ancestor that hold them, so that a column may be read to its end before the next.
inline bool isReadAfter(const QWidget *later, const QWidget *earlier)
{
    if (earlier->isAncestorOf(later))
        return true;
    const QWidget *common = earlier->parentWidget();
    while (!common->isAncestorOf(later))
        common = common->parentWidget();
    const auto partOf = [common](const QWidget *widget) {
        while (widget->parentWidget() != common)
            widget = widget->parentWidget();
        return widget->geometry();
    };
    const QRect first = partOf(earlier);
    const QRect second = partOf(later);
    constexpr int tolerance = 2; // px: rounded borders may touch
    return second.top() >= first.bottom() - tolerance || second.left() >= first.right() - tolerance;
}

/// A text that has just changed asks for its room by a posted event; geometry is only true after it.
inline void settleLayouts()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

inline QStringList checkTabOrder(QWidget *root)
{
    settleLayouts();
    QStringList complaints;
    const QList<QWidget *> chain = tabChain(root);
    for (qsizetype i = 1; i < chain.size(); ++i)
        if (!isReadAfter(chain.at(i), chain.at(i - 1)))
            complaints.append(nameOf(chain.at(i)) + QStringLiteral(" comes after ") + nameOf(chain.at(i - 1)));
    return complaints;
}

inline QStringList checkNames(QWidget *root)
{
    QStringList complaints;
    for (const QWidget *widget : tabChain(root)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool saysItself = button != nullptr && !button->text().isEmpty();
        if (widget->accessibleName().isEmpty() && !saysItself)
            complaints.append(nameOf(widget) + QStringLiteral(" has no accessible name"));
        if (widget->objectName().isEmpty() || widget->objectName().startsWith(u"qt_"))
            complaints.append(nameOf(widget) + QStringLiteral(" in ") + nameOf(widget->parentWidget()) +
                              QStringLiteral(" has no object name"));
    }
    return complaints;
}

inline QStringList checkNothingCutOff(QWidget *root)
{
    settleLayouts();
    QStringList complaints;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (widget->objectName().isEmpty() && widget->inherits("QLineEditIconButton"))
            continue; // drawn inside its field, by Qt's own measure
        const bool says = (label != nullptr && !label->wordWrap() && !label->text().isEmpty()) ||
                          qobject_cast<const QAbstractButton *>(widget) != nullptr ||
                          qobject_cast<const QComboBox *>(widget) != nullptr;
        const QSize wanted = widget->minimumSizeHint();
        if (says && widget->isVisible() && (widget->width() < wanted.width() || widget->height() < wanted.height()))
            complaints.append(nameOf(widget) + QStringLiteral(" is %1 × %2 px and needs %3 × %4")
                                                   .arg(widget->width())
                                                   .arg(widget->height())
                                                   .arg(wanted.width())
                                                   .arg(wanted.height()));
    }
    return complaints;
}

} // namespace kp
