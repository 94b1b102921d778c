// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/codes.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace kp::cli
{

/// What the program gives back to the shell; documented in --help.
enum ExitCode {
    Success = 0,
    Findings = 1,      ///< done, but some orders are invalid or refused, or the books do not verify
    Usage = 2,         ///< the command was not understood
    NotAllowed = 3,    ///< sign-in failed, or a right is missing
    NotSettled = 4,    ///< the platform could not be reached, or has not answered for all
    BadInput = 5,      ///< a file can not be read or is not what it should be, or the thing asked for is not there
    StorageFailed = 6, ///< disk or database
};
int exitCodeOf(const Fault &fault);

struct Arguments {
    QString verb;
    QStringList positional;
    QString profile; ///< folder
    bool profileGiven = false;
    QString user;
    QString name;    ///< of the first administrator: the issuer printed on invoices
    QString company; ///< tax number; empty: the default company
    QString output;
    QString markedCopy;
    QString pdfFolder;
    QString credentials;
    QString text;
    QString state;
    QString reason;                          ///< code of a RedReason
    QStringList quantities;                  ///< red apply: "LINE=QUANTITY"
    QStringList amounts;                     ///< red apply: "LINE=AMOUNT", without tax
    bool buyer = false;                      ///< red apply: of an invoice received
    QString opinion;                         ///< red confirm|refuse
    InvoiceKind kind = InvoiceKind::Special; ///< red apply --buyer: of that invoice
    std::optional<Money> gross;              ///< red apply --buyer: its amount with tax
    QString wanted;                          ///< red plan: file with what the invoice should have been
    QDate date;                              ///< invalid: today, or not given
    int limit = 50;
    int waitSeconds = 300;
    bool practice = false;
    bool dryRun = false;
    bool nothing = false; ///< red plan: it should never have been issued
    bool go = false;      ///< red plan: carry it out
    bool json = false;
};

/// Reads the command line; shows help or version and ends the program where that is asked. Fault: Invalid.
Result<Arguments> parseArguments(const QStringList &arguments);

} // namespace kp::cli
