// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/spec.h"

namespace kp
{

/// The plain text form (Field::parse) of what a person typed or pasted: grouping and full-width digits of an input
/// method taken away; "13" and "13%" are the rate "0.13" (only a number below 1 without a percent sign is a fraction);
/// the word of a choice, or what only one word begins with, is its code; "✓" is a set flag. A text that can not be
/// understood comes back as it was.
QString plainFromTyped(FieldKind kind, Face face, const QList<Word> &words, const QString &typed);

} // namespace kp
