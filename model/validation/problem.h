// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "model/json/json_pointer.h"

#include <QList>
#include <QString>

namespace jackfield {

enum class Severity : quint8 { Error, Warning };

/// Something wrong with a flow. Errors refuse publishing, warnings do not.
struct Problem
{
    Severity severity = Severity::Error;
    QByteArray code; ///< stable, kebab-case: "missing-start", "edge-target-missing"
    QString message; ///< names the thing in quotes and the way out
    JsonPointer pointer; ///< where in the content
    NodeId node; ///< what the canvas marks; empty for the whole flow
    EdgeId edge; ///< likewise

    friend bool operator==(const Problem &, const Problem &) = default;
};
using Problems = QList<Problem>;

bool hasErrors(const Problems &problems);

} // namespace jackfield

Q_DECLARE_TYPEINFO(jackfield::Problem, Q_RELOCATABLE_TYPE);
