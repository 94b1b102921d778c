// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/parts.h"

#include "core/document/workbook/refusals.h"
#include "core/document/workbook/texts.h"
#include "core/document/workbook/xml_events.h"

#include <QHash>

#include <charconv>
#include <string>

namespace kp::workbook
{

namespace
{
/// More distinct texts than any order workbook; bounds the memory that a part full of empty ones can take.
constexpr std::size_t maxStrings = 2'000'000;

QString decoded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool isTrue(std::string_view flag)
{
    return flag == "1" || flag == "true" || flag == "on";
}

int number(std::string_view text, int otherwise)
{
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct Relationship {
    QString kind; ///< last word of its type: "worksheet", "styles" …
    QByteArray part;
};
using Relationships = QHash<QString, Relationship>;

/// "xl/workbook.xml" and "../a.xml" → "a.xml"
QByteArray resolved(const QByteArray &owner, QByteArray target)
{
    target.replace('\\', '/');
    if (target.startsWith('/'))
        return target.mid(1);
    QByteArrayList steps = owner.split('/');
    steps.removeLast();
    for (const QByteArray &step : target.split('/')) {
        if (step == "..") {
            if (!steps.isEmpty())
                steps.removeLast();
        } else if (step != ".") {
            steps.append(step);
        }
    }
    return steps.join('/');
}

class RelationshipReceiver final : public XmlReceiver
{
public:
    explicit RelationshipReceiver(QByteArray owner)
        : m_owner(std::move(owner))
    {
    }
    Relationships found;

    void started(int depth, std::string_view element, const XmlAttributes &attributes) override
    {
        if (depth != 2 || element != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        const QString type = decoded(attributes.value("Type"));
        const std::string_view target = attributes.value("Target");
        found.insert(decoded(attributes.value("Id")),
            {type.section(u'/', -1),
                resolved(m_owner, QByteArray(target.data(), static_cast<qsizetype>(target.size())))});
    }
    void ended(int) override {}
    void text(std::string_view) override {}

private:
    QByteArray m_owner;
};

class BookReceiver final : public XmlReceiver
{
public:
    struct Tab {
        QString name;
        QString relationship;
        bool hidden;
    };
    QList<Tab> tabs;
    bool date1904 = false;

    void started(int depth, std::string_view element, const XmlAttributes &attributes) override
    {
        if (depth == 2 && element == "workbookPr") {
            date1904 = isTrue(attributes.value("date1904"));
        } else if (depth == 3 && element == "sheet") {
            const std::string_view state = attributes.value("state");
            tabs.append({decoded(attributes.value("name")), decoded(attributes.value("id")),
                state == "hidden" || state == "veryHidden"});
        }
    }
    void ended(int) override {}
    void text(std::string_view) override {}
};

class FormatReceiver final : public XmlReceiver
{
public:
    std::vector<NumberFormat> formats;

    void started(int depth, std::string_view element, const XmlAttributes &attributes) override
    {
        if (depth == 2)
            m_inCellFormats = element == "cellXfs";
        else if (depth == 3 && element == "numFmt")
            m_custom.insert(
                number(attributes.value("numFmtId"), -1), numberFormat(decoded(attributes.value("formatCode"))));
        else if (depth == 3 && m_inCellFormats && element == "xf")
            m_ids.push_back(number(attributes.value("numFmtId"), 0));
    }
    void ended(int depth) override
    {
        if (depth != 1)
            return;
        for (const int id : m_ids) {
            const auto custom = m_custom.constFind(id);
            formats.push_back(custom != m_custom.cend() ? *custom : builtInFormat(id));
        }
    }
    void text(std::string_view) override {}

private:
    bool m_inCellFormats = false;
    QHash<int, NumberFormat> m_custom;
    std::vector<int> m_ids;
};

class StringReceiver final : public XmlReceiver
{
public:
    explicit StringReceiver(const Archive &archive)
        : m_archive(archive)
    {
    }
    SharedStrings strings;

    void started(int depth, std::string_view element, const XmlAttributes &) override
    {
        if (depth == 3)
            m_inRun = element == "r";
        m_collecting = element == "t" && (depth == 3 || (depth == 4 && m_inRun));
    }
    void ended(int depth) override
    {
        m_collecting = false;
        if (depth != 2)
            return;
        strings.add(m_text);
        m_text.clear();
        if (strings.size() > maxStrings)
            refuse(m_archive.damaged(QStringLiteral("too many shared strings")));
    }
    void text(std::string_view utf8) override
    {
        if (!m_collecting)
            return;
        // What is longer is far beyond what a cell holds: the cell that uses it will be refused by its place.
        m_text.append(utf8.substr(0, SharedStrings::longest - m_text.size()));
    }

private:
    const Archive &m_archive;
    bool m_inRun = false;
    bool m_collecting = false;
    std::string m_text;
};

QByteArray relationshipsOf(const QByteArray &part)
{
    const qsizetype slash = part.lastIndexOf('/');
    return part.left(slash + 1) + "_rels/" + part.mid(slash + 1) + ".rels";
}

Result<Relationships> readRelationships(const Archive &archive, const QByteArray &owner)
{
    RelationshipReceiver receiver(owner);
    if (const QByteArray part = relationshipsOf(owner); archive.has(part))
        KP_DO(readXml(archive, part, receiver));
    return receiver.found;
}

QByteArray firstOfKind(const Relationships &relationships, QStringView kind)
{
    for (const Relationship &relationship : relationships)
        if (relationship.kind == kind)
            return relationship.part;
    return {};
}

/// The zip holds no xl/workbook.xml: say what it holds instead.
Fault otherPackage(const Archive &archive)
{
    if (archive.has("xl/workbook.bin"))
        return {FaultKind::Invalid,
            WorkbookText::tr("%1 is a binary workbook (.xlsb). Open it in Excel or WPS and save it as .xlsx.")
                .arg(archive.fileName())};
    if (archive.has("content.xml") && archive.has("mimetype"))
        return {FaultKind::Invalid,
            WorkbookText::tr("%1 is an OpenDocument file. Open it in Excel, WPS or LibreOffice and save it as .xlsx.")
                .arg(archive.fileName())};
    return notAWorkbook(archive.fileName());
}
} // namespace

QString typedText(std::string_view utf8)
{
    QString text = decoded(utf8);
    for (qsizetype at = text.indexOf(u"_x"); at >= 0; at = text.indexOf(u"_x", at + 1)) {
        if (at + 7 > text.size() || text.at(at + 6) != u'_')
            continue;
        bool isHex = false;
        const ushort unit = QStringView(text).mid(at + 2, 4).toUShort(&isHex, 16);
        if (isHex)
            text.replace(at, 7, QChar(unit));
    }
    return text;
}

Result<BookOutline> readOutline(const Archive &archive)
{
    KP_TRY(packageParts, readRelationships(archive, QByteArray()));
    QByteArray book = firstOfKind(packageParts, u"officeDocument");
    if (book.isEmpty())
        book = "xl/workbook.xml";
    if (!archive.has(book) || book.endsWith(".bin"))
        return otherPackage(archive);
    KP_TRY(relationships, readRelationships(archive, book));
    BookReceiver receiver;
    KP_DO(readXml(archive, book, receiver));

    BookOutline outline;
    outline.date1904 = receiver.date1904;
    outline.styles = firstOfKind(relationships, u"styles");
    outline.sharedStrings = firstOfKind(relationships, u"sharedStrings");
    for (const BookReceiver::Tab &tab : std::as_const(receiver.tabs)) {
        const Relationship target = relationships.value(tab.relationship);
        outline.sheets.append({tab.name, tab.hidden, target.kind == u"worksheet" ? target.part : QByteArray()});
    }
    if (outline.sheets.isEmpty())
        return otherPackage(archive);
    return outline;
}

Result<std::vector<NumberFormat>> readFormats(const Archive &archive, const QByteArray &part)
{
    FormatReceiver receiver;
    if (archive.has(part))
        KP_DO(readXml(archive, part, receiver));
    return std::move(receiver.formats);
}

Result<SharedStrings> readSharedStrings(const Archive &archive, const QByteArray &part)
{
    StringReceiver receiver(archive);
    if (archive.has(part))
        KP_DO(readXml(archive, part, receiver));
    return std::move(receiver.strings);
}

} // namespace kp::workbook
