// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>

#include <algorithm>
#include <ctime>

namespace kp::bench
{

/// Wall time and the process's processor time since it was made, in seconds.
class Stopwatch
{
public:
    Stopwatch() { m_wall.start(); }
    [[nodiscard]] double wall() const { return static_cast<double>(m_wall.nsecsElapsed()) / 1e9; }
    [[nodiscard]] double processor() const { return static_cast<double>(std::clock() - m_processor) / CLOCKS_PER_SEC; }

private:
    QElapsedTimer m_wall;
    std::clock_t m_processor = std::clock();
};

/// The middle one of the rounds: a moment in which somebody else had the machine does not count.
inline double median(QList<double> rounds)
{
    std::sort(rounds.begin(), rounds.end());
    return rounds.at(rounds.size() / 2);
}

/// Wall seconds of a piece of work.
template<class Work>
double wallOf(Work &&work)
{
    const Stopwatch watch;
    work();
    return watch.wall();
}

/// Processor seconds of a piece of work.
template<class Work>
double processorOf(Work &&work)
{
    const Stopwatch watch;
    work();
    return watch.processor();
}

} // namespace kp::bench
