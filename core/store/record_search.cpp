// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record_search.h"

#include "core/base/pinyin.h"
#include "core/store/search_text.h"
#include "core/store/storage_fault.h"

#include <sqlite3.h>

#include <algorithm>

namespace kp::store
{

namespace
{
QStringView textOf(sqlite3_value *value)
{
    const void *text = sqlite3_value_text16(value); // first: it may change how many bytes there are
    return {static_cast<const QChar *>(text), sqlite3_value_bytes16(value) / 2};
}

void recordMatches(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *term = static_cast<RecordTerm *>(sqlite3_get_auxdata(context, 0));
    if (term == nullptr) { // the first row; SQLite keeps it for the others, or lets go of it at once
        sqlite3_set_auxdata(
            context, 0, new RecordTerm(textOf(values[0])), [](void *kept) { delete static_cast<RecordTerm *>(kept); });
        term = static_cast<RecordTerm *>(sqlite3_get_auxdata(context, 0));
        if (term == nullptr)
            return sqlite3_result_error_nomem(context);
    }
    bool found = count > 1 && term->isInName(textOf(values[1]));
    for (int i = 2; i < count && !found; ++i)
        found = term->isIn(textOf(values[i]));
    sqlite3_result_int(context, found ? 1 : 0);
}
} // namespace

RecordTerm::RecordTerm(QStringView typed)
    : m_folded(foldForSearch(typed.trimmed()))
    , m_mayBeInitials(areInitials(m_folded))
{
}

bool RecordTerm::isIn(QStringView text) const
{
    return m_folded.size() <= text.size() && foldForSearch(text).contains(m_folded);
}

bool RecordTerm::isInName(QStringView name) const
{
    return isIn(name) || (m_mayBeInitials && containsInitials(name, m_folded));
}

bool RecordTerm::isInTexts(QStringView lines) const
{
    const QList<QStringView> texts = lines.split(u'\n');
    return isInName(texts.front()) ||
           std::any_of(texts.begin() + 1, texts.end(), [this](QStringView text) { return isIn(text); });
}

Outcome addRecordSearch(sqlite3 *handle)
{
    const int status = sqlite3_create_function_v2(handle, "record_matches", -1,
        SQLITE_UTF16 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, recordMatches, nullptr, nullptr, nullptr);
    if (status != SQLITE_OK)
        return storageFault(handle, status, QStringLiteral("record_matches"));
    return Done{};
}

} // namespace kp::store
