// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/need_strip.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/icons.h"
#include "ui/pages/batch/texts.h"

#include <QGridLayout>
#include <QLabel>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int figureColumns = 5; ///< the caption, then four figures
constexpr int signSize = 20;
} // namespace

NeedStrip::NeedStrip(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_verdict(new QLabel(this))
{
    setObjectName(u"need"_s);
    setProperty("card", true);
    auto *table = new QGridLayout(this);
    table->setContentsMargins(12, grid(1), 12, grid(1));
    table->setHorizontalSpacing(grid(3));
    table->setVerticalSpacing(grid(1) / 2);
    const QStringList headings{BatchPageText::tr("Needed"), BatchPageText::tr("At hand"),
        BatchPageText::tr("To be drawn"), BatchPageText::tr("Left after that")};
    for (int i = 0; i < headings.size(); ++i) {
        QLabel *heading = addLabel(0, i + 1, {});
        heading->setText(headings.at(i));
        heading->setForegroundRole(QPalette::PlaceholderText);
    }
    m_numbers = addRow(1, u"need.numbers"_s, BatchPageText::tr("Invoice numbers"));
    m_credit = addRow(2, u"need.credit"_s, BatchPageText::tr("Credit (net)"));
    m_verdict->setObjectName(u"need.verdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    table->addWidget(m_sign, 0, figureColumns, 3, 1, Qt::AlignVCenter);
    table->addWidget(m_verdict, 0, figureColumns + 1, 3, 1, Qt::AlignVCenter);
    table->setColumnStretch(figureColumns + 1, 1);
    hide();
}

QLabel *NeedStrip::addLabel(int row, int column, const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    static_cast<QGridLayout *>(layout())->addWidget(
        label, row, column, (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return label;
}

NeedStrip::Figures NeedStrip::addRow(int row, const QString &name, const QString &caption)
{
    addLabel(row, 0, {})->setText(caption);
    Figures figures{addLabel(row, 1, name + u".needed"_s), addLabel(row, 2, name + u".atHand"_s),
        addLabel(row, 3, name + u".toDraw"_s), addLabel(row, 4, name + u".after"_s)};
    for (QLabel *figure : {figures.needed, figures.atHand, figures.toDraw, figures.after})
        figure->setFont(textFont(0, true));
    return figures;
}

void NeedStrip::show(const service::BatchNeed &need, const QString &trouble)
{
    m_numbers.needed->setText(groupedCount(need.fresh));
    m_numbers.atHand->setText(groupedCount(need.stock.numbers));
    m_numbers.toDraw->setText(groupedCount(need.numbersToDraw()));
    m_numbers.after->setText(groupedCount(need.numbersAfter()));
    m_credit.needed->setText(need.net.toGrouped());
    m_credit.atHand->setText(need.stock.credit.toGrouped());
    m_credit.toDraw->setText(need.creditToDraw().toGrouped());
    m_credit.after->setText(need.creditAfter().toGrouped());

    Tone tone = Tone::Success;
    QString verdict = BatchPageText::tr("Numbers and credit suffice for %1 invoices.").arg(groupedCount(need.invoices));
    const Money atPlatform = need.pool.value_or(Money());
    if (!need.suffices()) {
        tone = Tone::Error;
        verdict = BatchPageText::tr(
            "The credit does not suffice: %1 more can be downloaded, %2 are missing. %3 of %4 orders can "
            "be issued; the others are marked \"No credit\" and wait until there is credit again.")
                      .arg(atPlatform.toGrouped(), (need.creditToDraw() - atPlatform).toGrouped(),
                          groupedCount(need.invoices - need.beyond.size()), groupedCount(need.invoices));
    } else if (need.creditToDraw() > Money() && !need.pool) {
        tone = Tone::Warning;
        verdict = trouble.isEmpty()
                      ? BatchPageText::tr("The tax platform is being asked how much credit can be downloaded…")
                      : BatchPageText::tr("It is not known whether the credit suffices: %1").arg(trouble);
    } else if (need.creditToDraw() > Money() || need.numbersToDraw() > 0) {
        tone = Tone::Info;
        verdict = BatchPageText::tr("What is missing is drawn from the tax platform before the first invoice is sent.");
    }
    m_sign->setPixmap(icon(iconOf(tone), tone).pixmap(QSize(signSize, signSize), devicePixelRatioF()));
    m_verdict->setText(verdict);
    QFrame::show();
}

} // namespace kp
