// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs_records.h"

#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "core/document/workbook/record_reader.h"
#include "core/document/workbook/record_writer.h"
#include "core/service/record_reading.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kp::cli
{

namespace
{
constexpr qsizetype exportStep = 1000;

QString action(const Arguments &arguments)
{
    return arguments.positional.value(0, QStringLiteral("list"));
}

/// Says how the verb is used.
Result<int> usage(const Arguments &arguments)
{
    printError(CommandLineText::tr("Usage: kaipiao-cli %1 list|import FILE|export -o FILE|template -o FILE")
                   .arg(arguments.verb));
    return static_cast<int>(Usage);
}

template<class T>
Result<store::RecordQuery> queryOf(const Session &session)
{
    KP_TRY(company, session.company());
    return store::RecordQuery{store::Scope::only(company), session.arguments.text, {}, {}, true};
}

template<class T>
Result<int> list(const Session &session)
{
    KP_TRY(query, queryOf<T>(session));
    service::RecordReading<T> reading(session.profile.stores());
    KP_TRY(count, reading.count(session.actor, query));
    KP_TRY(page, reading.page(session.actor, query, {}, session.arguments.limit));
    QJsonArray rows;
    for (const T &record : std::as_const(page.rows)) {
        rows.append(toJson(record));
        QStringList words;
        for (const Field<T> &field : schema<T>().fields)
            if (const QString text = isKept(field.key) ? QString() : field.text(record); !text.isEmpty())
                words.append(text);
        if (!session.arguments.json)
            print(words.join(u'\t'));
    }
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("records"), rows}, {QStringLiteral("count"), count}});
    return static_cast<int>(Success);
}

template<class T>
Result<int> exportRecords(const Session &session)
{
    if (session.arguments.output.isEmpty())
        return usage(session.arguments);
    KP_TRY(query, queryOf<T>(session));
    query.descending = false;
    service::RecordReading<T> reading(session.profile.stores());
    KP_TRY(ids, reading.ids(session.actor, query));
    workbook::RecordWriter<T> writer;
    for (qsizetype at = 0; at < ids.size(); at += exportStep) {
        KP_TRY(records, reading.findAll(session.actor, ids.mid(at, exportStep)));
        writer.add(records);
    }
    KP_DO(writer.save(session.arguments.output));
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("count"), writer.count()},
            {QStringLiteral("file"), QFileInfo(session.arguments.output).absoluteFilePath()}});
    else
        print(CommandLineText::tr("%n record(s) exported.", nullptr, writer.count()));
    return static_cast<int>(Success);
}

void printImport(const Arguments &arguments, const ImportReport &report)
{
    QJsonObject summary{{QStringLiteral("total"), report.rows.size()}};
    QStringList words;
    for (const RowState state : {RowState::Added, RowState::Changed, RowState::Same, RowState::Bad}) {
        const QString name = QString::fromLatin1(code(state));
        summary.insert(name, report.count(state));
        words.append(QStringLiteral("%1 %2").arg(name).arg(report.count(state)));
    }
    if (arguments.json)
        return print(QJsonObject{
            {QStringLiteral("summary"), summary}, {QStringLiteral("messages"), findingsJson(report.findings)}});
    print(words.join(QStringLiteral(" · ")));
    for (const CellFinding &finding : report.findings)
        print(findingText(finding));
}

template<class T>
Result<int> importRecords(const Session &session)
{
    const Arguments &arguments = session.arguments;
    if (arguments.positional.size() != 2)
        return usage(arguments);
    using Import = service::RecordImport<T>;
    const QString &path = arguments.positional.at(1);
    KP_TRY(company, session.company());
    service::Services &services = session.profile.services();
    Import import(session.profile.stores(), services.clock, services.issuing, session.actor, company,
        arguments.dryRun ? Import::Mode::Try : Import::Mode::Write);
    KP_TRY(sheet, workbook::readRecords<T>(
                      path, Import::rowsOfStep, [&](const RecordColumns &columns, const QList<ReadRecord<T>> &rows) {
                          return import.step(columns, rows);
                      }));
    ImportReport report = import.report();
    report.findings = sheet.findings + report.findings;
    printImport(arguments, report);
    const bool bad = report.count(RowState::Bad) > 0;
    if (!arguments.markedCopy.isEmpty() && !report.findings.isEmpty())
        KP_DO(workbook::writeMarkedRecords(
            path, arguments.markedCopy, workbook::recordTemplate<T>(), sheet.columns, report.findings));
    return static_cast<int>(bad ? Findings : Success);
}

template<class T>
Result<int> workOn(const Session &session)
{
    if (action(session.arguments) == QLatin1StringView("list"))
        return list<T>(session);
    if constexpr (std::is_same_v<T, Item> || std::is_same_v<T, Customer> || std::is_same_v<T, BusinessType>) {
        if (action(session.arguments) == QLatin1StringView("import"))
            return importRecords<T>(session);
        if (action(session.arguments) == QLatin1StringView("export"))
            return exportRecords<T>(session);
    }
    return usage(session.arguments);
}

template<class T>
Result<int> writeTemplate(const Arguments &arguments)
{
    if (arguments.output.isEmpty())
        return usage(arguments);
    KP_DO(workbook::writeRecordTemplate(arguments.output, workbook::recordTemplate<T>()));
    return static_cast<int>(Success);
}

struct RecordVerb {
    const char *name;
    Result<int> (*work)(const Session &);
    Result<int> (*writeTemplate)(const Arguments &); ///< null: these are not kept in files
};
constexpr RecordVerb recordVerbs[] = {
    {"items", workOn<Item>, writeTemplate<Item>},
    {"customers", workOn<Customer>, writeTemplate<Customer>},
    {"business-types", workOn<BusinessType>, writeTemplate<BusinessType>},
    {"elements", workOn<ElementDefinition>, nullptr},
    {"scenes", workOn<Scene>, nullptr},
};

const RecordVerb *verbNamed(const QString &name)
{
    for (const RecordVerb &verb : recordVerbs)
        if (name == QLatin1StringView(verb.name))
            return &verb;
    return nullptr;
}
} // namespace

bool isRecordVerb(const QString &verb)
{
    return verbNamed(verb) != nullptr;
}

bool isRecordTemplate(const Arguments &arguments)
{
    const RecordVerb *verb = verbNamed(arguments.verb);
    return verb != nullptr && verb->writeTemplate != nullptr && action(arguments) == QLatin1StringView("template");
}

Result<int> writeRecordTemplate(const Arguments &arguments)
{
    const RecordVerb *verb = verbNamed(arguments.verb);
    return verb == nullptr || verb->writeTemplate == nullptr ? usage(arguments) : verb->writeTemplate(arguments);
}

Result<int> workOnRecords(const Session &session)
{
    const RecordVerb *verb = verbNamed(session.arguments.verb);
    return verb == nullptr ? usage(session.arguments) : verb->work(session);
}

} // namespace kp::cli
