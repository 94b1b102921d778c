// SPDX-License-Identifier: GPL-3.0-or-later
// Records and files. A file is read beside the window; its rows go to the work thread step by step, so that whatever
// else waits there gets its turn in between.
#pragma once

#include "core/document/workbook/record_reader.h"
#include "core/document/workbook/record_writer.h"
#include "core/service/record_import.h"
#include "ui/kit/record_spec.h"
#include "ui/pages/record_rows.h"

#include <QtConcurrent>

#include <semaphore>

namespace kp
{

/// Stopped by the person. Fault: Conflict.
Outcome stoppedJob();

/// Runs job(service::Services &), which gives an Outcome, on the work thread and waits for it, but no longer than the
/// job is wanted. Not to be called on the window's thread.
template<class F>
Outcome atWork(const Rooms &rooms, const JobWatchPtr &watch, F job)
{
    struct Wait {
        std::binary_semaphore done{0};
        std::optional<Outcome> outcome;
    };
    const auto wait = std::make_shared<Wait>();
    if (watch->stop)
        return stoppedJob();
    rooms.work.run([wait, job = std::move(job), &services = rooms.services]() mutable {
        wait->outcome = job(services);
        wait->done.release();
        return true;
    });
    while (!wait->done.try_acquire_for(std::chrono::milliseconds(50)))
        if (watch->stop)
            return stoppedJob();
    return *wait->outcome;
}

/// The template and the kinds of files that can be read.
ImportActs importFiles(const workbook::RecordTemplate &form);

/// What one import is told.
struct ImportJob {
    Actor actor;
    CompanyId company;
    QString path;
    JobWatchPtr watch;
    bool forGood = false; ///< else it is only tried
};

/// What it has found, ready for the window.
struct ImportEnd {
    ImportTrial trial;
    QList<CellFinding> findings; ///< what a marked file marks
    RecordColumns columns;
};

/// @param names of the records by row
Result<ImportEnd> endOf(const std::optional<ImportReport> &report, const QHash<int, QString> &names);

template<class T>
Result<ImportEnd> runImport(const Rooms &rooms, const ImportJob &job)
{
    using Import = service::RecordImport<T>;
    const auto mode = job.forGood ? Import::Mode::Write : Import::Mode::Try;
    const auto import = std::make_shared<std::unique_ptr<Import>>(); // made and used on the work thread
    QHash<int, QString> names;
    const Field<T> *naming = schema<T>().find(u"name");
    const auto takeStep = [&](const RecordColumns &columns, const QList<ReadRecord<T>> &rows) -> Outcome {
        for (const ReadRecord<T> &row : rows)
            names.insert(row.row, naming == nullptr ? QString() : naming->text(row.record));
        KP_DO(atWork(rooms, job.watch, [import, job, mode, columns, rows](service::Services &services) {
            if (!*import)
                *import = std::make_unique<Import>(
                    services.store, services.clock, services.issuing, job.actor, job.company, mode);
            return (*import)->step(columns, rows);
        }));
        job.watch->done += rows.size();
        return Done{};
    };
    KP_TRY(sheet, workbook::readRecords<T>(job.path, Import::rowsOfStep, takeStep));
    std::optional<ImportReport> report;
    if (*import) {
        report = (*import)->report();
        report->findings = sheet.findings + report->findings;
    }
    KP_TRY(end, endOf(report, names));
    end.columns = sheet.columns;
    return end;
}

template<class T>
QFuture<Result<ImportTrial>> importRecords(
    Office &office, const std::shared_ptr<ImportEnd> &last, const QString &path, const JobWatchPtr &watch, bool forGood)
{
    // How many rows the file has is known from the trial.
    watch->total = forGood ? last->trial.rows.size() : 0;
    const ImportJob job{office.actor(), office.companyId(), path, watch, forGood};
    auto answer = Answer<ImportTrial>::begin();
    then(&office, QtConcurrent::run([rooms = office.rooms(), job] { return runImport<T>(rooms, job); }),
        [last, answer](const Result<ImportEnd> &end) {
            if (end.ok())
                *last = *end;
            answer->give(end.ok() ? Result<ImportTrial>(end->trial) : end.fault());
        });
    return answer->promise.future();
}

/// Template, trial, import and marked file of a kind of record.
template<class T>
ImportActs importActs(Office &office)
{
    const auto last = std::make_shared<ImportEnd>();
    ImportActs acts = importFiles(workbook::recordTemplate<T>());
    acts.tryOut = [&office, last](const QString &path, const JobWatchPtr &watch) {
        return importRecords<T>(office, last, path, watch, false);
    };
    acts.takeIn = [&office, last](const QString &path, const JobWatchPtr &watch) {
        return importRecords<T>(office, last, path, watch, true);
    };
    acts.writeMarked = [last](const QString &from, const QString &to) {
        return QtConcurrent::run([from, to, last = *last] {
            return workbook::writeMarkedRecords(from, to, workbook::recordTemplate<T>(), last.columns, last.findings);
        });
    };
    return acts;
}

/// Writes the records a selection stands for as a workbook that can be imported again.
template<class T>
ExportActs exportActs(Office &office, RecordsOf whose = RecordsOf::ChosenCompany)
{
    const auto write = [&office, whose](const ListQuery &query, const ListSelection &selection, const QString &path,
                           const JobWatchPtr &watch) {
        return office.longReader().run([actor = office.actor(), asked = recordQuery<T>(office, query, whose), selection,
                                           path, watch](service::Reading &reading) -> Result<qint64> {
            constexpr qsizetype step = 2000;
            KP_TRY(ids,
                selection.everything ? reading.records<T>().ids(actor, asked) : Result<QList<qint64>>(selection.ids));
            watch->total = ids.size();
            workbook::RecordWriter<T> writer;
            for (qsizetype at = 0; at < ids.size(); at += step) {
                if (watch->stop)
                    return stoppedJob().fault();
                KP_TRY(records, reading.records<T>().findAll(actor, ids.mid(at, step)));
                writer.add(records);
                watch->done = writer.count();
            }
            KP_DO(writer.save(path));
            return qint64(writer.count());
        });
    };
    return {.fileName = workbook::recordTemplate<T>().exportName, .write = write};
}

} // namespace kp
