// SPDX-License-Identifier: GPL-3.0-or-later
// Every page there is, once: navigation, tabs, search and tests read this list.
#pragma once

#include "core/domain/access.h"
#include "ui/kit/icons.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace kp
{

class Office;

struct PageEntry {
    QString id;    ///< "issuing": object name of the page, and what Office::open takes
    QString area;  ///< heading in the navigation; empty: the page is reached from others only
    QString title; ///< in the navigation; the tab bears the window title of the page
    Icon icon = Icon::None;
    Permission needs = Permission::ViewInvoices;
    /// @param argument what the page is about ("17": an invoice); pages of the navigation take none
    std::function<QWidget *(Office &office, const QString &argument, QWidget *parent)> make;
};

/// In the order of the navigation. Made anew with each call, in the language in force.
QList<PageEntry> pageCatalogue();
/// Of the pages in the navigation those the actor may open.
QList<PageEntry> pagesFor(const Actor &actor);

} // namespace kp
