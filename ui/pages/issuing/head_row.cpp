// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/head_row.h"

#include "core/rules/preferences.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/theme.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/draft_fields.h"
#include "ui/pages/issuing/look_up.h"

#include <QLineEdit>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostBusinessTypes = 20;
constexpr TaxRate fullLevy = TaxRate::fromMillionths(30'000);
} // namespace

HeadRow::HeadRow(Office &office, DraftFields &fields, QWidget *parent)
    : QWidget(parent)
    , m_fields(fields)
{
    setObjectName(u"issuing.head"_s);
    setLayout(new FlowLayout(grid(2), 4));
    add(u"taxMode"_s, codeWords<TaxMode>());
    add(u"businessType"_s, {});
    add(u"waiver"_s, codeWords<WaiverReason>());
    add(u"refund"_s, codeWords<RefundClass>());
    proposeBusinessTypes(office);
}

void HeadRow::add(const QString &key, const QList<Word> &words)
{
    QWidget *cell = m_fields.addCell({.key = key, .words = words}, this);
    layout()->addWidget(cell);
    m_cells.insert(key, cell);
}

/// Those that were kept under 业务类型; another word may be typed.
void HeadRow::proposeBusinessTypes(Office &office)
{
    FieldEditor *field = m_fields.editor(u"businessType"_s);
    QLineEdit *edit = field == nullptr ? nullptr : field->lineEdit();
    if (edit == nullptr)
        return;
    auto *popup = new ProposalPopup(edit, [this, &office](const QString &typed) {
        store::RecordQuery query;
        if (const IssuingFacts *facts = office.facts())
            query.scope = store::Scope::only(facts->company.id);
        query.text = typed.trimmed();
        const auto found = office.reader().run([actor = office.actor(), query](service::Reading &reading) {
            return reading.records<BusinessType>().page(actor, query, std::nullopt, mostBusinessTypes);
        });
        return proposals<BusinessType>(this, found,
            [](const BusinessType &type) { return Proposal{.text = type.name, .detail = type.note, .value = {}}; });
    });
    connect(popup, &ProposalPopup::taken, this, [this] { Q_EMIT m_fields.edited(u"businessType"_s); });
    lookUpWith(edit, *popup, office.desk().memory);
}

void HeadRow::setNeeded(const QString &key, bool needed)
{
    // What has been filled in stays in sight, so that it can be taken out again.
    QWidget *cell = m_cells.value(key);
    if (cell != nullptr && cell->isHidden() == needed)
        cell->setVisible(needed);
}

void HeadRow::follow(const InvoiceDraft &draft, const IssuingFacts &facts)
{
    const auto anyLine = [&](auto is) { return std::any_of(draft.lines.begin(), draft.lines.end(), is); };
    const bool small = facts.company.taxpayerKind == TaxpayerKind::SmallScale ||
                       facts.company.taxpayerKind == TaxpayerKind::ConvertedSmallScale;
    const bool atFullLevy = anyLine([](const DraftLine &line) { return line.rate == fullLevy; });
    setNeeded(
        u"waiver"_s, draft.waiver != WaiverReason::None || (small && atFullLevy && draft.kind == InvoiceKind::Special));
    setNeeded(u"refund"_s, draft.refund != RefundClass::None ||
                               anyLine([](const DraftLine &line) { return rules::ruleOf(line.preference).refunded; }));
}

} // namespace kp
