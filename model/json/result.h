// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace jackfield {

/// Why something did not work, told to a person. The message names the thing and the way out.
struct Error
{
    QByteArray code = {}; ///< stable and machine-readable: "not_found"; error_codes.md lists them all
    QString message = {}; ///< one or two sentences, plain text
    QByteArray pointer = {}; ///< RFC 6901 pointer to the member at fault; empty when none or when it is the whole
    int line = 0; ///< 1-based place in the source text; 0 when unknown
    int column = 0; ///< 1-based, counted in code points

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the reason why there is none. Never an exception, never a bool with an out-parameter.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Done, or the reason why not.
template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    explicit operator bool() const { return !m_error.has_value(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace jackfield
