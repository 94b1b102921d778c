// SPDX-License-Identifier: GPL-3.0-or-later
// The closed lists of an invoice as the pages show them.
#pragma once

#include "core/domain/codes.h"
#include "ui/kit/spec.h"

namespace kp
{

Tone toneOf(InvoiceState state);
QList<Word> stateWords();
QList<Word> kindWords();
/// Official names: they stand on the invoice and in law, in whatever language the window speaks.
QList<Word> preferenceWords();
/// All of a closed list whose members have a code and a label.
template<Coded E>
QList<Word> codeWords()
{
    return wordsOf(
        codeRows<E>(), [](const CodeRow<E> &row) { return row.code; },
        [](const CodeRow<E> &row) { return label(row.value); });
}
/// What the state means for the clerk, in a sentence.
QString explanationOf(InvoiceState state);

} // namespace kp
