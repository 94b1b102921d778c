// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms as the pages speak of them.
#pragma once

#include "core/domain/red.h"
#include "ui/kit/spec.h"

namespace kp
{

Tone toneOf(RedFormState state);
QList<Word> redStateWords();
/// What the form waits for, or how it ended, in a sentence that says who does what next.
QString explanationOf(const RedForm &form);
/// "2 d 5 h", "5 h 12 min", "12 min": how long the other side still has; "Time is up" once it is over.
QString timeLeft(const QDateTime &due, const QDateTime &now);
/// From when on hours count as few.
bool isShort(const QDateTime &due, const QDateTime &now);
/// The other side of the form, as far as the company is concerned.
const Party &counterparty(const RedForm &form);

} // namespace kp
