// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/archive.h"

#include "core/base/files.h"
#include "core/document/workbook/refusals.h"

#include <QFileInfo>

#include <zip.h>

#include <algorithm>

namespace kp::workbook
{

void Part::Close::operator()(zip_file *file) const
{
    zip_fclose(file);
}

Part::Part(zip_file *file, qint64 declared, QString fileName)
    : m_file(file)
    , m_left(declared)
    , m_fileName(std::move(fileName))
{
}

Result<int> Part::read(char *target, int size)
{
    const zip_int64_t got = zip_fread(m_file.get(), target, static_cast<zip_uint64_t>(size));
    if (got < 0)
        return damagedWorkbook(m_fileName, QString::fromUtf8(zip_file_strerror(m_file.get())));
    m_left -= got;
    if (m_left < 0)
        return oversizedWorkbook(m_fileName, QStringLiteral("a part is larger than its directory entry says"));
    return static_cast<int>(got);
}

void Archive::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

QByteArray Archive::key(QByteArray name)
{
    name = name.toLower();
    name.replace('\\', '/');
    return name.startsWith('/') ? name.mid(1) : name;
}

Fault Archive::damaged(const QString &detail) const
{
    return damagedWorkbook(m_fileName, detail);
}

Result<Archive> Archive::open(const QString &path, const ReadLimits &limits)
{
    KP_TRY(bytes, readFile(path, limits.fileBytes));
    return open(bytes, QFileInfo(path).fileName(), limits);
}

Result<Archive> Archive::open(const QByteArray &bytes, const QString &fileName, const ReadLimits &limits)
{
    Archive archive;
    archive.m_fileName = fileName;
    if (auto what = disguise(bytes, archive.m_fileName))
        return *std::move(what);
    archive.m_bytes = bytes;

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(
        archive.m_bytes.constData(), static_cast<zip_uint64_t>(archive.m_bytes.size()), 0, &error);
    if (source != nullptr)
        archive.m_zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive.m_zip) {
        zip_source_free(source);
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return archive.damaged(detail);
    }
    zip_error_fini(&error);
    KP_DO(archive.takeDirectory(limits));
    return archive;
}

Outcome Archive::takeDirectory(const ReadLimits &limits)
{
    const zip_int64_t count = zip_get_num_entries(m_zip.get(), 0);
    if (count > limits.parts)
        return oversizedWorkbook(m_fileName, QStringLiteral("%1 parts").arg(count));
    quint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return damaged(QString::fromUtf8(zip_strerror(m_zip.get())));
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
        if ((stat.valid & needed) != needed)
            return damaged(QStringLiteral("an entry of the directory is incomplete"));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return protectedWorkbook(m_fileName);
        if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
            return damaged(QStringLiteral("compression method %1").arg(stat.comp_method));
        // The directory may lie either way: about the packed size (it can not exceed the file) and about the unpacked
        // one (counted again while unpacking).
        const quint64 packed = std::min(stat.comp_size, static_cast<zip_uint64_t>(m_bytes.size()));
        total = stat.size > quint64(limits.totalBytes) ? stat.size : total + stat.size;
        const bool dense =
            stat.size > quint64(limits.ratioFrom) && stat.size / std::max<quint64>(packed, 1) > quint64(limits.ratio);
        if (stat.size > quint64(limits.partBytes) || total > quint64(limits.totalBytes) || dense)
            return oversizedWorkbook(m_fileName, QStringLiteral("%1: %2 bytes packed, %3 unpacked")
                                                     .arg(QString::fromUtf8(stat.name))
                                                     .arg(packed)
                                                     .arg(stat.size));
        m_parts.insert(key(stat.name), {static_cast<quint64>(i), static_cast<qint64>(stat.size)});
    }
    return Done{};
}

Result<Part> Archive::part(const QByteArray &name) const
{
    const auto it = m_parts.constFind(key(name));
    if (it == m_parts.cend())
        return damaged(QStringLiteral("part %1 is missing").arg(QString::fromUtf8(name)));
    zip_file *file = zip_fopen_index(m_zip.get(), it->index, 0);
    if (file == nullptr)
        return damaged(QString::fromUtf8(zip_strerror(m_zip.get())));
    return Part(file, it->size, m_fileName);
}

} // namespace kp::workbook
