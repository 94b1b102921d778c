// SPDX-License-Identifier: GPL-3.0-or-later
// Records out of the program: exported as a workbook that can be imported again, or a clerk's own file given back with
// its mistakes marked.
#pragma once

#include "core/base/handover.h"
#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/record_template.h"
#include "core/domain/record_sheet.h"

#include <functional>
#include <thread>

namespace kp::workbook
{

/// Writes records row by row as they come, on a thread of its own, while the caller reads the next; what is written
/// takes no memory.
template<class T>
class RecordWriter
{
public:
    RecordWriter();
    ~RecordWriter();
    Q_DISABLE_COPY_MOVE(RecordWriter)

    /// Not after save().
    void add(const QList<T> &records);
    [[nodiscard]] int count() const { return m_count; }
    /// Replaces or creates the file. Fault: Storage.
    Outcome save(const QString &path);

private:
    void write(const QList<T> &records);
    void finish();

    BookWriter m_book; ///< the thread's until it has ended
    int m_row = recordHeadingRow;
    int m_count = 0;
    Handover<QList<T>> m_waiting{1};
    std::thread m_thread;
};

extern template class RecordWriter<Item>;
extern template class RecordWriter<Customer>;
extern template class RecordWriter<BusinessType>;

/// The file at @p source as a workbook at @p target with the findings at their cells, and the drop-downs of the
/// template. Faults: those of reading; Storage.
Outcome writeMarkedRecords(const QString &source, const QString &target, const RecordTemplate &form,
    const RecordColumns &columns, const QList<CellFinding> &findings);

} // namespace kp::workbook
