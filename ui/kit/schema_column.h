// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schemas.h"
#include "ui/kit/spec.h"

namespace kp
{

/// The column of a field of T's schema; a key that the schema does not know is a defect and asserts.
template<class T>
ColumnSpec columnOf(const QString &key, int width, Face face = Face::Plain)
{
    const Field<T> *field = schema<T>().find(key);
    Q_ASSERT(field != nullptr);
    return {.key = key, .label = fieldLabel(field->label), .kind = field->kind, .face = face, .width = width};
}

} // namespace kp
