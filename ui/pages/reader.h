// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/reading.h"
#include "ui/kit/worker.h"

#include <memory>
#include <optional>

namespace kp
{

/// A thread with a read-only connection of its own, opened when it is first needed.
class Reader
{
public:
    explicit Reader(QString databasePath)
        : m_path(std::move(databasePath))
    {
        // The connection belongs to its thread, which closes it as it ends.
        QObject::connect(m_thread.home(), &QObject::destroyed, [this] { m_reading.reset(); });
    }
    Q_DISABLE_COPY_MOVE(Reader)

    /// Runs job(service::Reading &), which gives a Result. Faults: also those of Reading::open.
    template<class F>
    auto run(F job) -> QFuture<std::invoke_result_t<F &, service::Reading &>>
    {
        return m_thread.run([this, job = std::move(job)]() mutable -> std::invoke_result_t<F &, service::Reading &> {
            if (!m_reading) {
                auto opened = service::Reading::open(m_path);
                if (!opened.ok())
                    return opened.fault();
                m_reading = std::move(opened).value();
            }
            return job(*m_reading);
        });
    }

private:
    const QString m_path;
    std::unique_ptr<service::Reading> m_reading; ///< used on m_thread only
    Worker m_thread;
};

} // namespace kp
