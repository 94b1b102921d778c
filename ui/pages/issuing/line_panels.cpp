// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/line_panels.h"

#include "core/rules/discounts.h"
#include "core/rules/totals.h"
#include "ui/kit/theme.h"
#include "ui/kit/typed_text.h"
#include "ui/pages/issuing/texts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
std::optional<Money> moneyIn(const QLineEdit *edit)
{
    return Money::parse(plainFromTyped(FieldKind::Money, Face::Plain, {}, edit->text()));
}

std::optional<Decimal> percentIn(const QLineEdit *edit)
{
    return Decimal::parse(plainFromTyped(FieldKind::Decimal, Face::Plain, {}, QString(edit->text()).remove(u'%')));
}
} // namespace

FigurePanel::FigurePanel(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(name);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_row->setContentsMargins(12, 6, 12, 6);
    m_row->setSpacing(grid(1));
    hide();
}

QLabel *FigurePanel::addText()
{
    auto *label = new QLabel(this);
    m_row->addWidget(label, 1);
    return label;
}

QLineEdit *FigurePanel::addFigure(const QString &name, const QString &caption)
{
    auto *label = new QLabel(caption, this);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(caption);
    edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    edit->setMaximumWidth(grid(18));
    label->setBuddy(edit);
    m_row->addWidget(label);
    m_row->addWidget(edit);
    return edit;
}

QPushButton *FigurePanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(true);
    m_row->addWidget(button);
    return button;
}

void FigurePanel::openAt(QLineEdit *edit)
{
    show();
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void FigurePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

DiscountPanel::DiscountPanel(QWidget *parent)
    : FigurePanel(u"discount"_s, parent)
    , m_about(addText())
    , m_rate(addFigure(u"discount.rate"_s, IssuingPageText::tr("Discount rate (%)")))
    , m_amount(addFigure(u"discount.amount"_s, IssuingPageText::tr("Discount amount")))
    , m_apply(addButton(u"discount.apply"_s, IssuingPageText::tr("Apply")))
    , m_remove(addButton(u"discount.remove"_s, IssuingPageText::tr("Without discount")))
{
    m_about->setObjectName(u"discount.about"_s);
    m_apply->setProperty("role", u"primary"_s);
    connect(m_rate, &QLineEdit::textEdited, this, &DiscountPanel::followRate);
    connect(m_amount, &QLineEdit::textEdited, this, &DiscountPanel::followAmount);
    connect(m_rate, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_amount, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (m_discounted)
            Q_EMIT applied(*m_discounted);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto without = rules::discountedByAmount(m_draft, m_lines, Money()))
            Q_EMIT applied(*without);
    });
}

Money DiscountPanel::discountOf(const InvoiceDraft &draft) const
{
    Money sum;
    for (const qsizetype line : m_lines)
        sum += draft.lines.at(line).discount.value_or(Money());
    return sum;
}

void DiscountPanel::open(const InvoiceDraft &draft, const QList<qsizetype> &lines)
{
    m_draft = draft;
    m_lines = lines;
    m_whole = Money();
    for (const qsizetype line : lines)
        m_whole += draft.lines.at(line).amount.value_or(Money());
    const Money discount = discountOf(draft);
    m_about->setText(
        IssuingPageText::tr("Discount on lines: %1, together ¥%2").arg(lines.size()).arg(m_whole.toGrouped()));
    m_rate->setText(discount.isZero() ? QString() : rules::discountPercent(m_whole, discount).toString());
    m_amount->setText(discount.isZero() ? QString() : discount.toString());
    m_remove->setVisible(!discount.isZero());
    offer(std::nullopt);
    openAt(m_rate);
}

void DiscountPanel::followRate()
{
    const auto percent = percentIn(m_rate);
    const auto discounted = percent ? rules::discountedByPercent(m_draft, m_lines, *percent) : std::nullopt;
    m_amount->setText(discounted ? discountOf(*discounted).toString() : QString());
    offer(discounted);
}

void DiscountPanel::followAmount()
{
    const auto discount = moneyIn(m_amount);
    const auto discounted = discount ? rules::discountedByAmount(m_draft, m_lines, *discount) : std::nullopt;
    m_rate->setText(discounted ? rules::discountPercent(m_whole, *discount).toString() : QString());
    offer(discounted);
}

void DiscountPanel::offer(std::optional<InvoiceDraft> discounted)
{
    m_discounted = std::move(discounted);
    m_apply->setEnabled(m_discounted.has_value());
    m_apply->setToolTip(
        m_discounted ? QString() : IssuingPageText::tr("A rate from 0 to 100, or an amount up to that of the lines"));
}

WishPanel::WishPanel(QWidget *parent)
    : FigurePanel(u"wish"_s, parent)
{
    addText()->setText(IssuingPageText::tr("What shall the invoice come to? The line takes what is left of it."));
    m_total = addFigure(u"wish.total"_s, IssuingPageText::tr("Wished gross"));
    m_fill = addButton(u"wish.fill"_s, IssuingPageText::tr("Fill in"));
    m_fill->setProperty("role", u"primary"_s);
    connect(m_total, &QLineEdit::textEdited, this, [this] { m_fill->setEnabled(moneyIn(m_total).has_value()); });
    connect(m_total, &QLineEdit::returnPressed, m_fill, &QPushButton::click);
    connect(m_fill, &QPushButton::clicked, this, [this] {
        if (const auto total = moneyIn(m_total))
            Q_EMIT wished(*total);
    });
}

void WishPanel::open(std::optional<Money> wish)
{
    m_total->setText(wish ? wish->toString() : QString());
    m_fill->setEnabled(wish.has_value());
    openAt(m_total);
}

} // namespace kp
