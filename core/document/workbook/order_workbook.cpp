// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_workbook.h"

#include "core/document/workbook/order_filling.h"
#include "core/document/workbook/texts.h"

#include <QSet>

namespace kp::workbook
{

namespace
{
constexpr QStringView businessColumn = u"特定业务类型";
constexpr QStringView refundColumn = u"即征即退类型";
constexpr QStringView preferenceFlagColumn = u"是否使用优惠政策";
constexpr QStringView preferenceColumn = u"优惠政策类型";

std::size_t indexOf(const TemplateSheet &sheet, QStringView name)
{
    for (qsizetype i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns.at(i).name == name)
            return static_cast<std::size_t>(i);
    Q_UNREACHABLE();
}

/// Reads the sheets of one workbook into orders.
class OrderReader
{
public:
    Result<OrderSheet> read(const Reader &reader)
    {
        const OrderTemplate &layout = orderTemplate();
        KP_TRY(heads, sheetRows(reader, layout.head));
        KP_TRY(lines, sheetRows(reader, layout.lines));
        if (!heads || !lines)
            return Fault{FaultKind::Invalid,
                OrderWorkbookText::tr("This is not the official template for batch issuing: the sheet %1 is missing.")
                    .arg(heads ? layout.lines.name : layout.head.name)};
        m_sheet.findings = heads->findings + lines->findings;
        for (const CellFinding &finding : std::as_const(m_sheet.findings))
            if (finding.severity == Severity::Error)
                return std::move(m_sheet);

        const auto headPlan = planOf(layout.head, headFields());
        m_headColumns = columnsOf(*heads, headPlan);
        for (const SheetRow &row : heads->rows)
            takeHead(*heads, row, headPlan);
        const auto linePlan = planOf(layout.lines, lineFields());
        m_lineColumns = columnsOf(*lines, linePlan);
        for (const SheetRow &row : lines->rows)
            takeLine(*lines, row, linePlan);
        KP_TRY(business, sheetRows(reader, layout.business));
        if (business)
            refuseRows(*business);
        KP_TRY(elements, sheetRows(reader, layout.elements));
        if (elements)
            takeElements(*elements);
        for (Order &order : m_sheet.orders)
            if (order.draft.lines.isEmpty())
                report(order, order.head.place(serialKey),
                    OrderWorkbookText::tr("The sheet %1 has no line with this serial number.").arg(layout.lines.name));
        return std::move(m_sheet);
    }

private:
    static void report(Order &order, const CellPlace &place, const QString &text, Severity severity = Severity::Error)
    {
        order.findings.append({place, text, severity});
    }

    void takeHead(const SheetRows &sheet, const SheetRow &row, const std::vector<ColumnPlan<InvoiceDraft>> &plan)
    {
        CheckedCell serial = checkCell(row.cells.front(), *plan.front().column, Cleaning::Loose);
        const CellPlace serialPlace = sheet.place(row, 0);
        const QString written = row.cells.front().text.trimmed();
        if (written.isEmpty()) { // without a serial there is no order to hang it on
            m_sheet.findings.append({serialPlace, serial.problem});
            return;
        }
        if (!serial.problem.isEmpty())
            serial.text = written; // an order all the same, so that it is counted and its lines find it
        if (const auto known = m_bySerial.constFind(serial.text); known != m_bySerial.cend()) {
            Order &order = m_sheet.orders[*known];
            const CellPlace first = order.head.place(serialKey);
            report(order, first, OrderWorkbookText::tr("The serial number stands again in row %1.").arg(row.number));
            report(order, serialPlace,
                OrderWorkbookText::tr("The serial number stands already in row %1.").arg(first.row));
            return;
        }
        static const std::size_t businessIndex = indexOf(orderTemplate().head, businessColumn);
        const qsizetype index = m_sheet.orders.size();
        m_bySerial.insert(serial.text, index);
        if (!row.cells[businessIndex].text.isEmpty())
            m_refused.insert(index);
        Order &order = m_sheet.orders.emplace_back();
        order.head = {sheet.sheet, row.number, m_headColumns};
        fill(order, order.draft, sheet, row, plan);
        order.draft.serial = serial.text;
    }

    void takeLine(const SheetRows &sheet, const SheetRow &row, const std::vector<ColumnPlan<DraftLine>> &plan)
    {
        const qsizetype index = orderOf(sheet, row);
        if (index < 0)
            return;
        Order &order = m_sheet.orders[index];
        DraftLine line;
        fill(order, line, sheet, row, plan);
        checkPreference(order, sheet, row);
        takeRefund(order, sheet, row);
        order.draft.lines.append(std::move(line));
        order.lines.append({sheet.sheet, row.number, m_lineColumns});
    }

    /// Index of the order a row of another sheet belongs to; reports and returns -1 when there is none.
    qsizetype orderOf(const SheetRows &sheet, const SheetRow &row)
    {
        const TemplateColumn &column = orderTemplate().head.columns.front();
        const CheckedCell serial = checkCell(row.cells.front(), column, Cleaning::Loose);
        const QString text = serial.problem.isEmpty() ? serial.text : row.cells.front().text.trimmed();
        if (const auto found = m_bySerial.constFind(text); found != m_bySerial.cend())
            return *found;
        if (!serial.problem.isEmpty()) {
            m_sheet.findings.append({sheet.place(row, 0), serial.problem});
            return -1;
        }
        m_sheet.findings.append(
            {sheet.place(row, 0), OrderWorkbookText::tr("The sheet %1 has no invoice with the serial number %2.")
                                      .arg(orderTemplate().head.name, serial.text)});
        return -1;
    }

    template<class Record>
    void fill(Order &order, Record &record, const SheetRows &sheet, const SheetRow &row,
        const std::vector<ColumnPlan<Record>> &plan)
    {
        fillRecord(record, sheet, row, plan, order.findings,
            [&](const CellPlace &place, const TemplateColumn &column) { reportUncarried(order, place, column); });
    }

    static void reportUncarried(Order &order, const CellPlace &place, const TemplateColumn &column)
    {
        // They belong to other columns or sheets, which say what is wrong.
        if (column.name == serialColumn || column.name == preferenceFlagColumn || column.name == refundColumn)
            return;
        if (isSellersOwn(column.name))
            report(order, place,
                OrderWorkbookText::tr("%1: the invoice shows the account of the company's own record.")
                    .arg(spokenName(column)),
                Severity::Warning);
        else if (column.name == businessColumn)
            report(order, place,
                OrderWorkbookText::tr("Invoices of special businesses can not be issued from a workbook yet."));
        else
            report(order, place,
                OrderWorkbookText::tr(
                    "%1 can not be carried into an invoice yet. Clear the cell, or issue this invoice elsewhere.")
                    .arg(spokenName(column)));
    }

    /// 是否使用优惠政策 and 优惠政策类型 must say the same.
    static void checkPreference(Order &order, const SheetRows &sheet, const SheetRow &row)
    {
        static const std::size_t flagColumn = indexOf(orderTemplate().lines, preferenceFlagColumn);
        static const std::size_t kindColumn = indexOf(orderTemplate().lines, preferenceColumn);
        const CheckedCell flag =
            checkCell(row.cells[flagColumn], orderTemplate().lines.columns.at(qsizetype(flagColumn)), Cleaning::Code);
        const bool chosen = !row.cells[kindColumn].text.isEmpty();
        if (!flag.problem.isEmpty())
            report(order, sheet.place(row, flagColumn), flag.problem);
        else if (flag.text == u"是" && !chosen)
            report(order, sheet.place(row, kindColumn),
                OrderWorkbookText::tr("%1 must be filled in.")
                    .arg(spokenName(orderTemplate().lines.columns.at(qsizetype(kindColumn)))));
        else if (flag.text == u"否" && chosen)
            report(order, sheet.place(row, kindColumn),
                OrderWorkbookText::tr("%1 is filled in, but %2 says 否.").arg(preferenceColumn, preferenceFlagColumn));
    }

    /// 即征即退类型 stands in each line, but the platform has it once for the invoice.
    static void takeRefund(Order &order, const SheetRows &sheet, const SheetRow &row)
    {
        static const std::size_t column = indexOf(orderTemplate().lines, refundColumn);
        const CheckedCell cell =
            checkCell(row.cells[column], orderTemplate().lines.columns.at(qsizetype(column)), Cleaning::Code);
        if (!cell.problem.isEmpty())
            return report(order, sheet.place(row, column), cell.problem);
        if (cell.text.isEmpty())
            return;
        const RefundClass refund = fromOfficial<RefundClass>(cell.text).value_or(RefundClass::None);
        if (order.draft.refund != RefundClass::None && order.draft.refund != refund)
            report(order, sheet.place(row, column),
                OrderWorkbookText::tr("%1: all lines of an invoice must have the same.").arg(refundColumn));
        order.draft.refund = refund;
    }

    void takeElements(const SheetRows &sheet)
    {
        const auto plan = planOf(orderTemplate().elements, elementFields());
        const QHash<QString, int> columns = columnsOf(sheet, plan);
        for (const SheetRow &row : sheet.rows) {
            const qsizetype index = orderOf(sheet, row);
            if (index < 0)
                continue;
            Order &order = m_sheet.orders[index];
            ExtraElement element;
            fill(order, element, sheet, row, plan);
            order.draft.elements.append(element);
            order.elements.append({sheet.sheet, row.number, columns});
        }
    }

    /// Sheet 3: one finding an invoice, at its special business or else at its first row there.
    void refuseRows(const SheetRows &sheet)
    {
        for (const SheetRow &row : sheet.rows) {
            const qsizetype index = orderOf(sheet, row);
            if (index < 0 || m_refused.contains(index))
                continue;
            m_refused.insert(index);
            report(m_sheet.orders[index], sheet.place(row, 0),
                OrderWorkbookText::tr("The rows of the sheet %1 can not be carried into an invoice yet.")
                    .arg(sheet.sheet));
        }
    }

    OrderSheet m_sheet;
    QHash<QString, int> m_headColumns;
    QHash<QString, int> m_lineColumns;
    QHash<QString, qsizetype> m_bySerial; ///< index of the order
    QSet<qsizetype> m_refused;            ///< orders already told that they want what is not supported
};
} // namespace

Result<OrderSheet> readOrders(const QString &path, const ReadLimits &limits)
{
    KP_TRY(reader, Reader::open(path, limits));
    return readOrders(reader);
}

Result<OrderSheet> readOrders(const Reader &reader)
{
    return OrderReader().read(reader);
}

Result<QList<RepairSheet>> readRepairSheets(const Reader &reader, const QMap<QString, QSet<int>> &rows)
{
    const OrderTemplate &layout = orderTemplate();
    QList<RepairSheet> out;
    for (const TemplateSheet *sheet : {&layout.head, &layout.lines, &layout.business, &layout.elements}) {
        const QSet<int> wanted = rows.value(sheet->name);
        if (wanted.isEmpty())
            continue;
        KP_TRY(found, sheetRows(reader, *sheet));
        if (!found)
            continue;
        RepairSheet repair{sheet->name, {}, {}, {}};
        for (std::size_t i = 0; i < found->positions.size(); ++i)
            if (found->positions[i] > 0) {
                repair.columns.append(sheet->columns.at(qsizetype(i)));
                repair.positions.append(found->positions[i]);
            }
        for (const SheetRow &row : found->rows) {
            if (!wanted.contains(row.number))
                continue;
            QStringList texts;
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                if (found->positions[i] > 0)
                    texts.append(row.cells[i].text);
            repair.rows.append({row.number, texts});
        }
        out.append(repair);
    }
    return out;
}

} // namespace kp::workbook
