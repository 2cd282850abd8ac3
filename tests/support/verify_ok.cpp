// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/verify_ok.h"

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

QString told(const Error &error)
{
    QString text = QString::fromUtf8(error.code) + u": "_s + error.message;
    QStringList places;
    if (!error.pointer.isEmpty())
        places << u"at "_s + QString::fromUtf8(error.pointer);
    if (error.line > 0)
        places << u"line %1, column %2"_s.arg(QString::number(error.line), QString::number(error.column));
    if (!places.isEmpty())
        text += u" (%1)"_s.arg(places.join(u", "_s));
    return text;
}

} // namespace jackfield::testing
