// SPDX-License-Identifier: GPL-3.0-or-later
// QDFPSC: the array of invoices as the platform wants it (fact sheet §6, base ability).
#pragma once

#include "core/domain/invoice.h"
#include "core/net/leqi/device.h"

#include <QByteArray>
#include <QList>

namespace kp::leqi
{

/// What an upload says besides the invoices themselves.
struct UploadFrame {
    QString connectionPlatformId; ///< ptbh: the direct-connect unit's, else the platform refuses
    QString areaCode;             ///< qyDm
    bool selfUse = true;          ///< fpkjfsDm 5, else 4
    Device device;
};

/// Blue and red invoices. Optional fields are left out when they hold nothing; amounts and rates are JSON numbers,
/// price and quantity strings, as the field list has them.
QByteArray uploadQuestion(const QList<Invoice> &invoices, const UploadFrame &frame);

/// The default of qyDm, whose value list is not published: the province's two digits, as the tax number bears them
/// (third and fourth place of an 18-digit credit code, else the first two).
QString areaCode(const QString &taxNumber);

} // namespace kp::leqi
