// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/party_boxes.h"

#include "ui/kit/flow_layout.h"
#include "ui/kit/icons.h"
#include "ui/pages/buyer_proposals.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/draft_fields.h"
#include "ui/pages/issuing/look_up.h"
#include "ui/pages/issuing/side_title.h"
#include "ui/pages/issuing/texts.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostNamesakes = 20;

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Four characters: longer names are those of companies, as the tax office asks about shorter ones.
constexpr qsizetype longestPersonName = 4;
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

void PartyBox::addWide(QWidget *part)
{
    m_rows->addWidget(part, m_rows->rowCount(), 0, 1, 2);
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
    m_fold->setText(open ? IssuingPageText::tr("Less") : IssuingPageText::tr("Address, phone, bank account"));
    m_fold->setAccessibleName(m_fold->text());
    for (QWidget *widget : std::as_const(m_folding))
        widget->setVisible(open);
}

BuyerBox::BuyerBox(Office &office, DraftFields &fields, QWidget *parent)
    : PartyBox(IssuingPageText::tr("Buyer"), u"buyer"_s, parent)
    , m_office(office)
    , m_fields(fields)
{
    const auto add = [&](const FormField &field, const QString &label, bool folds) {
        FieldEditor *editor = fields.add(field, inside());
        addRow(label, editor, folds);
        connect(editor->lineEdit(), &QLineEdit::returnPressed, this, [this, at = m_edits.size()] { enter(at); });
        m_edits.append(editor->lineEdit());
    };
    add({.key = u"buyer.name"_s,
            .required = true,
            .hint = IssuingPageText::tr("Type a part of name or tax number; F7 shows all")},
        IssuingPageText::tr("Name"), false);
    addQuestion();
    add({.key = u"buyer.taxNumber"_s, .face = Face::Code}, IssuingPageText::tr("Tax number"), false);
    add({.key = u"buyer.address"_s}, IssuingPageText::tr("Address"), true);
    add({.key = u"buyer.phone"_s}, IssuingPageText::tr("Phone"), true);
    add({.key = u"buyer.bank"_s}, IssuingPageText::tr("Bank"), true);
    add({.key = u"buyer.account"_s, .face = Face::Code}, IssuingPageText::tr("Account"), true);
    add({.key = u"buyerEmail"_s, .hint = IssuingPageText::tr("F7 shows the addresses used before")},
        IssuingPageText::tr("E-mail"), true);
    addRow(DraftFields::label(u"buyerKind"_s),
        fields.add({.key = u"buyerKind"_s, .words = codeWords<PartyKind>()}, inside()), true);
    addFlags({fields.add({.key = u"naturalPerson"_s}, inside()), fields.add({.key = u"showBuyerContact"_s}, inside()),
        fields.add({.key = u"showBuyerBank"_s}, inside())});
    addKeep();
    addFold();
    proposeIn(m_edits.at(0));
    proposeIn(m_edits.at(1));
    proposeEmailsIn(m_edits.constLast());
    connect(m_edits.at(0), &QLineEdit::editingFinished, this, &BuyerBox::askAboutPerson);
}

void BuyerBox::addQuestion()
{
    m_question = new QWidget(inside());
    m_question->setObjectName(u"buyer.question"_s);
    m_questionText = new QLabel(m_question);
    m_questionText->setWordWrap(true);
    auto *row = new QHBoxLayout(m_question);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_questionText, 1);
    const auto answer = [&](const QString &name, const QString &text, bool isPerson) {
        auto *button = new QPushButton(text, m_question);
        button->setObjectName(name);
        button->setAutoDefault(true);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, isPerson] { answerAboutPerson(isPerson); });
    };
    answer(u"buyer.isPerson"_s, IssuingPageText::tr("A natural person"), true);
    answer(u"buyer.isNoPerson"_s, IssuingPageText::tr("No"), false);
    m_question->hide();
    addWide(m_question);
}

void BuyerBox::addKeep()
{
    auto *keep = new QPushButton(icon(Icon::Save), IssuingPageText::tr("Keep as customer"), inside());
    keep->setObjectName(u"buyer.keep"_s);
    keep->setProperty("role", u"link"_s);
    const bool may = m_office.actor().may(Permission::MaintainRecords);
    keep->setEnabled(may);
    keep->setToolTip(may ? IssuingPageText::tr("Puts the buyer among the customers, or changes him there")
                         : IssuingPageText::tr("You may not change base data; an administrator can grant it."));
    connect(keep, &QPushButton::clicked, this, &BuyerBox::keepCustomer);
    addFlags({keep});
}

/// An edit that has the focus ends its editing when it goes, and the sheet's fields have gone by then.
BuyerBox::~BuyerBox()
{
    for (QLineEdit *edit : std::as_const(m_edits))
        edit->disconnect(this);
}

void BuyerBox::askAboutPerson()
{
    const QString name = m_edits.at(0)->text().trimmed();
    const bool isDecided = m_fields.editor(u"naturalPerson"_s)->text() == u'1' || !m_edits.at(1)->text().isEmpty() ||
                           m_fields.editor(u"buyerKind"_s)->text() == QLatin1StringView(code(PartyKind::Authority));
    const bool asks = !name.isEmpty() && name.size() <= longestPersonName && name != m_answered && !isDecided;
    m_questionText->setText(
        IssuingPageText::tr("Is \"%1\" a natural person? The invoice then goes to his own account.").arg(name));
    m_question->setVisible(asks);
}

void BuyerBox::answerAboutPerson(bool isPerson)
{
    m_answered = m_edits.at(0)->text().trimmed();
    m_edits.at(1)->setFocus(Qt::TabFocusReason); // before the buttons go
    m_question->hide();
    if (!isPerson)
        return;
    m_fields.editor(u"naturalPerson"_s)->setText(u"1"_s);
    m_fields.editor(u"buyerKind"_s)->setText(QString::fromLatin1(code(PartyKind::Person)));
    Q_EMIT m_fields.edited(u"naturalPerson"_s);
}

Customer BuyerBox::written() const
{
    InvoiceDraft draft;
    m_fields.read(draft);
    Customer customer = m_known;
    if (customer.party.taxNumber != draft.buyer.taxNumber && customer.party.name != draft.buyer.name)
        customer = Customer(); // somebody else by now
    if (const IssuingFacts *facts = m_office.facts())
        customer.company = facts->company.id;
    customer.party = draft.buyer;
    customer.kind = draft.buyerKind;
    customer.naturalPerson = draft.naturalPerson;
    customer.email = draft.buyerEmail;
    return customer;
}

void BuyerBox::keepCustomer()
{
    const auto answer = m_office.ask([actor = m_office.actor(), customer = written()](service::Services &services) {
        return services.customers.save(actor, customer);
    });
    then(this, answer, [this](const service::SavedRecord<Customer> &saved) {
        if (!saved.record.ok()) {
            if (saved.findings.isEmpty())
                Q_EMIT failed(saved.record.fault());
            else
                Q_EMIT told(saved.findings.constFirst().text);
            return;
        }
        m_known = *saved.record;
        Q_EMIT told(IssuingPageText::tr("%1 is among the customers now.").arg(m_known.party.name));
    });
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
    auto *popup = new ProposalPopup(edit, buyerProposer(m_office, this));
    connect(popup, &ProposalPopup::taken, this, &BuyerBox::take);
    lookUpWith(edit, *popup, m_office.desk().memory);
}

void BuyerBox::proposeEmailsIn(QLineEdit *edit)
{
    auto *popup = new ProposalPopup(edit, [this](const QString &text) {
        const auto found =
            m_office.reader().run([actor = m_office.actor(), company = companyOf(m_office), buyer = written().party,
                                      typed = text.trimmed()](service::Reading &reading) -> Result<QStringList> {
                KP_TRY(customers, reading.customers(actor, company, buyer.name, mostNamesakes));
                // Not those of another of that name: somebody else's address would get the invoice.
                const auto known = std::find_if(customers.begin(), customers.end(), [&](const Customer &customer) {
                    return customer.party.name == buyer.name && customer.party.taxNumber == buyer.taxNumber;
                });
                if (known == customers.end())
                    return QStringList();
                KP_TRY(emails, reading.emails(actor, known->id));
                // One that stands there in full is to be exchanged, not searched for.
                return emails.contains(typed) ? emails : emails.filter(typed, Qt::CaseInsensitive);
            });
        return proposals<QString>(this, found, [](const QString &email) { return Proposal{.text = email}; });
    });
    connect(popup, &ProposalPopup::taken, this, [this] { Q_EMIT m_fields.edited(u"buyerEmail"_s); });
    lookUpWith(edit, *popup, m_office.desk().memory);
}

void BuyerBox::take(const Proposal &proposal)
{
    const auto customer = proposal.value.value<Customer>();
    const std::pair<const char *, QString> values[] = {{"buyer.name", customer.party.name},
        {"buyer.taxNumber", customer.party.taxNumber}, {"buyer.address", customer.party.address},
        {"buyer.phone", customer.party.phone}, {"buyer.bank", customer.party.bank},
        {"buyer.account", customer.party.account}, {"buyerEmail", customer.email},
        {"naturalPerson", customer.naturalPerson ? u"1"_s : u"0"_s},
        {"buyerKind", QString::fromLatin1(code(customer.kind))}};
    for (const auto &[key, value] : values)
        m_fields.editor(QString::fromLatin1(key))->setText(value);
    m_known = customer;
    m_question->hide();
    Q_EMIT taken();
}

SellerBox::SellerBox(DraftFields &fields, QWidget *parent)
    : PartyBox(IssuingPageText::tr("Seller"), u"seller"_s, parent)
    , m_name(addText(IssuingPageText::tr("Name"), false))
    , m_taxNumber(addText(IssuingPageText::tr("Tax number"), false))
    , m_contact(addText(IssuingPageText::tr("Address, phone"), true))
    , m_bank(addText(IssuingPageText::tr("Bank, account"), true))
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
