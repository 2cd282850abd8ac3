// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace jackfield {

/// What the keys of an API look like: a prefix and hexadecimal digits.
struct KeyShape
{
    QByteArray prefix; ///< may be empty
    int digits = 64; ///< Requires: even

    friend bool operator==(const KeyShape &, const KeyShape &) = default;
};

/// A public API as keys, settings and people name it. Each API says its own, in its folder.
struct ApiName
{
    QByteArray id; ///< of its description; as `jackfieldctl key create --api` spells it
    QString title; ///< for people
    KeyShape key;
    QList<QByteArray> secretPrefixes = {}; ///< what secrets in its bodies start with, beside keys
    QByteArray exampleTarget = {}; ///< of a first request for newcomers; one API has it
};

} // namespace jackfield
