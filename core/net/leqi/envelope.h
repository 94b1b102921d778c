// SPDX-License-Identifier: GPL-3.0-or-later
// The envelope round each operation: encrypted question out, three nested layers of answer in.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/http/http_client.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

/// The HTTP body of a question: Base64 of its SM4 ciphertext, nothing round it.
/// @param key 16 bytes. Fault: Internal.
Result<QByteArray> sealed(const QByteArray &question, const Secret &key);

/// The business object of an answer that says returncode 00. The layers are judged in this order, and the first that
/// fails decides: HTTP status, httpStatusCode, Response.Error, decryption of Data, returncode.
/// Faults: Rejected (another returncode: the operation answered no), Uncertain (anything before that: whether the
/// operation was reached is not known).
Result<JsonObject> opened(const HttpAnswer &answer, const Secret &key);

/// An answer that can be read but lacks what it must hold; @p lacking names it for the log.
Fault unreadable(const QString &lacking);

} // namespace kp::leqi
