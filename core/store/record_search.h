// SPDX-License-Identifier: GPL-3.0-or-later
// When a record is found by what somebody typed. One meaning for lists (SQL) and for proposals while typing.
#pragma once

#include "core/base/result.h"

#include <QString>

struct sqlite3;

namespace kp::store
{

/// What was typed, ready to be looked for.
class RecordTerm
{
public:
    explicit RecordTerm(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }
    /// Case folded, full-width Latin as ASCII; blanks around are dropped.
    [[nodiscard]] const QString &folded() const { return m_folded; }
    /// It may be meant as pinyin initials.
    [[nodiscard]] bool mayBeInitials() const { return m_mayBeInitials; }
    /// The text contains what was typed.
    [[nodiscard]] bool isIn(QStringView text) const;
    /// The text contains it, or can be typed so by pinyin initials.
    [[nodiscard]] bool isInName(QStringView name) const;
    /// Of lines: the first is the name, the others are texts.
    [[nodiscard]] bool isInTexts(QStringView lines) const;

private:
    QString m_folded;
    bool m_mayBeInitials;
};

/// Teaches a connection record_matches(typed, name, text, …): 1 when the name or one of the texts is found by what was
/// typed. Fault: Storage.
Outcome addRecordSearch(sqlite3 *handle);

} // namespace kp::store
