// SPDX-License-Identifier: GPL-3.0-or-later
// 业务类型管理 (S2 5.6).
#include "ui/pages/record_files.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

QWidget *makeBusinessTypesPage(Office &office, QWidget *parent)
{
    using R = BusinessType;
    QList<Word> companies;
    for (const service::CompanyChoice &choice : office.companies())
        companies.append({QString::number(choice.company.id.value()), choice.company.party.name});
    ColumnSpec seller = columnOf<R>(u"company"_s, 260);
    seller.label = RecordPagesText::tr("Seller");
    seller.kind = FieldKind::Choice;
    seller.words = companies;
    seller.sortable = false;

    RecordSpec spec;
    spec.list = {
        .key = u"businessTypes"_s,
        .title = RecordPagesText::tr("Business types"),
        .columns = {columnOf<R>(u"name"_s, 240), columnOf<R>(u"note"_s, 320), seller, columnOf<R>(u"changedBy"_s, 110),
            columnOf<R>(u"changedAt"_s, 160)},
        .filters = {{u"company"_s, RecordPagesText::tr("Seller"), FilterSpec::Kind::Choice, companies},
            {u"name"_s, RecordPagesText::tr("Business type"), FilterSpec::Kind::Text}},
        .searchHint = RecordPagesText::tr("Name, note or pinyin initials"),
        .emptyText = RecordPagesText::tr(
            "Business types group the invoices of a company in its own way. None has been set up yet."),
    };
    spec.form = {{{{}, {{.key = u"company"_s, .required = true, .words = companies},
                           {.key = u"name"_s, .required = true}, {.key = u"note"_s}}}},
        1};
    spec.fresh = {{u"company"_s, QString::number(office.companyId().value())}};
    spec.importing = importActs<R>(office);
    spec.exporting = exportActs<R>(office, RecordsOf::EveryCompany);
    spec = describe<R>(office, spec, RecordsOf::EveryCompany);
    FieldTraits &whose = spec.traits.first();
    whose.label = seller.label;
    whose.kind = FieldKind::Choice;
    return makeRecordPage(office, spec, parent);
}

} // namespace kp
