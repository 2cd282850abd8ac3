// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace jackfield {

/// Text with places whose value is not known beforehand:
/// {{id:NAME}} a ULID, {{hex:NAME}} 24 hexadecimal digits, {{cuid:NAME}} and {{rule:NAME}} ids of the console API,
/// {{token:NAME}} base64url, {{secret:NAME}} what may be anything without quotes: the first match gives NAME its value,
/// from then on it must be the same. {{time}} whole seconds, {{ms}} milliseconds, {{when}} "1/15/2025, 3:00:00 PM",
/// {{trace}} W3C trace context, {{request}} a request id, {{any}} anything without quotes, {{rest}} anything at all.
class TextTemplates
{
public:
    /// From now on {{PLACE}} stands for `value`.
    void give(const QByteArray &place, const QByteArray &value) { m_values.insert(place, value); }
    /// `text` with the values found so far; a name without one stays as it is.
    QByteArray filled(const QByteArray &text) const;
    /// Why `actual` is not what `expected` says; empty when it is. Learns values.
    QString mismatch(const QByteArray &expected, const QByteArray &actual);

private:
    QHash<QByteArray, QByteArray> m_values; ///< by what stands between the braces: "id:NAME"
};

} // namespace jackfield
