// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line prints: JSON for programs, short lines for people.
#pragma once

#include "core/domain/invoice.h"
#include "core/service/batch_report.h"
#include "core/service/invoices.h"
#include "core/service/stock.h"
#include "core/service/verification.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kp::cli
{

void print(const QString &line);
void printError(const QString &line);
void print(const QJsonObject &json);

QJsonArray findingsJson(const QList<CellFinding> &findings);
QString findingText(const CellFinding &finding);

QJsonObject reportJson(const service::BatchReport &report);
QString reportText(const service::BatchReport &report);

QJsonObject summaryJson(const InvoiceSummary &invoice);
QString summaryText(const InvoiceSummary &invoice);

/// The whole stored invoice, its lines, its history and the amount in capitals.
QJsonObject invoiceJson(const service::InvoiceDetail &detail);
QString invoiceText(const service::InvoiceDetail &detail);

QJsonObject verificationJson(const service::VerificationReport &report);
QString verificationText(const service::VerificationReport &report);

} // namespace kp::cli
