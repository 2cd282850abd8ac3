// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_name.h"

#include <QVarLengthArray>

namespace jackfield {

/// Finds what looks like a key or another secret of some APIs, so that it is kept nowhere.
class SecretMask
{
public:
    explicit SecretMask(const QList<ApiName> &apis);

    /// `text` with every secret replaced: by its prefix and "***", or by "***" alone where it has none.
    QByteArray masked(const QByteArray &text) const;

private:
    qsizetype secretAfter(QByteArrayView text, qsizetype last) const;

    QList<QByteArray> m_prefixes;
    QByteArray m_prefixEnds; ///< the last characters of those, each once
    QVarLengthArray<int, 4> m_bareDigits; ///< how many hexadecimal digits the keys without a prefix have
};

} // namespace jackfield
