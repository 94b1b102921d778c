// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/favourite_binding.h"

#include "ui/kit/banner.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/texts.h"

#include <QCheckBox>

namespace kp
{

using namespace Qt::StringLiterals;

QCheckBox *bindingBox(Office &office, ListPage *list, QWidget *parent)
{
    auto *box = new QCheckBox(RecordPagesText::tr("Issuers may issue these items only"), parent);
    box->setObjectName(u"favourites.binding"_s);
    const bool may = office.actor().may(Permission::SetCompanyRules);
    box->setEnabled(may);
    box->setToolTip(
        may ? QString() : whyNot({.id = {}, .text = {}, .needs = Permission::SetCompanyRules}, office.actor(), {}));
    const auto load = [&office, box] {
        const auto binding = office.ask([company = office.companyId()](service::Services &services) {
            return services.favourites.isBinding(company);
        });
        then(box, binding, [box](const Result<bool> &is) { box->setChecked(is.valueOr(false)); });
    };
    QObject::connect(&office, &Office::companyChanged, box, load);
    QObject::connect(box, &QCheckBox::clicked, list, [&office, list, load](bool binding) {
        const auto set =
            office.ask([actor = office.actor(), company = office.companyId(), binding](service::Services &services) {
                return services.favourites.setBinding(actor, company, binding);
            });
        then(list, set, [list, load](const Outcome &outcome) {
            if (!outcome.ok())
                list->banner()->showFault(outcome.fault());
            load();
        });
    });
    load();
    return box;
}

} // namespace kp
