// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/invoice_words.h"

#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

Tone toneOf(InvoiceState state)
{
    switch (state) {
    case InvoiceState::Issued:
        return Tone::Success;
    case InvoiceState::Refused:
        return Tone::Error;
    case InvoiceState::Unknown:
        return Tone::Warning;
    case InvoiceState::Discarded:
        return Tone::Neutral;
    case InvoiceState::Queued:
    case InvoiceState::Sending:
    case InvoiceState::Processing:
        break;
    }
    return Tone::Info;
}

QList<Word> stateWords()
{
    QList<Word> words;
    for (const CodeRow<InvoiceState> &row : codeRows<InvoiceState>())
        words.append({QString::fromLatin1(row.code), label(row.value), toneOf(row.value)});
    return words;
}

QList<Word> kindWords()
{
    return wordsOf(
        invoiceKinds(), [](const InvoiceKindRow &row) { return row.code; },
        [](const InvoiceKindRow &row) { return label(row.kind); });
}

QList<Word> preferenceWords()
{
    return wordsOf(
        preferences(), [](const PreferenceRow &row) { return row.code; },
        [](const PreferenceRow &row) { return QStringView(row.official).toString(); });
}

QString explanationOf(InvoiceState state)
{
    switch (state) {
    case InvoiceState::Queued:
        return PagesText::tr("It is stored and will be sent by itself. You can go on working.");
    case InvoiceState::Sending:
        return PagesText::tr("It is on its way to the tax platform.");
    case InvoiceState::Unknown:
        return PagesText::tr(
            "The tax platform has not answered. The same invoice is asked about again by itself; it will "
            "not be issued twice.");
    case InvoiceState::Processing:
        return PagesText::tr("The tax platform has received it and is checking it.");
    case InvoiceState::Issued:
        return PagesText::tr("The tax platform has accepted it.");
    case InvoiceState::Refused:
        return PagesText::tr("The tax platform has refused it. Correct it and issue it again under the same number, or "
                             "discard it.");
    case InvoiceState::Discarded:
        break;
    }
    return PagesText::tr("It was given up after a refusal; its number is free again.");
}

} // namespace kp
