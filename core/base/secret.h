// SPDX-License-Identifier: GPL-3.0-or-later
// A secret in memory: it can not be printed, streamed or compared by accident, and its bytes are wiped when it goes.
#pragma once

#include <QByteArray>

#include <utility>

namespace kp
{

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) = default;
    /// By value: what was held before goes with @p other, and is wiped like any other secret.
    Secret &operator=(Secret other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Secret() { wipe(); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes themselves, for the one place that needs them (cipher, login, keychain).
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

private:
    void wipe()
    {
        if (m_bytes.isDetached() && !m_bytes.isEmpty())
            for (volatile char *p = m_bytes.data(), *end = p + m_bytes.size(); p != end; ++p)
                *p = 0;
    }
    QByteArray m_bytes;
};

} // namespace kp
