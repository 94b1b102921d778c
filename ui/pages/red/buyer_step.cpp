// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/buyer_step.h"

#include "core/domain/schemas.h"
#include "ui/kit/day_edit.h"
#include "ui/kit/theme.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int numberDigits = 20;
constexpr int fieldsWidth = 460;

QString digitsOf(const QString &typed)
{
    QString out = typed;
    return out.remove(u' ');
}
} // namespace

BuyerStep::BuyerStep(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_day(new DayEdit(u"buyer.day"_s, RedText::tr("Issue date"), this))
    , m_gross(new QLineEdit(this))
    , m_missing(new QLabel(this))
    , m_back(new QPushButton(RedText::tr("Back"), this))
    , m_next(new QPushButton(RedText::tr("Next"), this))
{
    auto *title = new QLabel(RedText::tr("Which invoice shall be reversed? Enter what its face shows."), this);
    title->setFont(textFont(3, true));
    title->setWordWrap(true);
    m_number->setObjectName(u"buyer.number"_s);
    m_number->setFont(codeFont());
    m_number->setMaxLength(2 * numberDigits); // it may be pasted in groups
    m_kind->setObjectName(u"buyer.kind"_s);
    for (const Word &word : kindWords())
        m_kind->addItem(word.text, word.code);
    m_gross->setObjectName(u"buyer.gross"_s);
    m_missing->setObjectName(u"buyer.missing"_s);
    m_missing->setForegroundRole(QPalette::PlaceholderText);
    m_missing->setWordWrap(true);
    m_back->setObjectName(u"buyer.back"_s);
    m_next->setObjectName(u"buyer.next"_s);
    m_next->setProperty("role", u"primary"_s);
    for (QPushButton *button : {m_back, m_next})
        button->setAutoDefault(true);
    setFocusProxy(m_number);

    auto *holder = new QWidget(this);
    holder->setMaximumWidth(fieldsWidth);
    auto *form = new QFormLayout;
    form->setSpacing(grid(1));
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto addRow = [form](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    addRow(fieldLabel("Invoice number"), m_number);
    addRow(fieldLabel("Invoice kind"), m_kind);
    addRow(m_day->accessibleName(), m_day);
    addRow(RedText::tr("Gross"), m_gross);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_next);
    auto *column = new QVBoxLayout(holder);
    column->setSpacing(grid(2));
    column->addWidget(title);
    column->addLayout(form);
    column->addWidget(m_missing);
    column->addLayout(foot);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(holder, 4);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addSpacing(grid(4));
    page->addLayout(row);
    page->addStretch(1);

    for (QLineEdit *edit : {m_number, m_gross})
        connect(edit, &QLineEdit::textChanged, this, &BuyerStep::check);
    connect(m_number, &QLineEdit::returnPressed, m_kind, qOverload<>(&QWidget::setFocus));
    connect(m_gross, &QLineEdit::returnPressed, this, &BuyerStep::take);
    connect(m_back, &QPushButton::clicked, this, &BuyerStep::back);
    connect(m_next, &QPushButton::clicked, this, &BuyerStep::take);
}

void BuyerStep::begin(QDate today)
{
    m_number->clear();
    m_gross->clear();
    m_day->setDate(today);
    check();
}

QString BuyerStep::whyNot() const
{
    const QString number = digitsOf(m_number->text());
    const bool digits = std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (number.size() != numberDigits || !digits)
        return RedText::tr("The number has 20 digits.");
    const auto gross = Money::parse(m_gross->text().trimmed().remove(u','));
    if (!gross || *gross <= Money())
        return RedText::tr("Enter the gross amount, for example 1130.00.");
    return {};
}

void BuyerStep::check()
{
    const QString reason = whyNot();
    m_next->setEnabled(reason.isEmpty());
    m_next->setToolTip(reason);
    m_missing->setText(reason);
}

void BuyerStep::take()
{
    if (!whyNot().isEmpty())
        return;
    const auto kind = invoiceKindFromCode(m_kind->currentData().toString());
    Q_EMIT chosen({digitsOf(m_number->text()), kind.value_or(InvoiceKind::Special), m_day->date(),
        Money::parse(m_gross->text().trimmed().remove(u',')).value_or(Money())});
}

} // namespace kp
