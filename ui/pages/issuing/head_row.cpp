// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/head_row.h"

#include "core/rules/preferences.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/theme.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/draft_fields.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr TaxRate fullLevy = TaxRate::fromMillionths(30'000);
} // namespace

HeadRow::HeadRow(DraftFields &fields, QWidget *parent)
    : QWidget(parent)
    , m_fields(fields)
{
    setObjectName(u"issuing.head"_s);
    setLayout(new FlowLayout(grid(2), 4));
    add(u"taxMode"_s, codeWords(taxModes()));
    add(u"businessType"_s, {});
    add(u"waiver"_s, codeWords(waiverReasons()));
    add(u"refund"_s, codeWords(refundClasses()));
}

void HeadRow::add(const QString &key, const QList<Word> &words)
{
    auto *cell = new QWidget(this);
    auto *caption = new QLabel(DraftFields::label(key), cell);
    caption->setForegroundRole(QPalette::PlaceholderText);
    FieldEditor *editor = m_fields.add({.key = key, .words = words}, cell);
    editor->setMinimumWidth(grid(22));
    caption->setBuddy(editor);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(caption);
    row->addWidget(editor);
    layout()->addWidget(cell);
    m_cells.insert(key, cell);
}

void HeadRow::setNeeded(const QString &key, bool needed)
{
    // What has been filled in stays in sight, so that it can be taken out again.
    QWidget *cell = m_cells.value(key);
    if (cell->isHidden() == needed)
        cell->setVisible(needed);
}

void HeadRow::follow(const InvoiceDraft &draft, const IssuingFacts &facts)
{
    const auto anyLine = [&](auto is) { return std::any_of(draft.lines.begin(), draft.lines.end(), is); };
    const bool small = facts.company.kind == TaxpayerKind::SmallScale;
    const bool atFullLevy = anyLine([](const DraftLine &line) { return line.rate == fullLevy; });
    setNeeded(u"waiver"_s, draft.waiver != WaiverReason::None ||
                               (small && atFullLevy && draft.kind == InvoiceKind::Special));
    setNeeded(u"refund"_s, draft.refund != RefundClass::None || anyLine([](const DraftLine &line) {
        return rules::ruleOf(line.preference).refunded;
    }));
}

} // namespace kp
