// SPDX-License-Identifier: GPL-3.0-or-later
// A passage between two threads: one hands over pieces of work, the other takes them in the same order. Few wait in
// between, so that the one who is ahead does not pile up what the other has no time for.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace kp
{

template<class T>
class Handover
{
public:
    explicit Handover(std::size_t mostWaiting)
        : m_mostWaiting(mostWaiting)
    {
    }

    /// Waits while too many wait already. False when the taker has gone: no more is wanted.
    bool give(T piece)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_refused || m_waiting.size() < m_mostWaiting; });
        if (m_refused)
            return false;
        m_waiting.push_back(std::move(piece));
        m_changed.notify_all();
        return true;
    }
    /// The giver's last word.
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }

    /// Waits for the next piece; nothing when the giver has ended and all is taken.
    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        if (m_waiting.empty())
            return std::nullopt;
        std::optional<T> piece(std::move(m_waiting.front()));
        m_waiting.pop_front();
        m_changed.notify_all();
        return piece;
    }
    /// The taker wants no more; a giver that waits is let go.
    void refuse()
    {
        const std::scoped_lock lock(m_mutex);
        m_refused = true;
        m_waiting.clear();
        m_changed.notify_all();
    }

private:
    const std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_waiting;
    bool m_ended = false;
    bool m_refused = false;
};

} // namespace kp
