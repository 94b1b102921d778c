// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/classification.h"

#include "core/base/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Resources of a static library are linked in only when somebody asks for them; the macro wants the global namespace.
static void keepReferenceTables()
{
    Q_INIT_RESOURCE(sandbox_reference);
}

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
QString stamp(const QDate &day)
{
    return day.toString(u"yyyyMMdd"_s) + u"000000"_s;
}
} // namespace

Result<Classification> Classification::load()
{
    keepReferenceTables();
    KP_TRY(table, readCsvFile(u":/sandbox/reference/tax-classification.csv"_s));
    KP_TRY(history, readCsvFile(u":/sandbox/reference/tax-classification-shortname-history.csv"_s));
    constexpr qsizetype tableColumns = 7;   // code,name,short_name,rate,is_summary,keywords,description
    constexpr qsizetype historyColumns = 5; // code,name,short_name,valid_from,valid_to
    const QDate firstEdition(2018, 1, 1);   // short names became mandatory
    Classification out;
    out.m_edition = stamp(firstEdition);
    for (qsizetype i = 1; i < table.size(); ++i) {
        const QStringList &row = table.at(i);
        if (row.size() != tableColumns)
            return Fault{FaultKind::Internal, u"税收分类编码表第%1行有误"_s.arg(i + 1)};
        out.m_order.append(row[0]);
        out.m_entries.insert_or_assign(
            row[0], Entry{row[1], row[2], row[3], row[6], row[4] == u"1", stamp(firstEdition)});
    }
    for (qsizetype i = 1; i < history.size(); ++i) {
        const QStringList &row = history.at(i);
        if (row.size() != historyColumns)
            return Fault{FaultKind::Internal, u"简称沿革表第%1行有误"_s.arg(i + 1)};
        const auto entry = out.m_entries.find(row[0]);
        if (entry == out.m_entries.end())
            continue; // a code withdrawn since
        const QDate from = QDate::fromString(row[3], Qt::ISODate);
        entry->second.names.append(DatedName{row[2], from, QDate::fromString(row[4], Qt::ISODate)});
        entry->second.changed = std::max(entry->second.changed, stamp(from));
        out.m_edition = std::max(out.m_edition, stamp(from));
    }
    return out;
}

bool Classification::isSummary(const QString &code) const
{
    const auto entry = m_entries.find(code);
    return entry != m_entries.end() && entry->second.summary;
}

QString Classification::shortName(const QString &code) const
{
    const auto entry = m_entries.find(code);
    return entry == m_entries.end() ? QString() : entry->second.shortName;
}

bool Classification::hasShortName(const QString &code, const QString &shortName, const QDate &day) const
{
    const auto entry = m_entries.find(code);
    if (entry == m_entries.end())
        return false;
    if (entry->second.shortName == shortName)
        return true;
    return std::any_of(entry->second.names.cbegin(), entry->second.names.cend(), [&](const DatedName &name) {
        return name.shortName == shortName && name.from <= day && (!name.to.isValid() || day < name.to);
    });
}

QString Classification::parentOf(const QString &code) const
{
    // Levels are one digit (篇), then nine times two (类, 章 … 细目); a parent ends in zeros.
    for (qsizetype length = code.size() - 2; length >= 1; length -= 2) {
        const QString parent = code.first(length).leftJustified(code.size(), u'0');
        if (parent != code && m_entries.contains(parent))
            return parent;
    }
    return {};
}

Classification::Extract Classification::changedSince(const QString &since) const
{
    Extract out;
    out.list = "[";
    for (const QString &code : m_order) {
        const Entry &entry = m_entries.at(code);
        if (!since.isEmpty() && entry.changed <= since)
            continue;
        QJsonObject item{{u"fjbm"_s, parentOf(code)}, {u"sphfwssflhbbm"_s, code}, {u"sphfwmc"_s, entry.name},
            {u"sphfwfljc"_s, entry.shortName}, {u"sm"_s, entry.note}, {u"zzssl"_s, entry.rate},
            {u"sfhzx"_s, entry.summary ? u"Y"_s : u"N"_s}, {u"cezs"_s, u"N"_s},
            {u"bzs"_s, code.startsWith(u'6') ? u"Y"_s : u"N"_s},
            {u"qyrq"_s,
                entry.changed.first(4) + u'-' + entry.changed.sliced(4, 2) + u'-' + entry.changed.sliced(6, 2)}};
        // The source table says nothing about these; the platform sends every field.
        for (const char *unknown : {"tdyslxdm", "jzjtdm", "zsl", "zzstsgl", "zzszcyj", "zzstsnrdm", "xfsgl", "xfszcyj",
                 "xfstsnrdm", "gjz", "dytjjbm", "hgjcksppm", "tyrq"})
            item.insert(QLatin1StringView(unknown), QString());
        item.insert(u"zspmList"_s, QJsonArray());
        out.list += (out.count == 0 ? "" : ",") + QJsonDocument(item).toJson(QJsonDocument::Compact);
        ++out.count;
    }
    out.list += "]";
    return out;
}

} // namespace kp::sandbox
