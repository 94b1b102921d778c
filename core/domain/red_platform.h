// SPDX-License-Identifier: GPL-3.0-or-later
// The tax platform as the port of those who reverse invoices. Faults as those of TaxPlatform. An application has no key
// of its own: one that went unanswered is looked for among the forms of its blue invoice before it is made again.
#pragma once

#include "core/base/result.h"
#include "core/domain/company.h"
#include "core/domain/red.h"

#include <QFuture>

namespace kp
{

/// What the platform gives to a form it has taken.
struct RedFormReceipt {
    QString number;
    QString uuid;
    RedFormState state = RedFormState::NotNeeded;
};

/// 处理意见 (qrlx).
enum class RedAnswer { Agree, Refuse, Withdraw };

/// Which forms to list, as one of the sides of their invoices. What is empty does not narrow it down.
struct RedFormFilter {
    Side side = Side::Seller;
    QString partyName; ///< the asking company's own
    std::optional<Side> enteredBy;
    QDate enteredFrom;
    QDate enteredTo;
    QString blueNumber;
    QString number;
    std::optional<RedFormState> state;
    std::optional<InvoiceKind> kind;
    int page = 1;
    int pageSize = 100;
};

struct RedFormPage {
    int page = 0;
    qint64 total = 0;     ///< forms on all pages
    qsizetype rows = 0;   ///< on this page, also those that are left out: of kinds or states this version does not know
    QList<RedForm> forms; ///< without their lines
};

/// What names a digital invoice that is not in the own books, as its face shows it.
struct BlueReference {
    QString number;
    InvoiceKind kind = InvoiceKind::Special;
    QDate issued;
    Money gross; ///< 价税合计

    friend bool operator==(const BlueReference &, const BlueReference &) = default;
};

class RedPlatform
{
public:
    virtual ~RedPlatform() = default;
    virtual QFuture<Result<RedFormReceipt>> applyForRed(const Route &route, const RedForm &form) = 0;
    /// Gives the time of the answer, China time.
    virtual QFuture<Result<QDateTime>> answerRedForm(const Route &route, const RedForm &form, RedAnswer answer) = 0;
    virtual QFuture<Result<RedFormPage>> redForms(const Route &route, const RedFormFilter &filter) = 0;
    /// With its lines.
    virtual QFuture<Result<RedForm>> redForm(const Route &route, const QString &uuid, const QString &seller) = 0;
    virtual QFuture<Result<InvoiceUse>> invoiceUse(
        const Route &route, InvoiceKind kind, const QString &number, QDate issued) = 0;
    /// 发票查验: an invoice the asking company has issued or received, as its face tells it (leqi-protocol §10.2).
    /// Rejected also when what is said of it is not so, or it is somebody else's.
    virtual QFuture<Result<Invoice>> verifiedInvoice(const Route &route, const BlueReference &blue) = 0;
};

} // namespace kp
