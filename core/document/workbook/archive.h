// SPDX-License-Identifier: GPL-3.0-or-later
// The zip around a workbook, opened with suspicion: everything that can be judged from the directory is judged before
// anything is unpacked, and what is unpacked is counted.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <string_view>

struct zip;
struct zip_file;

namespace kp::workbook
{

/// How much a workbook may be. An official template of 5,000 lines is about 0.5 MiB packed and 5 MiB unpacked.
struct ReadLimits {
    qint64 fileBytes = qint64{32} << 20;
    int parts = 4096;
    qint64 partBytes = qint64{64} << 20;   ///< one part, unpacked
    qint64 totalBytes = qint64{192} << 20; ///< all parts, unpacked
    /// Honest sheets pack below 100 : 1. A part smaller than ratioFrom may be as repetitive as it likes.
    qint64 ratio = 250;
    qint64 ratioFrom = qint64{4} << 20;
};

/// One part being unpacked.
class Part
{
public:
    /// Unpacks up to @p size bytes to @p target; 0 at the end. Fault: Invalid (damaged, or larger than it declared).
    Result<int> read(char *target, int size);

private:
    friend class Archive;
    struct Close {
        void operator()(zip_file *file) const;
    };
    Part(zip_file *file, qint64 declared, QString fileName);

    std::unique_ptr<zip_file, Close> m_file;
    qint64 m_left; ///< declared bytes not read yet
    QString m_fileName;
};

class Archive
{
public:
    /// Opens the workbook's zip. Faults: NotFound (no such file); Invalid, saying what the file is instead (.xls,
    /// protected, text, OpenDocument …) or which limit it breaks.
    static Result<Archive> open(const QString &path, const ReadLimits &limits);
    /// The same for a file that is in memory already. @param fileName for messages
    static Result<Archive> open(const QByteArray &bytes, const QString &fileName, const ReadLimits &limits);

    /// Part names are compared without case and with / for \, as other writers than Excel need it.
    [[nodiscard]] bool has(const QByteArray &part) const { return m_parts.contains(key(part)); }
    Result<Part> part(const QByteArray &name) const;
    /// The file's name without folders, for messages.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// The workbook can not be read; @p detail says why, for the log.
    [[nodiscard]] Fault damaged(const QString &detail) const;

private:
    struct Discard {
        void operator()(zip *archive) const;
    };
    struct Entry {
        quint64 index = 0;
        qint64 size = 0;
    };
    Archive() = default;
    static QByteArray key(QByteArray name);
    Outcome takeDirectory(const ReadLimits &limits);

    QByteArray m_bytes; ///< outlives m_zip, which reads from it
    std::unique_ptr<zip, Discard> m_zip;
    QHash<QByteArray, Entry> m_parts;
    QString m_fileName;
};

} // namespace kp::workbook
