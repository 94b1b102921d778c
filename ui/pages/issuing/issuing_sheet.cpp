// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/issuing_sheet.h"

#include "core/domain/schemas.h"
#include "ui/kit/line_table.h"
#include "ui/kit/theme.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/draft_fields.h"
#include "ui/pages/issuing/draft_grammar.h"
#include "ui/pages/issuing/head_row.h"
#include "ui/pages/issuing/line_box.h"
#include "ui/pages/issuing/look_up.h"
#include "ui/pages/issuing/more_box.h"
#include "ui/pages/issuing/part_grid.h"
#include "ui/pages/issuing/party_boxes.h"
#include "ui/pages/issuing/sheet_parts.h"
#include "ui/pages/issuing/texts.h"
#include "ui/pages/issuing/totals_box.h"
#include "ui/pages/office.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostOwnItems = 6; // the classifications come after them

/// Whether the field a finding is about has nothing in it: then the clerk has not come to it yet.
bool isUnfilled(const Finding &finding, const InvoiceDraft &draft)
{
    if (finding.line < 0) {
        const Field<InvoiceDraft> *field = schema<InvoiceDraft>().find(finding.field);
        return field == nullptr ? draft.lines.isEmpty() : field->text(draft).isEmpty();
    }
    const Field<DraftLine> *field = schema<DraftLine>().find(finding.field);
    return field != nullptr && finding.line < draft.lines.size() && field->text(draft.lines.at(finding.line)).isEmpty();
}
} // namespace

// The parts are made in their visual order: that is the tab order.
IssuingSheet::IssuingSheet(Office &office, const IssuingFacts &facts, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_facts(facts)
    , m_fields(new DraftFields(this))
    , m_grammar(std::make_shared<DraftGrammar>(
          facts.rates, facts.today, office.classification(), [&office](const QString &typed) {
              return office.reader().run(
                  [actor = office.actor(), company = companyOf(office), typed](
                      service::Reading &reading) { return reading.items(actor, company, typed, mostOwnItems); });
          }))
{
    setObjectName(u"issuing.sheet"_s);
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), 12, grid(2), 12);
    column->setSpacing(0);
    column->addWidget(makeHeading());
    column->addSpacing(grid(1));
    m_head = new HeadRow(office, *m_fields, this);
    column->addWidget(m_head);
    column->addSpacing(grid(1));
    column->addWidget(makeParties(office));
    m_lines = new LineBox(
        office, m_grammar, [this] { return draft(); }, this);
    column->addWidget(m_lines, 1);
    makeVouchers();
    column->addWidget(m_vouchers);
    m_totals = new TotalsBox(this);
    column->addWidget(m_totals);
    column->addWidget(makeFoot());
    m_more = new MoreBox(office, *m_fields, this);
    column->addWidget(m_more);
    setFacts(facts);
    setKind(m_kind);
    connect(m_fields, &DraftFields::edited, this, &IssuingSheet::followHead);
    connect(m_vouchers, &PartGrid::edited, this, &IssuingSheet::followHead);
    connect(m_more, &MoreBox::edited, this, &IssuingSheet::edited);
    connect(m_more, &MoreBox::failed, this, &IssuingSheet::failed);
    connect(m_buyer, &BuyerBox::failed, this, &IssuingSheet::failed);
    connect(m_buyer, &BuyerBox::told, this, &IssuingSheet::told);
    connect(m_lines, &LineBox::failed, this, &IssuingSheet::failed);
    connect(m_lines, &LineBox::told, this, &IssuingSheet::told);
    connect(m_lines, &LineBox::edited, this, &IssuingSheet::edited);
    for (const LineTable *table : {lines(), m_vouchers->table(), m_more->elements()->table()})
        connect(table->lines(), &LineModel::typed, this, &IssuingSheet::typed);
    connect(&office, &Office::stockChanged, this, &IssuingSheet::showCredit);
    showCredit();
}

IssuingSheet::~IssuingSheet() = default;

LineTable *IssuingSheet::lines() const
{
    return m_lines->lines();
}

QWidget *IssuingSheet::makeHeading()
{
    auto *heading = new QWidget(this);
    m_credit = new QLabel(heading);
    m_credit->setObjectName(u"issuing.credit"_s);
    m_title = new FaceTitle(heading);
    m_day = new QLabel(heading);
    m_day->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_day->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_credit, 1);
    row->addWidget(m_title);
    row->addWidget(m_day, 1);
    return heading;
}

QWidget *IssuingSheet::makeParties(Office &office)
{
    auto *parties = new Ruled(Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge, this);
    m_buyer = new BuyerBox(office, *m_fields, parties);
    m_seller = new SellerBox(*m_fields, parties);
    auto *row = new QHBoxLayout(parties);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(m_buyer, 1);
    row->addWidget(m_seller, 1);
    // Both boxes are open or closed: as on the invoice they are of one height.
    const auto both = [this](bool open) {
        m_buyer->setOpen(open);
        m_seller->setOpen(open);
        m_office.desk().memory.write(u"issuing/parties"_s, open ? "open" : "folded");
    };
    connect(m_buyer, &PartyBox::opened, this, both);
    connect(m_seller, &PartyBox::opened, this, both);
    if (office.desk().memory.read(u"issuing/parties"_s) == "open")
        both(true);
    connect(m_buyer, &BuyerBox::taken, this, [this] {
        Q_EMIT edited();
        goToLines();
    });
    connect(m_buyer, &BuyerBox::filled, this, &IssuingSheet::goToLines);
    return parties;
}

QWidget *IssuingSheet::makeFoot()
{
    auto *foot = new Ruled(Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge, this);
    const auto caption = [foot](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, foot);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(buddy);
        return label;
    };
    FieldEditor *remark = m_fields->add({.key = u"remark"_s, .lines = 2}, foot);
    FieldEditor *payee = m_fields->add({.key = u"payee"_s}, foot);
    FieldEditor *reviewer = m_fields->add({.key = u"reviewer"_s}, foot);
    payee->setMaximumWidth(grid(20));
    reviewer->setMaximumWidth(grid(20));
    m_issuer = new QLabel(foot);
    auto *table = new QGridLayout(foot);
    table->setContentsMargins(12, 8, 12, 8);
    table->setHorizontalSpacing(8);
    table->setVerticalSpacing(6);
    table->addWidget(caption(DraftFields::label(u"remark"_s), remark), 0, 0, Qt::AlignTop);
    table->addWidget(remark, 0, 1);
    auto *names = new QHBoxLayout;
    names->setSpacing(8);
    names->addWidget(payee, 1);
    names->addSpacing(16);
    names->addWidget(caption(DraftFields::label(u"reviewer"_s), reviewer));
    names->addWidget(reviewer, 1);
    names->addSpacing(16);
    names->addWidget(caption(fieldLabel("Issuer"), nullptr));
    names->addWidget(m_issuer);
    names->addStretch(1);
    table->addWidget(caption(DraftFields::label(u"payee"_s), payee), 1, 0);
    table->addLayout(names, 1, 1);
    table->setColumnStretch(1, 1);
    return foot;
}

InvoiceDraft IssuingSheet::draft() const
{
    InvoiceDraft draft;
    m_fields->read(draft);
    draft.kind = m_kind;
    draft.taxIncluded = m_grammar->isTaxIncluded();
    draft.lines = lines()->lines()->lines<DraftLine>();
    if (isMargin(draft.taxMode))
        draft.vouchers = m_vouchers->parts<DeductionVoucher>();
    draft.elements = m_more->elements()->parts<ExtraElement>();
    return draft;
}

InvoiceDraft IssuingSheet::draftAsTyped() const
{
    InvoiceDraft typed = draft();
    typed.lines = lines()->lines()->linesAsTyped<DraftLine>();
    if (isMargin(typed.taxMode))
        typed.vouchers = m_vouchers->table()->lines()->linesAsTyped<DeductionVoucher>();
    typed.elements = m_more->elements()->table()->lines()->linesAsTyped<ExtraElement>();
    return typed;
}

void IssuingSheet::makeVouchers()
{
    const auto column = [](const char *key, int width) {
        return LineColumn{.key = QString::fromLatin1(key), .label = {}, .width = width};
    };
    LineColumn kind = column("kind", 150);
    kind.words = codeWords<VoucherKind>();
    LineColumn remark = column("remark", 120);
    remark.stretch = true;
    m_vouchers = new PartGrid(u"vouchers"_s, IssuingPageText::tr("Deduction vouchers"),
        std::make_shared<RecordGrammar<DeductionVoucher>>(QList<LineColumn>{kind, column("code", 110),
            column("number", 190), column("date", 100), column("total", 110), column("used", 110), remark}),
        m_office.desk().memory, this);
}

/// What the head says decides what the lines may have and which parts are needed.
void IssuingSheet::followHead()
{
    const InvoiceDraft written = draft();
    m_grammar->setHead(written);
    m_head->follow(written, m_facts);
    m_vouchers->setVisible(isMargin(written.taxMode));
    m_vouchers->setNote(IssuingPageText::tr("Deducted together: ¥%1").arg(rules::deduction(written).toGrouped()));
    lines()->viewport()->update(); // the tax of the margin scheme follows its vouchers
    Q_EMIT edited();
}

void IssuingSheet::show(const InvoiceDraft &draft)
{
    setKind(draft.kind);
    m_fields->fill(draft);
    m_lines->applyTaxIncluded(draft.taxIncluded);
    m_lines->load(draft.lines);
    m_vouchers->load(draft.vouchers);
    m_more->elements()->load(draft.elements);
    m_more->setOpen(!draft.elements.isEmpty() || draft.agent != Agent());
    followHead();
}

void IssuingSheet::setKind(InvoiceKind kind)
{
    m_kind = kind;
    m_title->setText(QStringView(row(kind).title).toString());
    followHead();
}

void IssuingSheet::setFacts(const IssuingFacts &facts)
{
    m_facts = facts;
    m_grammar->setCatalogue(m_office.classification());
    m_seller->show(facts.company.party);
    m_issuer->setText(facts.issuer);
    m_day->setText(IssuingPageText::tr("Issue date: %1").arg(m_office.desk().clock.today().toString(Qt::ISODate)));
}

rules::ClassificationLookup IssuingSheet::lookup() const
{
    return [classes = m_office.classification()](QStringView code) { return classes->find(code); };
}

rules::Composed IssuingSheet::compose() const
{
    return rules::compose(rules::tidied(draft(), lookup()));
}

IssuingSheet::Judged IssuingSheet::judged(bool everything) const
{
    IssuingFacts facts = m_facts;
    facts.today = m_office.desk().clock.today(); // the window may have stayed open over midnight
    Judged out;
    out.written = rules::tidied(draft(), lookup());
    out.composed = rules::compose(out.written);
    QList<Finding> found = rules::check(out.written, out.composed, facts, lookup());
    if (!everything)
        found.removeIf([&](const Finding &finding) { return isUnfilled(finding, out.written); });
    out.findings = lines()->lines()->rejections() + m_vouchers->rejections() + m_more->elements()->rejections() + found;
    return out;
}

void IssuingSheet::mark(const Judged &judged)
{
    m_totals->show(judged.composed.totals);
    m_head->follow(judged.written, m_facts);
    m_vouchers->setFindings(judged.findings);
    m_more->elements()->setFindings(judged.findings);
    m_fields->setFindings(judged.findings);
    lines()->lines()->setFindings(judged.findings);
}

void IssuingSheet::goTo(const QString &field, int line)
{
    if (line >= 0) {
        m_lines->closePanels();
        lines()->goTo(line, field);
        return;
    }
    if (field.startsWith("elements"_L1) || field.startsWith("agent"_L1))
        m_more->setOpen(true);
    if (m_vouchers->goTo(field) || m_more->elements()->goTo(field))
        return;
    const bool folded =
        field.startsWith("buyer"_L1) && m_fields->editor(field) != nullptr && !m_fields->editor(field)->isVisible();
    if (folded) {
        m_buyer->setOpen(true);
        m_seller->setOpen(true);
    }
    if (!m_fields->focusField(field))
        lines()->setFocus(Qt::OtherFocusReason);
}

void IssuingSheet::goToStart()
{
    m_fields->focusField(u"buyer.name"_s);
}

void IssuingSheet::goToLines()
{
    lines()->setFocus(Qt::TabFocusReason); // to the first cell
}

void IssuingSheet::commit()
{
    for (LineTable *table : {lines(), m_vouchers->table(), m_more->elements()->table()})
        table->commitEditor();
}

void IssuingSheet::showCredit()
{
    const auto &stock = m_office.stock();
    m_credit->setText(stock ? IssuingPageText::tr("Credit available: ¥%1").arg(stock->credit.toGrouped()) : QString());
}

} // namespace kp
