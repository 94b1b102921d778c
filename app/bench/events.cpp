// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/events.h"

#include <expat.h>
#include <zip.h>

#include <memory>

namespace kp::bench
{

namespace
{
Outcome unreadable()
{
    return Fault{FaultKind::Internal, QStringLiteral("the workbook of the bench can not be read")};
}
} // namespace

Result<Events> bareEvents(const QString &path)
{
    struct CloseZip {
        void operator()(zip_t *archive) const { zip_discard(archive); }
    };
    struct CloseFile {
        void operator()(zip_file_t *file) const { zip_fclose(file); }
    };
    struct FreeParser {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    Events events;
    const std::unique_ptr<zip_t, CloseZip> archive(zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr));
    if (!archive)
        return unreadable().fault();
    constexpr int blockBytes = 64 * 1024;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive.get(), zip_uint64_t(i), 0));
        const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
        if (!file || !parser)
            return unreadable().fault();
        XML_SetUserData(parser.get(), &events);
        XML_SetElementHandler(
            parser.get(), [](void *to, const XML_Char *, const XML_Char **) { ++static_cast<Events *>(to)->elements; },
            [](void *, const XML_Char *) {});
        XML_SetCharacterDataHandler(
            parser.get(), [](void *to, const XML_Char *, int size) { static_cast<Events *>(to)->characters += size; });
        for (bool more = true; more;) {
            void *block = XML_GetBuffer(parser.get(), blockBytes);
            const zip_int64_t size = zip_fread(file.get(), block, blockBytes);
            more = size == blockBytes;
            if (size < 0 || XML_ParseBuffer(parser.get(), static_cast<int>(size), more ? 0 : 1) != XML_STATUS_OK)
                return unreadable().fault();
        }
    }
    return events;
}

} // namespace kp::bench
