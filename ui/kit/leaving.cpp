// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/leaving.h"

#include "ui/kit/texts.h"

#include <QTabWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QList<Leavable *> unsavedIn(QWidget *root)
{
    QList<Leavable *> unsaved;
    for (QWidget *part : QList<QWidget *>{root} + root->findChildren<QWidget *>())
        if (auto *leavable = dynamic_cast<Leavable *>(part); leavable != nullptr && !leavable->unsaved().isEmpty())
            unsaved.append(leavable);
    return unsaved;
}

/// Brings the page that holds @p part to the front.
void showPageOf(QWidget *part)
{
    for (QWidget *above = part->parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto *tabs = qobject_cast<QTabWidget *>(above))
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->widget(i) == part || tabs->widget(i)->isAncestorOf(part))
                    tabs->setCurrentIndex(i);
}
} // namespace

bool holdsUnsaved(QWidget *root)
{
    return !unsavedIn(root).isEmpty();
}

void leave(QWidget *root, Doors &doors, const std::function<void()> &go)
{
    QStringList names;
    for (const Leavable *part : unsavedIn(root))
        names.append(part->unsaved());
    if (names.isEmpty()) {
        go();
        return;
    }
    names.removeDuplicates();
    const QString text = names.size() == 1
                             ? KitText::tr("The %1 has changes that were not saved. They will be lost.")
                             : KitText::tr("These have changes that were not saved: %1. They will be lost.");
    doors.ask(root,
        {.title = KitText::tr("Discard what is not saved?"),
            .text = text.arg(names.join(KitText::tr(", "))),
            .accept = KitText::tr("Discard"),
            .destructive = true},
        [root, go](bool accepted) {
            const QList<Leavable *> parts = unsavedIn(root);
            if (!accepted) {
                if (auto *kept = parts.isEmpty() ? nullptr : dynamic_cast<QWidget *>(parts.constFirst()))
                    showPageOf(kept);
                return;
            }
            for (Leavable *part : parts)
                part->giveUp();
            go();
        });
}

} // namespace kp
