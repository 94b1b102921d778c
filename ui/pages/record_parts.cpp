// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/record_parts.h"

#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

Removed removedOf(const service::Removal &removal)
{
    Removed removed{removal.removed, {}};
    for (const service::Removal::Kept &kept : removal.kept)
        removed.kept.append({0, kept.name, {u"kept"_s, RecordPagesText::tr("Not deleted"), Tone::Error}, kept.reason});
    return removed;
}

RecordPage *makeRecordPage(Office &office, const RecordSpec &spec, QWidget *parent)
{
    auto *page = new RecordPage(spec, office.desk(), parent);
    QObject::connect(&office, &Office::tablesChanged, page->list(), &ListPage::tablesChanged);
    QObject::connect(&office, &Office::companyChanged, page, &RecordPage::startOver);
    QObject::connect(&office, &Office::recordAsked, page, [page, own = spec.list.key](const QString &asked, qint64 id) {
        if (asked == own)
            page->look(id);
    });
    return page;
}

} // namespace kp
