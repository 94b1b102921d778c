// SPDX-License-Identifier: GPL-3.0-or-later
// The taxpayers of the practice platform and the connections they issue through.
#pragma once

#include "core/base/money.h"
#include "core/sandbox/store.h"

#include <QString>

namespace kp::sandbox
{

/// A taxpayer as the platform knows it. Codes are those of leqi-protocol §4.5 and §4.6.
struct Company {
    QString taxNumber;
    QString unitId;       ///< 使用单位平台编号, header sydwptbh
    QString connectionId; ///< 直连单位平台编号, header jrdwptbh
    QString name;
    QString kind;     ///< nsrlx: 1 general, 2 small-scale
    QString area;     ///< two digits, as in the invoice number; the authority is "1" + area + eight zeros
    QString industry; ///< hydm; 63… is telecommunication
    QString address, phone, bank, account, representative;
    QString risk = QStringLiteral("04");   ///< fxnsrlx; 01 may not issue
    QString alert = {};                    ///< nsryjjb; 01 may not issue
    QString flagged = QStringLiteral("N"); ///< fxnsrbz; Y may not issue
    QString credit = QStringLiteral("A");
    QString state = QStringLiteral("03");    ///< nsrztdm; only 03 and 09 may issue
    Money quota = {};                        ///< of each month, without tax
    QString suspended = QStringLiteral("N"); ///< ztsxbz
    QString filed =
        QStringLiteral("Y"); ///< whether this month's return is filed; before, quota is valid to the 15th only

    [[nodiscard]] QString authority() const { return QStringLiteral("1") + area + QStringLiteral("00000000"); }
    /// Asks for no fixed quota (按需开票): its quota is sixteen nines.
    [[nodiscard]] bool onDemand() const { return quota == onDemandQuota; }
    static constexpr Money onDemandQuota = Money::fromFen(999'999'999'999'999'900);
};

/// The companies a new practice platform begins with: invented, with valid check digits.
QList<Company> seedCompanies();

/// Adds the seed companies that are missing, and a fresh random key for each connection that has none.
/// Runs inside the caller's transaction. Fault: Internal (no random numbers to be had).
Outcome seed(Store &store);

QList<Company> companies(Store &store);
std::optional<Company> companyByTaxNumber(Store &store, const QString &taxNumber);
/// The company that uses this connection as this unit.
std::optional<Company> companyByUnit(Store &store, const QString &connectionId, const QString &unitId);
/// Writes what the control interface may change: risk, state, quota and the like.
void updateCompany(Store &store, const Company &company);

/// The SM4 key of a connection; nothing when there is no such connection.
std::optional<QByteArray> connectionKey(Store &store, const QString &connectionId);

} // namespace kp::sandbox
