// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/packed.h"

#include "core/net/http/gunzip.h"
#include "core/net/leqi/envelope.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace kp::leqi
{

namespace
{
// An invoice of 5,000 lines with the longest names comes to about 12 MiB, and packs to less than a tenth of it.
constexpr qint64 mostPacked = qint64{8} << 20;
constexpr qint64 mostUnpacked = qint64{32} << 20;

struct DiscardArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t *entry) const { zip_fclose(entry); }
};

/// The only entry of an archive, at most @p most bytes; empty when there is anything wrong with it.
std::optional<QByteArray> unzip(const QByteArray &packed, qint64 most)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(packed.constData(), static_cast<zip_uint64_t>(packed.size()), 0, &error);
    if (source == nullptr)
        return std::nullopt;
    const std::unique_ptr<zip_t, DiscardArchive> archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return std::nullopt;
    }
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_get_num_entries(archive.get(), 0) != 1 || zip_stat_index(archive.get(), 0, 0, &stat) != 0 ||
        (stat.valid & needed) != needed || stat.size > static_cast<zip_uint64_t>(most) ||
        (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE))
        return std::nullopt;
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive.get(), 0, 0));
    if (!entry) // encrypted, among others
        return std::nullopt;
    // The size is what the directory says; what comes is counted, and one byte more of it would show. At the end the
    // checksum is compared.
    QByteArray out(static_cast<qsizetype>(stat.size) + 1, Qt::Uninitialized);
    qsizetype got = 0;
    for (zip_int64_t more = 1; more > 0; got += static_cast<qsizetype>(more)) {
        more = zip_fread(entry.get(), out.data() + got, static_cast<zip_uint64_t>(out.size() - got));
        if (more < 0)
            return std::nullopt;
    }
    if (got != out.size() - 1)
        return std::nullopt;
    out.truncate(got);
    return out;
}
} // namespace

Result<JsonObject> unpacked(const QString &member)
{
    if (member.size() > mostPacked * 2)
        return unreadable(QStringLiteral("a packed member of sensible size (%1 characters)").arg(member.size()));
    QByteArray text = member.toLatin1();
    text.removeIf([](char c) { return c == '\r' || c == '\n' || c == ' ' || c == '\t'; });
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray packed = bytes ? bytes.decoded : QByteArray();
    std::optional<QByteArray> plain;
    if (packed.size() <= mostPacked && packed.startsWith("PK"))
        plain = unzip(packed, mostUnpacked);
    else if (packed.size() <= mostPacked && packed.startsWith("\x1f\x8b"))
        plain = gunzip(packed, mostUnpacked);
    if (!plain)
        return unreadable(QStringLiteral("a readable archive in a packed member"));
    constexpr qsizetype mark = 3; // of UTF-8, which some writers put first
    const auto json = JsonObject::parse(plain->startsWith("\xEF\xBB\xBF") ? plain->mid(mark) : *plain);
    if (!json)
        return unreadable(QStringLiteral("JSON in a packed member"));
    return *json;
}

} // namespace kp::leqi
