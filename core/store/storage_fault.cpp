// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storage_fault.h"

#include "core/store/texts.h"

#include <sqlite3.h>

namespace kp::store
{

Fault storageFault(sqlite3 *handle, int status, const QString &doing)
{
    const QString detail = QStringLiteral("SQLite %1: %2 (%3)")
                               .arg(QString::number(handle != nullptr ? sqlite3_extended_errcode(handle) : status),
                                   QString::fromUtf8(handle != nullptr ? sqlite3_errmsg(handle) : ""), doing);
    switch (status & 0xff) {
    case SQLITE_CONSTRAINT:
        return {FaultKind::Conflict, StoreText::tr("This does not agree with what is stored. Look again."), detail};
    case SQLITE_INTERRUPT:
        return {FaultKind::Conflict, StoreText::tr("The search was given up."), detail};
    case SQLITE_FULL:
        return {FaultKind::Storage, StoreText::tr("The disk is full. Nothing was changed."), detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {FaultKind::Storage, StoreText::tr("Another program holds the database. Nothing was changed."), detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {FaultKind::Storage, StoreText::tr("The database file is damaged. Restore a copy of it."), detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {FaultKind::Storage, StoreText::tr("The database file can not be written. Check its folder and rights."),
            detail};
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
        return {FaultKind::Storage, StoreText::tr("The disk failed while writing or reading. Nothing was changed."),
            detail};
    default: // wrong SQL or misuse
        return mistake(detail);
    }
}

Fault mistake(const QString &detail)
{
    return {
        FaultKind::Internal, StoreText::tr("The program made a mistake in its books. Nothing was changed."), detail};
}

} // namespace kp::store
