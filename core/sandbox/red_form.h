// SPDX-License-Identifier: GPL-3.0-or-later
// Red forms (红字确认单) as the platform keeps them: leqi-protocol §9.
#pragma once

#include "core/base/money.h"
#include "core/sandbox/red_states.h"
#include "core/sandbox/uploaded_invoice.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kp::sandbox
{

struct RedForm {
    QString uuid;      ///< 32 hexadecimal digits
    QString number;    ///< 20 digits, never given twice
    QString applicant; ///< lrfsf: 0 seller, 1 buyer
    QString sellerTaxNumber, sellerName, buyerTaxNumber, buyerName;
    QString blueNumber, blueIssuedAt; ///< the time as yyyy-MM-dd HH:mm:ss
    Money blueNet, blueTax;
    QString kind;   ///< lzfppzDm: 01 special, 02 ordinary
    QString margin; ///< cezslxDm of the blue invoice
    Money net, tax; ///< negative
    QString reason; ///< chyyDm
    qsizetype lineCount = 0;
    QByteArray lines; ///< hzqrdmxList, as it is told
    qint64 enteredAt = 0;
    QString state;
    qint64 answeredAt = 0;          ///< 0 until the other side agreed or refused
    QString redNumber, redIssuedAt; ///< "" until the red invoice is issued

    [[nodiscard]] bool bySeller() const { return applicant == u"0"; }
    [[nodiscard]] bool isIssued() const { return !redNumber.isEmpty(); }
    /// Still open: it stands and has no red invoice yet.
    [[nodiscard]] bool isOpen() const { return !isIssued() && isStanding(state); }
};

/// A line in the words of the form operations (§9.1), and back. The gross amount is not one of them: it is computed.
QJsonObject formLineJson(const UploadedLine &line);
UploadedLine readFormLine(Json::Value line, qsizetype place);
QList<UploadedLine> linesOf(const RedForm &form);

/// Gives the form its uuid and number, and stores it. @p area is the seller's.
void enterForm(Store &store, RedForm &form, const QString &area);

// All of these let lapse first what has waited too long.
std::optional<RedForm> formByUuid(Store &store, qint64 nowMs, const QString &uuid);
QList<RedForm> formsOfBlue(Store &store, qint64 nowMs, const QString &blueNumber);

/// Which forms a list is to hold; a text that is empty restricts nothing, but @c own must be given.
struct RedFilter {
    bool asSeller = true; ///< whether @c own is the seller of the forms, or their buyer
    QString own, other;   ///< tax numbers
    QString applicant = {}, blueNumber = {}, number = {}, state = {}, kind = {};
    qint64 enteredFrom = 0;
    qint64 enteredBefore = 0; ///< 0: no limit
};
qint64 countForms(Store &store, qint64 nowMs, const RedFilter &filter);
/// The newest first, without their lines.
QList<RedForm> forms(Store &store, qint64 nowMs, const RedFilter &filter, qint64 limit, qint64 offset);

/// Moves a form through the table of red_states; what was found when that is refused.
Check moveForm(Store &store, qint64 nowMs, RedForm &form, RedEvent event, RedActor actor);
/// Notes an accepted red invoice in its form.
void noteRedInvoice(Store &store, const UploadedInvoice &red);

} // namespace kp::sandbox
