// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of an invoice as rows of a table.
#pragma once

#include "core/document/layout/form.h"
#include "core/document/layout/pagination.h"
#include "core/document/layout/typeset.h"
#include "core/domain/invoice.h"

namespace kp::document
{

class LineTable
{
public:
    LineTable(const Form &form, const QList<InvoiceLine> &lines, TaxMode mode);

    /// A discount stays with the line it belongs to.
    [[nodiscard]] QList<RowBlock> blocks() const;
    /// Draws the rows [first, end), the first one at @p top.
    void place(Page &page, int first, int end, qreal top) const;
    /// The lines that begin in the rows [first, end).
    [[nodiscard]] QList<InvoiceLine> linesBeginningIn(int first, int end) const;

private:
    struct Line {
        const InvoiceLine *line = nullptr;
        QList<QList<TextRow>> cells; ///< by column
        int firstRow = 0;
        int rows = 1;
    };
    const Form &m_form;
    QList<Line> m_lines;
};

} // namespace kp::document
