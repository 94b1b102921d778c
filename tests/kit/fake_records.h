// SPDX-License-Identifier: GPL-3.0-or-later
// A page of records over a list in memory.
#pragma once

#include "tests/kit/fakes.h"
#include "ui/kit/record_page.h"

namespace kp
{

/// Friends with a name and a note; those whose name begins with "keep" can not be deleted.
class FakeRecords final : public RowSource
{
public:
    struct Friend {
        qint64 id;
        QString name;
        QString note;
    };
    QList<Friend> friends;
    int saves = 0;
    qint64 exported = 0;
    QString path;             ///< of the last file
    ListSelection exportedOf; ///< what the last export was asked for
    JobWatchPtr held;         ///< of an export that does not end by itself
    QPromise<Result<qint64>> heldAnswer;
    bool holds = false;

    explicit FakeRecords(int count)
    {
        for (int i = 1; i <= count; ++i)
            friends.append({i, QStringLiteral("%1 friend").arg(i, 4, 10, QLatin1Char('0')), {}});
    }

    QFuture<Result<qint64>> count(const ListQuery &query) override
    {
        return ready(Result<qint64>(found(query).size()));
    }
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override
    {
        QList<ListRow> out;
        for (const Friend &one : found(query).mid(first, n))
            out.append({one.id, {one.name, one.note}});
        return ready(Result<QList<ListRow>>(out));
    }
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override
    {
        QList<qint64> out;
        for (const Friend &one : found(query).mid(first, n))
            out.append(one.id);
        return ready(Result<QList<qint64>>(out));
    }
    QFuture<Result<ListSums>> sums(const ListQuery &, const ListSelection &selection) override
    {
        return ready(Result<ListSums>(ListSums{selection.ids.size(), {}}));
    }

    [[nodiscard]] QList<Friend> found(const ListQuery &query) const
    {
        QList<Friend> out;
        for (const Friend &one : friends)
            if (one.name.contains(query.search))
                out.append(one);
        return out;
    }
    [[nodiscard]] Friend &at(qint64 id)
    {
        for (Friend &one : friends)
            if (one.id == id)
                return one;
        qFatal("no such friend");
    }
    [[nodiscard]] RecordActs acts()
    {
        return {.load =
                    [this](qint64 id) {
                        const Friend &one = at(id);
                        return ready(Result<FieldTexts>(
                            FieldTexts{{key(), QString::number(id)}, {name(), one.name}, {note(), one.note}}));
                    },
            .save = [this](const FieldTexts &texts) { return ready(save(texts)); },
            .remove = [this](const ListQuery &query,
                          const ListSelection &selection) { return ready(remove(query, selection)); },
            .check = [](const FieldTexts &texts) { return checked(texts); }};
    }
    [[nodiscard]] ImportActs importing()
    {
        return {.templateName = QStringLiteral("friends.xlsx"),
            .filters = {QStringLiteral("Excel workbooks (*.xlsx)")},
            .writeTemplate =
                [this](const QString &to) {
                    path = to;
                    return ready(Outcome(Done{}));
                },
            .tryOut = [](const QString &from, const JobWatchPtr &) { return ready(trial(from)); },
            .takeIn =
                [this](const QString &from, const JobWatchPtr &) {
                    friends.append({1001, QStringLiteral("from a file"), {}});
                    return ready(trial(from));
                },
            .writeMarked =
                [this](const QString &, const QString &to) {
                    path = to;
                    return ready(Outcome(Done{}));
                }};
    }
    [[nodiscard]] ExportActs exporting()
    {
        return {.fileName = QStringLiteral("Friends"),
            .write = [this](const ListQuery &query, const ListSelection &selection, const QString &to,
                         const JobWatchPtr &watch) {
                path = to;
                exportedOf = selection;
                exported = selection.everything ? found(query).size() : selection.ids.size();
                if (!holds)
                    return ready(Result<qint64>(exported));
                held = watch;
                heldAnswer.start();
                return heldAnswer.future();
            }};
    }

    static QString name() { return QStringLiteral("name"); }
    static QString note() { return QStringLiteral("note"); }

private:
    static QList<Finding> checked(const FieldTexts &texts)
    {
        QList<Finding> findings;
        if (texts.value(name()).isEmpty())
            findings.append({Severity::Error, name(), -1, QStringLiteral("A friend has a name.")});
        if (texts.value(note()) == QStringLiteral("?"))
            findings.append({Severity::Warning, note(), -1, QStringLiteral("That says little.")});
        return findings;
    }
    static QString key() { return QStringLiteral("id"); } // not in the form
    Result<Saved> save(const FieldTexts &texts)
    {
        ++saves;
        qint64 id = texts.value(key()).toLongLong();
        const QList<Finding> findings = checked(texts);
        if (hasErrors(findings))
            return Saved{id, findings};
        if (id == 0) {
            id = friends.isEmpty() ? 1 : friends.constLast().id + 1;
            friends.append({id, {}, {}});
        }
        at(id).name = texts.value(name());
        at(id).note = texts.value(note());
        return Saved{id, findings};
    }
    Result<Removed> remove(const ListQuery &query, const ListSelection &selection)
    {
        Removed removed;
        for (const Friend &one : found(query)) {
            if (!selection.everything && !selection.ids.contains(one.id))
                continue;
            if (one.name.startsWith(QStringLiteral("keep"))) {
                removed.kept.append({0, one.name, {QStringLiteral("kept"), QStringLiteral("Kept"), Tone::Error},
                    QStringLiteral("It is needed.")});
                continue;
            }
            ++removed.gone;
            friends.removeIf([&](const Friend &each) { return each.id == one.id; });
        }
        return removed;
    }
    static Result<ImportTrial> trial(const QString &from)
    {
        if (from.endsWith(QStringLiteral(".pdf")))
            return Fault{FaultKind::Invalid, QStringLiteral("That is no workbook.")};
        return ImportTrial{
            {{2, QStringLiteral("from a file"), {QStringLiteral("new"), QStringLiteral("New"), Tone::Success}, {}},
                {3, QString(), {QStringLiteral("error"), QStringLiteral("Error"), Tone::Error},
                    QStringLiteral("A friend has a name.")}},
            1};
    }
};

inline RecordSpec friendSpec(const std::shared_ptr<FakeRecords> &records)
{
    RecordSpec spec;
    spec.list.key = QStringLiteral("friends");
    spec.list.title = QStringLiteral("Friends");
    spec.list.columns = {{.key = FakeRecords::name(), .label = QStringLiteral("Name"), .width = 220},
        {.key = FakeRecords::note(), .label = QStringLiteral("Note"), .width = 220}};
    spec.list.searchHint = QStringLiteral("Name");
    spec.list.emptyText = QStringLiteral("Your friends will stand here.");
    spec.list.source = records;
    spec.noun = QStringLiteral("friend");
    spec.nameKey = FakeRecords::name();
    spec.form = {
        {{QString(), {{.key = FakeRecords::name(), .required = true, .lookUp = true}, {.key = FakeRecords::note()}}}},
        1};
    spec.traits = {{FakeRecords::name(), QStringLiteral("Name"), FieldKind::Text, 50},
        {FakeRecords::note(), QStringLiteral("Note"), FieldKind::Text, 50}};
    spec.manages = Permission::IssueInvoices;
    spec.views = Permission::ViewInvoices;
    spec.acts = records->acts();
    spec.importing = records->importing();
    spec.exporting = records->exporting();
    return spec;
}

} // namespace kp
