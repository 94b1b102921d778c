// SPDX-License-Identifier: GPL-3.0-or-later
// How long texts may be. The official template counts characters; the platform's lengths are taken as UTF-8 bytes,
// where a Chinese character counts 3, because its medical documents say so and the shorter reading is the safe one.
#pragma once

#include "core/domain/schema.h"
#include "core/rules/report.h"

#include <span>

namespace kp::rules
{

/// Characters as people count them: a pair of surrogates is one.
int characterCount(QStringView text);
int utf8Size(QStringView text);

/// The platform's limit of a field.
struct ByteLimit {
    const char *field;
    int bytes;
};

/// Judges one text: characters (0: no limit), bytes (0: no limit), invisible characters.
/// @param label the field's label as in its schema
void checkText(Report &report, const char *field, const char *label, const QString &text, int characters, int bytes,
    bool severalLines = false);

/// Judges every text of a record by its schema and the platform's limits.
template<class Record>
void checkTexts(Report &report, const Record &record, std::span<const ByteLimit> limits, const char *severalLines)
{
    for (const Field<Record> &field : schema<Record>().fields) {
        if (field.kind != FieldKind::Text)
            continue;
        const QString text = field.text(record);
        if (text.isEmpty())
            continue;
        int bytes = 0;
        for (const ByteLimit &limit : limits)
            if (qstrcmp(limit.field, field.key) == 0)
                bytes = limit.bytes;
        checkText(report, field.key, field.label, text, field.limit, bytes, qstrcmp(severalLines, field.key) == 0);
    }
}

} // namespace kp::rules
