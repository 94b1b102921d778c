// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/party_boxes.h"

#include "ui/kit/flow_layout.h"
#include "ui/kit/icons.h"
#include "ui/pages/issuing/draft_fields.h"
#include "ui/pages/issuing/side_title.h"
#include "ui/pages/office.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QShortcut>
#include <QToolButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(IssuingPage)
};

constexpr int mostBuyers = 20;

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QList<Proposal> proposalsOf(const QList<Customer> &customers)
{
    QList<Proposal> out;
    for (const Customer &customer : customers)
        out.append(
            {.text = customer.party.name, .detail = customer.party.taxNumber, .value = QVariant::fromValue(customer)});
    return out;
}
} // namespace

PartyBox::PartyBox(const QString &title, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_inside(new QWidget(this))
    , m_rows(new QGridLayout)
{
    setObjectName(name);
    m_rows->setHorizontalSpacing(grid(1));
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(12, 10, 12, 6);
    column->setSpacing(4);
    column->addLayout(m_rows);
    column->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new SideTitle(title, this));
    row->addWidget(m_inside, 1);
}

void PartyBox::addRow(const QString &label, QWidget *value, bool folds)
{
    QLabel *words = caption(label, m_inside);
    words->setBuddy(value);
    const int row = m_rows->rowCount();
    m_rows->addWidget(words, row, 0);
    m_rows->addWidget(value, row, 1);
    if (folds)
        m_folding << words << value;
}

void PartyBox::addFlags(const QList<QWidget *> &flags)
{
    auto *holder = new QWidget(m_inside);
    auto *row = new FlowLayout(grid(2), 4, holder);
    for (QWidget *flag : flags)
        row->addWidget(flag);
    m_rows->addWidget(holder, m_rows->rowCount(), 0, 1, 2);
    m_folding << holder;
}

void PartyBox::addFold()
{
    m_fold = new QToolButton(m_inside);
    m_fold->setObjectName(objectName() + u".more"_s);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_inside->layout()->addWidget(m_fold);
    m_inside->layout()->setAlignment(m_fold, Qt::AlignLeft);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        Q_EMIT opened(open);
    });
    setOpen(false);
}

void PartyBox::setOpen(bool open)
{
    m_fold->setChecked(open);
    m_fold->setIcon(icon(open ? Icon::ChevronUp : Icon::ChevronDown));
    m_fold->setText(open ? Text::tr("Less") : Text::tr("Address, phone, bank account"));
    m_fold->setAccessibleName(m_fold->text());
    for (QWidget *widget : std::as_const(m_folding))
        widget->setVisible(open);
}

BuyerBox::BuyerBox(Office &office, DraftFields &fields, QWidget *parent)
    : PartyBox(Text::tr("Buyer"), u"buyer"_s, parent)
    , m_office(office)
    , m_fields(fields)
{
    const auto add = [&](const FormField &field, const QString &label, bool folds) {
        FieldEditor *editor = fields.add(field, inside());
        addRow(label, editor, folds);
        connect(editor->lineEdit(), &QLineEdit::returnPressed, this, [this, at = m_edits.size()] { enter(at); });
        m_edits.append(editor->lineEdit());
    };
    add({.key = u"buyer.name"_s, .required = true, .hint = Text::tr("Type a part of name or tax number; F7 shows all")},
        Text::tr("Name"), false);
    add({.key = u"buyer.taxNumber"_s, .face = Face::Code}, Text::tr("Tax number"), false);
    add({.key = u"buyer.address"_s}, Text::tr("Address"), true);
    add({.key = u"buyer.phone"_s}, Text::tr("Phone"), true);
    add({.key = u"buyer.bank"_s}, Text::tr("Bank"), true);
    add({.key = u"buyer.account"_s, .face = Face::Code}, Text::tr("Account"), true);
    add({.key = u"buyerEmail"_s}, Text::tr("E-mail"), true);
    addFlags({fields.add({.key = u"naturalPerson"_s}, inside()), fields.add({.key = u"showBuyerContact"_s}, inside()),
        fields.add({.key = u"showBuyerBank"_s}, inside())});
    addFold();
    proposeIn(m_edits.at(0));
    proposeIn(m_edits.at(1));
}

/// Enter goes on as in the grid; the Tab key takes the buttons in between, too.
void BuyerBox::enter(qsizetype from)
{
    for (qsizetype i = from + 1; i < m_edits.size(); ++i)
        if (m_edits.at(i)->isVisible()) {
            m_edits.at(i)->setFocus(Qt::TabFocusReason);
            return;
        }
    Q_EMIT filled();
}

void BuyerBox::proposeIn(QLineEdit *edit)
{
    auto *popup = new ProposalPopup(edit, [this](const QString &typed) {
        const CompanyId company = m_office.company() == nullptr ? CompanyId() : m_office.company()->company.id;
        const auto found = m_office.reader().run([actor = m_office.actor(), company, typed](service::Reading &reading) {
            return reading.customers(actor, company, typed.trimmed(), mostBuyers);
        });
        auto answer = std::make_shared<QPromise<QList<Proposal>>>();
        answer->start();
        then(this, found, [answer](const Result<QList<Customer>> &customers) {
            answer->addResult(proposalsOf(customers.valueOr({})));
            answer->finish();
        });
        return answer->future();
    });
    connect(popup, &ProposalPopup::taken, this, &BuyerBox::take);
    auto *lookUp = new QShortcut(QKeySequence(Qt::Key_F7), edit, nullptr, nullptr, Qt::WidgetShortcut);
    connect(lookUp, &QShortcut::activated, popup, &ProposalPopup::ask);
}

void BuyerBox::take(const Proposal &proposal)
{
    const auto customer = proposal.value.value<Customer>();
    const std::pair<const char *, QString> values[] = {{"buyer.name", customer.party.name},
        {"buyer.taxNumber", customer.party.taxNumber}, {"buyer.address", customer.party.address},
        {"buyer.phone", customer.party.phone}, {"buyer.bank", customer.party.bank},
        {"buyer.account", customer.party.account}, {"buyerEmail", customer.email},
        {"naturalPerson", customer.naturalPerson ? u"1"_s : u"0"_s}};
    for (const auto &[key, value] : values)
        m_fields.editor(QString::fromLatin1(key))->setText(value);
    Q_EMIT taken();
}

SellerBox::SellerBox(DraftFields &fields, QWidget *parent)
    : PartyBox(Text::tr("Seller"), u"seller"_s, parent)
    , m_name(addText(Text::tr("Name"), false))
    , m_taxNumber(addText(Text::tr("Tax number"), false))
    , m_contact(addText(Text::tr("Address, phone"), true))
    , m_bank(addText(Text::tr("Bank, account"), true))
{
    m_taxNumber->setFont(codeFont());
    addFlags(
        {fields.add({.key = u"showSellerContact"_s}, inside()), fields.add({.key = u"showSellerBank"_s}, inside())});
    addFold();
}

QLabel *SellerBox::addText(const QString &label, bool folds)
{
    auto *text = new QLabel(inside());
    text->setMinimumHeight(30); // as high as the editors beside it
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(label, text, folds);
    return text;
}

void SellerBox::show(const Party &seller)
{
    m_name->setText(seller.name);
    m_taxNumber->setText(seller.taxNumber);
    m_contact->setText(QStringList{seller.address, seller.phone}.join(u' ').trimmed());
    m_bank->setText(QStringList{seller.bank, seller.account}.join(u' ').trimmed());
}

} // namespace kp
