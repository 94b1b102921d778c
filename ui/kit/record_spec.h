// SPDX-License-Identifier: GPL-3.0-or-later
// A page that keeps records, described as data: its list, its form, and the acts behind them. The kit knows records by
// the plain texts of their fields only; what they are is the page's affair.
#pragma once

#include "core/base/result.h"
#include "core/domain/finding.h"
#include "ui/kit/field_editor.h"
#include "ui/kit/job_watch.h"
#include "ui/kit/spec.h"

#include <QFuture>

namespace kp
{

class Form;
class ListPage;

/// What became of one row of a batch.
struct RowResult {
    int row = 0;  ///< in the user's file; 0: it is not about a row
    QString name; ///< what the row is about
    Word state;   ///< "New", "Unchanged", "Error": rows are counted by it
    QString text = {};

    [[nodiscard]] bool isBad() const { return state.tone == Tone::Error; }
    [[nodiscard]] bool isRemarked() const { return isBad() || !text.isEmpty(); }
};

/// What a save came to. With errors among the findings nothing was saved.
struct Saved {
    qint64 id = 0;
    QList<Finding> findings = {};
};

/// What a deletion came to.
struct Removed {
    qint64 gone = 0;
    QList<RowResult> kept = {}; ///< those that could not go, each with its reason
};

/// All are called on the UI thread and return at once.
struct RecordActs {
    /// All texts of a record, also those that the form does not show.
    std::function<QFuture<Result<FieldTexts>>(qint64 id)> load;
    /// @param texts as they were loaded (of a new record: what it began with), with what stands in the form
    std::function<QFuture<Result<Saved>>(const FieldTexts &texts)> save = {}; ///< absent: nothing is entered here
    std::function<QFuture<Result<Removed>>(const ListQuery &query, const ListSelection &selection)> remove = {};
    /// What is wrong as far as the form alone can tell, while it is filled in; may be absent.
    std::function<QList<Finding>(const FieldTexts &texts)> check = {};
};

/// What a file would bring, or has brought.
struct ImportTrial {
    QList<RowResult> rows;
    qint64 good = 0; ///< rows that are, or were, taken in
};

struct ImportActs {
    QString templateName; ///< proposed for the template: "商品信息导入模板.xlsx"
    QStringList filters;  ///< of files that can be read: "Excel workbooks (*.xlsx)"
    std::function<QFuture<Outcome>(const QString &path)> writeTemplate;
    /// Reads and checks; changes nothing.
    std::function<QFuture<Result<ImportTrial>>(const QString &path, const JobWatchPtr &watch)> tryOut;
    /// Takes in the good rows, all or none of them.
    std::function<QFuture<Result<ImportTrial>>(const QString &path, const JobWatchPtr &watch)> takeIn;
    /// Writes the user's own file once more, with what is wrong marked in it.
    std::function<QFuture<Outcome>(const QString &from, const QString &to)> writeMarked;
};

struct ExportActs {
    QString fileName; ///< without the time and the ending, which are added: "商品信息导出列表"
    /// Gives the number of rows written.
    std::function<QFuture<Result<qint64>>(
        const ListQuery &query, const ListSelection &selection, const QString &path, const JobWatchPtr &watch)>
        write;
};

struct RecordSpec {
    ListSpec list;   ///< its own commands stand before the usual ones; open and firstStep are set by the page
    QString noun;    ///< "item": what one record is called
    QString nameKey; ///< column that names a record in questions
    FormSpec form = {};
    QList<FieldTraits> traits = {};
    FieldTexts fresh = {};                          ///< what a new record begins with
    Permission manages = Permission::IssueInvoices; ///< new, edit, delete, import
    Permission views = Permission::ViewInvoices;    ///< view, export, print
    RecordActs acts = {};
    std::optional<ImportActs> importing = {};
    std::optional<ExportActs> exporting = {};
    /// Why no further record can be added now; empty text: it can. May be absent.
    std::function<QString(const CommandContext &)> whyNoMore = {};
    /// F7 or the button beside a field with lookUp. @p anchor is the field's editor.
    std::function<void(Form &form, const QString &key, QWidget *anchor)> lookUp = {};
    /// A field was changed by the person: others may follow it.
    std::function<void(Form &form, const QString &key)> committed = {};
    /// Makes a part that belongs to the list and stands beneath it. May be absent.
    std::function<QWidget *(ListPage &list, QWidget *parent)> beneath = {};
};

} // namespace kp
