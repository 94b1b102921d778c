// SPDX-License-Identifier: GPL-3.0-or-later
// Errors are values. A Result<T> holds either a T or a Fault; the kind of a fault says what may be done next.
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace kp
{

/// What the caller may do about a fault.
enum class FaultKind {
    Invalid,   ///< the input breaks a rule: correct it and try again
    Denied,    ///< the person lacks a right: ask whoever may grant it
    NotFound,  ///< the thing asked for is not there
    Conflict,  ///< the state has moved on, or somebody else holds it: look again
    Offline,   ///< nothing reached the other side: try again later
    Rejected,  ///< the other side answered and said no: read its words
    Uncertain, ///< the other side may or may not have acted: ask it before acting again
    Storage,   ///< disk or database failed: nothing was changed
    Internal,  ///< a defect of this program
};

/// A failure as a value: @c message is for the clerk, in the language of the interface; @c detail is for the log and
/// never holds a secret.
struct Fault {
    FaultKind kind = FaultKind::Internal;
    QString message;
    QString detail = {};
};

/// Success without a value.
struct Done {
    friend bool operator==(Done, Done) { return true; }
};

/// Either a value or a Fault. Asking for the one that is not there is a defect and asserts.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Fault fault) // NOLINT(google-explicit-constructor): a fault is a result
        : m_state(std::in_place_index<1>, std::move(fault))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(std::get<0>(m_state));
    }
    [[nodiscard]] T valueOr(T other) const { return ok() ? value() : std::move(other); }
    [[nodiscard]] const Fault &fault() const
    {
        Q_ASSERT(!ok());
        return std::get<1>(m_state);
    }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Fault> m_state;
};

using Outcome = Result<Done>;

} // namespace kp

#define KP_CONCAT_(a, b) a##b
#define KP_CONCAT(a, b) KP_CONCAT_(a, b)
/// KP_TRY(x, f()): x is the value of f(), or the enclosing function returns its fault.
#define KP_TRY(name, expression)                                                                                       \
    auto KP_CONCAT(kpTry, __LINE__) = (expression);                                                                    \
    if (!KP_CONCAT(kpTry, __LINE__).ok())                                                                              \
        return KP_CONCAT(kpTry, __LINE__).fault();                                                                     \
    auto name = std::move(KP_CONCAT(kpTry, __LINE__)).value()
/// KP_DO(f()): go on when f() succeeded, else return its fault.
#define KP_DO(expression)                                                                                              \
    do {                                                                                                               \
        if (auto KP_CONCAT(kpDone, __LINE__) = (expression); !KP_CONCAT(kpDone, __LINE__).ok())                        \
            return KP_CONCAT(kpDone, __LINE__).fault();                                                                \
    } while (false)

/// The same two inside a coroutine.
#define KP_CO_TRY(name, expression)                                                                                    \
    auto KP_CONCAT(kpTry, __LINE__) = (expression);                                                                    \
    if (!KP_CONCAT(kpTry, __LINE__).ok())                                                                              \
        co_return KP_CONCAT(kpTry, __LINE__).fault();                                                                  \
    auto name = std::move(KP_CONCAT(kpTry, __LINE__)).value()
#define KP_CO_DO(expression)                                                                                           \
    do {                                                                                                               \
        if (auto KP_CONCAT(kpDone, __LINE__) = (expression); !KP_CONCAT(kpDone, __LINE__).ok())                        \
            co_return KP_CONCAT(kpDone, __LINE__).fault();                                                             \
    } while (false)
