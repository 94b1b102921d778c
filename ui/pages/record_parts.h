// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of base data share: from a described page and a kind of record to a working one.
#pragma once

#include "core/rules/record_checks.h"
#include "ui/kit/form.h"
#include "ui/kit/record_page.h"
#include "ui/kit/schema_column.h"
#include "ui/pages/record_rows.h"

namespace kp
{

/// A cell that is worked out rather than kept; an invalid value: it is a field.
template<class T>
using WorkedOut = std::function<QVariant(const T &record, const QString &column)>;

/// What the rules say of a record as it stands in a form.
template<class T>
QList<Finding> checkedTexts(const Office &office, const FieldTexts &texts)
{
    T record;
    const QList<Finding> unread = read(texts, record);
    const IssuingFacts *facts = office.facts();
    const rules::UsableRates rates(facts == nullptr ? QList<UsableRate>() : facts->rates, office.desk().clock.today());
    const auto classes = office.classification();
    const rules::ClassificationLookup lookup = classes->lookup();
    return unread + rules::checkRecord(rules::tidiedRecord(record), {lookup, rates});
}

template<class T>
QFuture<Result<FieldTexts>> loadRecord(Office &office, qint64 id)
{
    return office.ask([actor = office.actor(), id](service::Services &services) -> Result<FieldTexts> {
        KP_TRY(record, services.records<T>().find(actor, typename service::Records<T>::Id(id)));
        return textsOf(record);
    });
}

template<class T>
QFuture<Result<Saved>> saveRecord(Office &office, const FieldTexts &texts)
{
    T record;
    const QList<Finding> unread = read(texts, record);
    if (hasErrors(unread))
        return ready(Result<Saved>(Saved{0, unread}));
    if (!record.company.isValid())
        record.company = office.companyId();
    return office.ask([actor = office.actor(), record](service::Services &services) -> Result<Saved> {
        const service::SavedRecord<T> saved = services.records<T>().save(actor, record);
        if (hasErrors(saved.findings))
            return Saved{0, saved.findings};
        if (!saved.record.ok())
            return saved.record.fault();
        return Saved{saved.record->id.value(), saved.findings};
    });
}

/// The ids a selection stands for, asked for beside the window.
template<class T>
QFuture<Result<QList<qint64>>> chosenIds(
    Office &office, const store::RecordQuery &query, const ListSelection &selection)
{
    if (!selection.everything)
        return ready(Result<QList<qint64>>(selection.ids));
    return office.longReader().run(
        [actor = office.actor(), query](service::Reading &reading) { return reading.records<T>().ids(actor, query); });
}

Removed removedOf(const service::Removal &removal);

template<class T>
QFuture<Result<Removed>> removeRecords(
    Office &office, QObject *context, const store::RecordQuery &query, const ListSelection &selection)
{
    auto answer = Answer<Removed>::begin();
    then(context, chosenIds<T>(office, query, selection), [&office, context, answer](const Result<QList<qint64>> &ids) {
        if (!ids.ok()) {
            answer->give(ids.fault());
            return;
        }
        const auto removal = office.ask([actor = office.actor(), ids = *ids](service::Services &services) {
            return services.records<T>().remove(actor, ids);
        });
        then(context, removal, [answer](const Result<service::Removal> &done) {
            answer->give(done.ok() ? Result<Removed>(removedOf(*done)) : done.fault());
        });
    });
    return answer->promise.future();
}

/// Fills in what follows from the kind of record: traits, rows, acts, rights, words.
/// @param asked what the list asks for, where it is not just what its filters say
template<class T>
RecordSpec describe(Office &office, RecordSpec spec, RecordsOf whose = RecordsOf::ChosenCompany,
    const WorkedOut<T> &workedOut = {}, std::function<store::RecordQuery(const ListQuery &)> asked = {})
{
    if (!asked)
        asked = [&office, whose](const ListQuery &query) { return recordQuery<T>(office, query, whose); };
    spec.noun = label(recordKind<T>()).toLower();
    spec.nameKey = QStringLiteral("name");
    spec.traits = traitsOf<T>(spec.form);
    spec.manages = Permission::MaintainRecords;
    spec.views = Permission::ViewRecords;
    spec.list.tables.append(RecordLister<T>::table());
    const auto rowOf = [columns = spec.list.columns, workedOut](const T &record) {
        ListRow row{record.id.value(), {}};
        for (const ColumnSpec &column : columns) {
            const Field<T> *field = schema<T>().find(column.key);
            const QVariant own = workedOut ? workedOut(record, column.key) : QVariant();
            row.cells.append(own.isValid() || field == nullptr ? own : field->store(record));
        }
        return row;
    };
    spec.list.source = std::make_shared<KeyedRows<RecordLister<T>>>(office, rowOf, asked);
    spec.acts.load = [&office](qint64 id) { return loadRecord<T>(office, id); };
    spec.acts.check = [&office](const FieldTexts &texts) { return checkedTexts<T>(office, texts); };
    spec.acts.save = [&office](const FieldTexts &texts) { return saveRecord<T>(office, texts); };
    spec.acts.remove = [&office, asked](const ListQuery &query, const ListSelection &selection) {
        return removeRecords<T>(office, &office, asked(query), selection);
    };
    return spec;
}

/// The page, kept up to date with the books and the chosen company.
RecordPage *makeRecordPage(Office &office, const RecordSpec &spec, QWidget *parent);

} // namespace kp
