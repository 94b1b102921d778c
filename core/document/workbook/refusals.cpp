// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/refusals.h"

#include "core/document/workbook/reader.h"
#include "core/document/workbook/texts.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
Fault invalid(const QString &message, const QString &detail = {})
{
    return {FaultKind::Invalid, message, detail};
}

/// Streams of an OLE2 container are listed by their names in UTF-16LE.
bool namesStream(const QByteArray &bytes, const char *name)
{
    QByteArray wide;
    for (const char *c = name; *c != '\0'; ++c)
        wide.append(*c).append('\0');
    return bytes.contains(wide);
}

bool looksLikeText(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096);
    return std::all_of(head.cbegin(), head.cend(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
    });
}

bool isOldWorkbook(const QByteArray &bytes, bool isContainer)
{
    if (isContainer)
        return namesStream(bytes, "Workbook") || namesStream(bytes, "Book");
    // Excel 2 to 4 wrote bare records; the first is BOF: 09 00, 09 02 or 09 04.
    return bytes.size() > 4 && bytes.at(0) == '\x09' && bytes.at(3) == '\0' &&
           (bytes.at(1) == '\0' || bytes.at(1) == '\x02' || bytes.at(1) == '\x04');
}
} // namespace

Fault notAWorkbook(const QString &fileName)
{
    return invalid(WorkbookText::tr("%1 is not an Excel workbook (.xlsx).").arg(fileName));
}

Fault protectedWorkbook(const QString &fileName)
{
    return invalid(
        WorkbookText::tr("The workbook %1 is protected by a password. Open it, remove the password and save it again.")
            .arg(fileName));
}

Fault damagedWorkbook(const QString &fileName, const QString &detail)
{
    return invalid(
        WorkbookText::tr(
            "The workbook %1 is damaged or incomplete. Open it in Excel or WPS and save it again, or fetch it anew.")
            .arg(fileName),
        detail);
}

Fault damagedCell(const QString &fileName, const CellPlace &place, const QString &detail)
{
    return invalid(
        WorkbookText::tr("The workbook %1 is damaged or written in mixed encodings: sheet %2 can not be read on from "
                         "row %3, column %4. Open it in Excel or WPS, enter that cell again and save it.")
            .arg(fileName, place.sheet)
            .arg(place.row)
            .arg(place.column),
        detail);
}

Fault oversizedWorkbook(const QString &fileName, const QString &detail)
{
    return invalid(
        WorkbookText::tr("The workbook %1 unpacks to far more than a workbook holds and was not opened.").arg(fileName),
        detail);
}

Fault emptyFile(const QString &fileName)
{
    return invalid(WorkbookText::tr("The file %1 is empty.").arg(fileName));
}

Fault cellTooLong(const QString &fileName, const CellPlace &place)
{
    return invalid(
        WorkbookText::tr("%1, sheet %2, row %3, column %4: the cell holds more than %5 characters, which Excel itself "
                         "does not allow. Shorten it and try again.")
            .arg(fileName, place.sheet)
            .arg(place.row)
            .arg(place.column)
            .arg(maxCellText));
}

std::optional<Fault> disguise(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.isEmpty())
        return emptyFile(fileName);
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return std::nullopt;
    const bool isContainer = bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); // OLE2
    if (isContainer && namesStream(bytes, "EncryptedPackage"))
        return protectedWorkbook(fileName);
    if (isOldWorkbook(bytes, isContainer))
        return invalid(
            WorkbookText::tr("%1 is a workbook of the old .xls format under another name. Open it in Excel or WPS and "
                             "save it as .xlsx.")
                .arg(fileName));
    if (looksLikeText(bytes))
        return invalid(
            WorkbookText::tr("%1 is a text file (such as CSV) under another name, not an Excel workbook. Open it in "
                             "Excel or WPS and save it as .xlsx.")
                .arg(fileName));
    return notAWorkbook(fileName);
}

} // namespace kp::workbook
