// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/red_words.h"

#include "core/rules/red_lifecycle.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/red/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 minuteS = 60;
constexpr qint64 hourS = 60 * minuteS;
constexpr qint64 dayS = 24 * hourS;
} // namespace

Tone toneOf(RedFormState state)
{
    switch (state) {
    case RedFormState::AwaitsBuyer:
    case RedFormState::AwaitsSeller:
        return Tone::Warning;
    case RedFormState::NotNeeded:
    case RedFormState::Confirmed:
        return Tone::Success;
    default:
        return Tone::Neutral; // void in one way or another
    }
}

QList<Word> redStateWords()
{
    QList<Word> words;
    for (const CodeRow<RedFormState> &row : codeRows<RedFormState>())
        words.append({QString::fromLatin1(row.code), label(row.value), toneOf(row.value)});
    return words;
}

QString explanationOf(const RedForm &form)
{
    if (form.isIssued())
        return RedText::tr("The red invoice is issued; the form is done.");
    RedForm asBefore = form;
    asBefore.valid = true;
    if (!form.valid && rules::isOpen(asBefore)) // no state tells of it
        return RedText::tr("The tax platform has taken this form back. Apply anew if the invoice shall be reversed.");
    if (rules::mayIssue(form, form.side))
        return RedText::tr("Nothing stands in the way: the red invoice can be issued now.");
    if (rules::mayIssue(form, Side::Seller))
        return RedText::tr("The seller can issue the red invoice now.");
    if (rules::mayAct(form, rules::RedEvent::Agree, form.side))
        return RedText::tr("Your company must confirm or refuse it before the time is up.");
    if (rules::answerDue(form).isValid())
        return RedText::tr("It waits for the other side. Nothing can be issued before it confirms.");
    return RedText::tr("It is void: nothing can be issued from it. Apply anew if the invoice shall be reversed.");
}

QString timeLeft(const QDateTime &due, const QDateTime &now)
{
    const qint64 left = now.secsTo(due);
    if (left <= 0)
        return RedText::tr("Time is up");
    if (left >= dayS)
        return RedText::tr("%1 d %2 h").arg(left / dayS).arg(left % dayS / hourS);
    if (left >= hourS)
        return RedText::tr("%1 h %2 min").arg(left / hourS).arg(left % hourS / minuteS);
    return RedText::tr("%1 min").arg((left + minuteS - 1) / minuteS);
}

bool isShort(const QDateTime &due, const QDateTime &now)
{
    return now.secsTo(due) < dayS;
}

const Party &counterparty(const RedForm &form)
{
    return form.side == Side::Seller ? form.buyer : form.seller;
}

} // namespace kp
