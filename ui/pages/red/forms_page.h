// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of confirmation forms (S2 3.2.1, 3.2.3, 3.2.4), as described pages.
#pragma once

#include "ui/kit/list_page.h"
#include "ui/pages/office.h"

namespace kp
{

/// Which forms a list is about.
enum class FormList {
    Sent,     ///< 我发出的确认单
    Received, ///< 我收到的确认单
    Awaiting, ///< 红字发票确认信息处理: those that the company must answer
    Issuable, ///< 红字发票开具: those whose red invoice can be issued
    OfInvoice ///< those of one invoice
};

/// Columns, filters and commands of the list, without rows: what tests walk.
ListSpec formsSpec(Office &office, FormList which);
/// @param blueNumber of the invoice, for FormList::OfInvoice
ListPage *makeFormsPage(Office &office, FormList which, QWidget *parent, const QString &blueNumber = {});
/// What the list is about, as the store is asked.
store::RedFormQuery formsOf(FormList which);

} // namespace kp
