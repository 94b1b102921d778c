// SPDX-License-Identifier: GPL-3.0-or-later
// The plain text of each operation's question (fact sheet §4, §5), before it is sealed.
#pragma once

#include "core/domain/platform.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace kp::leqi
{

/// CXNSRJBXX, CXNSRFXXX, CXSXED: all ask by tax number only.
QByteArray taxNumberQuestion(const QString &taxNumber);
/// CXKYSL and CXCEZSBM have no parameters; an empty object is encrypted nevertheless.
QByteArray emptyQuestion();
/// CXSSFLBM. @param mark empty on the first load
QByteArray classificationQuestion(const QString &taxNumber, const QString &mark);
/// XZTHSXED. @param connectionPlatformId ptbh, the direct-connect unit's
QByteArray creditMoveQuestion(const QString &taxNumber, const QString &connectionPlatformId, const CreditMove &move);
/// TZSXEDYXQ. @param month any day of it
QByteArray extendCreditQuestion(const QString &taxNumber, QDate month);
/// QDFPPLFM. @param count 1 … 5000
QByteArray numbersQuestion(const QString &taxNumber, int count, const QString &requestId);
/// CXQDFPSCJG.
QByteArray uploadResultQuestion(const QString &receipt);

} // namespace kp::leqi
