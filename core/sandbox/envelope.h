// SPDX-License-Identifier: GPL-3.0-or-later
// The wire form of requests and answers: leqi-protocol §1.1 to §1.5.
#pragma once

#include "core/base/result.h"
#include "core/sandbox/http_message.h"

#include <optional>

namespace kp::sandbox
{

/// Where a request goes and who sends it, read from path and headers.
struct Address {
    QString operation;    ///< fwbm, the last part of the path (§3.6: the path decides, not the header)
    QString connectionId; ///< jrdwptbh
    QString unitId;       ///< sydwptbh
};

/// The address of a platform request; nothing when the path is none of the platform's.
std::optional<Address> addressOf(const HttpRequest &request);

/// Why the platform refuses a request before any operation sees it. The real catalogue is not published (§1.5).
struct Refusal {
    QByteArray httpStatusCode; ///< of the envelope; "200" when the refusal is a Response.Error only
    QByteArray code;
    QString message;
};

/// The request's JSON text out of its Base64 of SM4. Fault: Invalid, with the words for Response.Error.
Result<QByteArray> openRequest(const QByteArray &body, const QByteArray &key);

/// The envelope around a business answer encrypted with @p key.
QByteArray sealAnswer(const QByteArray &answer, const QByteArray &key);
/// The envelope around a refusal, which is not encrypted.
QByteArray sealRefusal(const Refusal &refusal);

} // namespace kp::sandbox
