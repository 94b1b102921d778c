// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/record_writer.h"

#include "core/document/workbook/marked_copy.h"
#include "core/document/workbook/record_reader.h"

namespace kp::workbook
{

namespace
{
/// A column of the template and the field it shows.
template<class T>
struct ShownColumn {
    const Field<T> *field;
    const QList<RecordChoice> *choices;
};

template<class T>
const std::vector<ShownColumn<T>> &shownColumns()
{
    static const std::vector<ShownColumn<T>> list = [] {
        std::vector<ShownColumn<T>> out;
        for (const RecordColumn &column : recordTemplate<T>().columns)
            out.push_back({schema<T>().find(column.key), &column.choices});
        return out;
    }();
    return list;
}

QString wordOf(const QString &plain, const QList<RecordChoice> &choices)
{
    for (const RecordChoice &choice : choices)
        if (choice.plain == plain)
            return choice.word;
    return plain;
}
} // namespace

template<class T>
RecordWriter<T>::RecordWriter()
    : m_book(BookWriter::Memory::Rows)
{
    m_book.addSheet(recordTemplate<T>().sheet);
    writeRecordHeadings(m_book, recordTemplate<T>());
    m_thread = std::thread([this] {
        while (const std::optional<QList<T>> records = m_waiting.take())
            write(*records);
    });
}

template<class T>
RecordWriter<T>::~RecordWriter()
{
    m_waiting.refuse();
    finish();
}

template<class T>
void RecordWriter<T>::finish()
{
    m_waiting.end();
    if (m_thread.joinable())
        m_thread.join();
}

template<class T>
void RecordWriter<T>::add(const QList<T> &records)
{
    m_waiting.give(records);
    m_count += int(records.size());
}

template<class T>
void RecordWriter<T>::write(const QList<T> &records)
{
    for (const T &record : records) {
        ++m_row;
        int column = 0;
        for (const auto &[field, choices] : shownColumns<T>())
            m_book.write(m_row, ++column, wordOf(field->text(record), *choices));
    }
}

template<class T>
Outcome RecordWriter<T>::save(const QString &path)
{
    finish();
    addRecordDropDowns(m_book, recordTemplate<T>(), m_row + 1);
    return m_book.save(path);
}

template class RecordWriter<Item>;
template class RecordWriter<Customer>;
template class RecordWriter<BusinessType>;

Outcome writeMarkedRecords(const QString &source, const QString &target, const RecordTemplate &form,
    const RecordColumns &columns, const QList<CellFinding> &findings)
{
    KP_TRY(file, TableFile::open(source, recordLimits));
    const auto addDropDowns = [&](BookWriter &book, const Row &, int lastRow) {
        for (const RecordColumn &column : form.columns)
            if (const int at = columns.columns.value(column.key); at > 0 && !column.column.options.isEmpty())
                book.dropDown(columns.headingRow + 1, lastRow, at, column.column.options);
    };
    return writeMarkedCopy(file, target, findings, [&](const QString &sheet) {
        return sheet == columns.sheet ? MarkedLayout{columns.headingRow, addDropDowns} : MarkedLayout();
    });
}

} // namespace kp::workbook
