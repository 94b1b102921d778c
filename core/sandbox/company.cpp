// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/company.h"

#include "core/sandbox/sm4.h"

#include <openssl/rand.h>

#include <array>

namespace kp::sandbox
{

namespace
{
Company fromRow(const Store::Row &row)
{
    qsizetype column = 0;
    const auto text = [&] { return row.at(column++).toString(); };
    Company c;
    for (QString *field : {&c.taxNumber, &c.unitId, &c.connectionId, &c.name, &c.kind, &c.area, &c.industry, &c.address,
             &c.phone, &c.bank, &c.account, &c.representative, &c.risk, &c.alert, &c.flagged, &c.credit, &c.state})
        *field = text();
    c.quota = Money::fromFen(row.at(column++).toLongLong());
    c.suspended = text();
    c.filed = text();
    return c;
}

std::optional<Company> first(const std::optional<Store::Row> &row)
{
    if (!row)
        return std::nullopt;
    return fromRow(*row);
}
} // namespace

#define KP_COMPANY_COLUMNS                                                                                             \
    "tax_number, unit_id, connection_id, name, kind, area, industry, address, phone, bank, account, representative,"   \
    " risk, alert, flagged, credit, state, quota, suspended, filed"

Outcome seed(Store &store)
{
    for (const Company &c : seedCompanies()) {
        std::array<unsigned char, sm4KeyBytes> key{};
        if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1)
            return Fault{FaultKind::Internal, QStringLiteral("无法生成随机密钥")};
        const QByteArray hex = QByteArray(reinterpret_cast<const char *>(key.data()), sm4KeyBytes).toHex();
        store.write(
            "INSERT INTO connection VALUES(?, ?) ON CONFLICT DO NOTHING", {c.connectionId, QString::fromLatin1(hex)});
        store.write("INSERT INTO company(" KP_COMPANY_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                    " ON CONFLICT(tax_number) DO NOTHING",
            {c.taxNumber, c.unitId, c.connectionId, c.name, c.kind, c.area, c.industry, c.address, c.phone, c.bank,
                c.account, c.representative, c.risk, c.alert, c.flagged, c.credit, c.state,
                QVariant::fromValue(qint64(c.quota.fen())), c.suspended, c.filed});
    }
    return Done{};
}

QList<Company> companies(Store &store)
{
    QList<Company> out;
    for (const Store::Row &row : store.rows("SELECT " KP_COMPANY_COLUMNS " FROM company ORDER BY rowid"))
        out.append(fromRow(row));
    return out;
}

std::optional<Company> companyByTaxNumber(Store &store, const QString &taxNumber)
{
    return first(store.row("SELECT " KP_COMPANY_COLUMNS " FROM company WHERE tax_number = ?", {taxNumber}));
}

std::optional<Company> companyByUnit(Store &store, const QString &connectionId, const QString &unitId)
{
    return first(store.row(
        "SELECT " KP_COMPANY_COLUMNS " FROM company WHERE connection_id = ? AND unit_id = ?", {connectionId, unitId}));
}

#undef KP_COMPANY_COLUMNS

void updateCompany(Store &store, const Company &c)
{
    store.write("UPDATE company SET kind = ?, industry = ?, risk = ?, alert = ?, flagged = ?, state = ?, quota = ?, "
                "suspended = ?,"
                " filed = ? WHERE tax_number = ?",
        {c.kind, c.industry, c.risk, c.alert, c.flagged, c.state, QVariant::fromValue(qint64(c.quota.fen())),
            c.suspended, c.filed, c.taxNumber});
}

std::optional<QByteArray> connectionKey(Store &store, const QString &connectionId)
{
    const std::optional<Store::Row> row =
        store.row("SELECT key_hex FROM connection WHERE platform_id = ?", {connectionId});
    if (!row)
        return std::nullopt;
    return QByteArray::fromHex(row->front().toString().toLatin1());
}

} // namespace kp::sandbox
