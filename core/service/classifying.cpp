// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/classifying.h"

#include "core/classify/item_text.h"
#include "core/service/guard.h"
#include "core/service/issuing.h"

#include <QCoreApplication>
#include <QHash>

namespace kp::service
{

namespace
{
struct ClassificationText {
    Q_DECLARE_TR_FUNCTIONS(Classification)
};
} // namespace

Result<std::shared_ptr<const rules::ClassificationCatalogue>> Classifying::catalogue(
    const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices, company));
    KP_TRY(stored, m_stores.learned.newest(company, mostRemembered));
    QList<classify::LearnedItem> learned;
    for (const store::LearnedCode &one : std::as_const(stored))
        learned.append({one.item, one.code});
    return std::make_shared<const rules::ClassificationCatalogue>(m_issuing.classification()->knowing(learned));
}

Outcome Classifying::learn(const Actor &actor, CompanyId company, const QString &item, const QString &code)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    const Classification *row = m_issuing.classification()->find(code);
    const QString folded = classify::folded(item);
    if (row == nullptr || row->summary || folded.isEmpty())
        return Fault{FaultKind::Invalid, ClassificationText::tr("%1 can not be proposed for \"%2\".").arg(code, item)};
    return m_stores.learned.put(company, folded, {item.trimmed(), code}, actor.user, m_clock.nowMs());
}

Outcome Classifying::learnFrom(const Actor &actor, CompanyId company, const QList<InvoiceDraft> &drafts)
{
    QHash<QString, QString> chosen; // a batch often has an item many times
    for (const InvoiceDraft &draft : drafts)
        for (const DraftLine &line : draft.lines)
            if (!classify::folded(line.item).isEmpty()) // a name of punctuation alone teaches nothing
                chosen.insert(line.item, line.classification);
    store::Transaction transaction(m_stores.database);
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        KP_DO(learn(actor, company, it.key(), it.value()));
    return transaction.commit();
}

} // namespace kp::service
