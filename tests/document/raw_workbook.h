// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks part by part, as other writers (and attackers) make them.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <zip.h>

namespace kp::test
{

/// The parts of a workbook of one sheet; change or add what the test is about.
class RawWorkbook
{
public:
    /// @param sheetData what stands between <sheetData> and </sheetData>
    explicit RawWorkbook(const QByteArray &sheetData = {})
    {
        set("_rels/.rels", relationships("<Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" Type=\"" + types() +
                                         "officeDocument\"/>"));
        set("xl/workbook.xml", book("<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/>"));
        set("xl/_rels/workbook.xml.rels",
            relationships("<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\"" + types() +
                          "worksheet\"/>"
                          "<Relationship Id=\"rId2\" Target=\"styles.xml\" Type=\"" +
                          types() +
                          "styles\"/>"
                          "<Relationship Id=\"rId3\" Target=\"sharedStrings.xml\" Type=\"" +
                          types() + "sharedStrings\"/>"));
        set("xl/worksheets/sheet1.xml", sheet(sheetData));
    }

    RawWorkbook &set(const QByteArray &part, const QByteArray &content)
    {
        m_parts.insert(part, content);
        return *this;
    }
    RawWorkbook &strings(const QByteArray &items)
    {
        return set("xl/sharedStrings.xml", "<sst xmlns=\"" + space() + "\">" + items + "</sst>");
    }
    /// @param cellFormats the xf elements
    RawWorkbook &formats(const QByteArray &numberFormats, const QByteArray &cellFormats)
    {
        return set("xl/styles.xml", "<styleSheet xmlns=\"" + space() + "\"><numFmts>" + numberFormats +
                                        "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
                                        cellFormats + "</cellXfs></styleSheet>");
    }

    static QByteArray space() { return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"; }
    static QByteArray types() { return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"; }
    static QByteArray relationships(const QByteArray &items)
    {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + items +
               "</Relationships>";
    }
    static QByteArray book(const QByteArray &sheets, const QByteArray &before = {})
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"" + space() +
               "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + before +
               "<sheets>" + sheets + "</sheets></workbook>";
    }
    static QByteArray sheet(const QByteArray &sheetData, const QByteArray &after = {})
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + space() + "\"><sheetData>" +
               sheetData + "</sheetData>" + after + "</worksheet>";
    }

    /// False when libzip could not write it.
    [[nodiscard]] bool write(const QString &path) const
    {
        int error = 0;
        zip_t *archive = zip_open(path.toLocal8Bit().constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        if (archive == nullptr)
            return false;
        for (auto it = m_parts.cbegin(); it != m_parts.cend(); ++it) {
            zip_source_t *source =
                zip_source_buffer(archive, it.value().constData(), static_cast<zip_uint64_t>(it.value().size()), 0);
            zip_file_add(archive, it.key().constData(), source, ZIP_FL_ENC_UTF_8);
        }
        return zip_close(archive) == 0;
    }

private:
    QMap<QByteArray, QByteArray> m_parts;
};

} // namespace kp::test
