// SPDX-License-Identifier: GPL-3.0-or-later
// Records as proposals under a field of the sheet.
#pragma once

#include "ui/kit/keys.h"
#include "ui/kit/proposals.h"
#include "ui/pages/office.h"

#include <QLineEdit>
#include <QPromise>

#include <memory>

namespace kp
{

/// Whose sheet is open; not valid while that is not known.
inline CompanyId companyOf(const Office &office)
{
    const service::CompanyChoice *choice = office.company();
    return choice == nullptr ? CompanyId() : choice->company.id;
}

/// The rows of a page or list that is being read, as proposals; none when it can not be read. @p proposalOf may also
/// want to know whether its record is the only one found.
template<class T, class Found, class F>
QFuture<QList<Proposal>> proposals(QObject *context, const QFuture<Found> &found, F proposalOf)
{
    auto answer = std::make_shared<QPromise<QList<Proposal>>>();
    answer->start();
    then(context, found, [answer, proposalOf](const Found &records) {
        QList<Proposal> out;
        if (records.ok()) {
            const auto &rows = [&]() -> const auto & {
                if constexpr (requires { records->rows; })
                    return records->rows;
                else
                    return *records;
            }();
            for (const T &record : rows) {
                if constexpr (requires { proposalOf(record, true); })
                    out.append(proposalOf(record, rows.size() == 1));
                else
                    out.append(proposalOf(record));
            }
        }
        answer->addResult(out);
        answer->finish();
    });
    return answer->future();
}

/// F7 in the field shows all there is.
inline void lookUpWith(QLineEdit *edit, ProposalPopup &popup, const DeskMemory &memory)
{
    auto *key = new ActShortcut(QStringLiteral("grid.lookUp"), memory, edit, Qt::WidgetShortcut);
    QObject::connect(key, &QShortcut::activated, &popup, &ProposalPopup::ask);
}

} // namespace kp
