// SPDX-License-Identifier: GPL-3.0-or-later
// A program beside this one, started by it and listened to.
#pragma once

#include "core/base/result.h"

#include <QCoro/QCoroTask>

#include <QProcess>

namespace kp::bench
{

class Child
{
public:
    Child() = default;
    /// Ends the program; what it works on is the bench's own.
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    void start(const QString &program, const QStringList &arguments);
    /// What stands behind @p beginning in the first line that begins so. Fault: NotFound when it does not come.
    QCoro::Task<Result<QString>> line(QString beginning);

private:
    QProcess m_process;
};

} // namespace kp::bench
