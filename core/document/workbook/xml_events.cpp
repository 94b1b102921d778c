// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/xml_events.h"

#include <expat.h>

#include <cstring>

namespace kp::workbook
{

namespace
{
/// Workbook parts nest less than a dozen deep.
constexpr int maxDepth = 64;
constexpr int chunkBytes = 1 << 16;
/// expat scans an unfinished tag again with each chunk. Real tags (list validations are the longest) stay below 100
/// KiB.
constexpr int maxQuietBytes = 1 << 18;

class Feed
{
public:
    explicit Feed(XmlReceiver &receiver)
        : m_receiver(receiver)
        , m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, &Feed::started, &Feed::ended);
        XML_SetCharacterDataHandler(m_parser, &Feed::text);
        // No workbook has a DTD; an attack with entities or external files needs one.
        XML_SetStartDoctypeDeclHandler(m_parser, &Feed::doctype);
    }
    ~Feed() { XML_ParserFree(m_parser); }
    Feed(const Feed &) = delete;
    Feed &operator=(const Feed &) = delete;

    Outcome run(const Archive &archive, Part part)
    {
        for (;;) {
            void *buffer = XML_GetBuffer(m_parser, chunkBytes);
            if (buffer == nullptr)
                return archive.damaged(QStringLiteral("out of memory"));
            KP_TRY(got, part.read(static_cast<char *>(buffer), chunkBytes));
            m_quiet += got;
            const XML_Status status = XML_ParseBuffer(m_parser, got, got == 0 ? 1 : 0);
            if (m_receiver.refusal())
                return *m_receiver.refusal();
            if (m_receiver.isSatisfied())
                return Done{};
            if (m_defect != nullptr)
                return archive.damaged(QString::fromLatin1(m_defect));
            if (status != XML_STATUS_OK)
                return m_receiver.damaged(archive, QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(m_parser))));
            if (m_quiet > maxQuietBytes)
                return archive.damaged(QStringLiteral("a tag without end"));
            if (got == 0)
                return Done{};
        }
    }

private:
    static Feed &self(void *data) { return *static_cast<Feed *>(data); }
    void halt() { XML_StopParser(m_parser, XML_FALSE); }
    void haltIfSatisfied()
    {
        if (m_receiver.isSatisfied())
            halt();
    }

    static void XMLCALL started(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        Feed &feed = self(data);
        feed.m_quiet = 0;
        if (++feed.m_depth > maxDepth) {
            feed.m_defect = "nested too deep";
            return feed.halt();
        }
        feed.m_receiver.started(feed.m_depth, localName(name), XmlAttributes(attributes));
        feed.haltIfSatisfied();
    }
    static void XMLCALL ended(void *data, const XML_Char *)
    {
        Feed &feed = self(data);
        feed.m_quiet = 0;
        feed.m_receiver.ended(feed.m_depth--);
        feed.haltIfSatisfied();
    }
    static void XMLCALL text(void *data, const XML_Char *bytes, int length)
    {
        Feed &feed = self(data);
        feed.m_quiet = 0;
        feed.m_receiver.text({bytes, static_cast<std::size_t>(length)});
        feed.haltIfSatisfied();
    }
    static void XMLCALL doctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        Feed &feed = self(data);
        feed.m_defect = "a document type declaration";
        feed.halt();
    }

    XmlReceiver &m_receiver;
    XML_Parser m_parser;
    int m_depth = 0;
    int m_quiet = 0; ///< bytes since the last event
    const char *m_defect = nullptr;
};
} // namespace

std::string_view localName(const char *name)
{
    const char *colon = std::strchr(name, ':');
    return colon == nullptr ? std::string_view(name) : std::string_view(colon + 1);
}

std::string_view XmlAttributes::value(std::string_view local) const
{
    for (const char **at = m_list; *at != nullptr; at += 2)
        if (localName(*at) == local)
            return at[1];
    return {};
}

Outcome readXml(const Archive &archive, const QByteArray &part, XmlReceiver &receiver)
{
    KP_TRY(opened, archive.part(part));
    return Feed(receiver).run(archive, std::move(opened));
}

} // namespace kp::workbook
