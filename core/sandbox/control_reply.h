// SPDX-License-Identifier: GPL-3.0-or-later
// How the control interface answers.
#pragma once

#include "core/sandbox/http_message.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kp::sandbox
{

inline HttpReply jsonReply(const QJsonObject &object, int status = 200)
{
    return HttpReply{.status = status, .body = QJsonDocument(object).toJson()};
}

inline HttpReply errorReply(int status, const QString &words)
{
    return jsonReply({{QStringLiteral("error"), words}}, status);
}

} // namespace kp::sandbox
