// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/text_template.h"

#include <QRegularExpression>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(u"\\{\\{([a-z]+)(:[A-Za-z0-9_]+)?\\}\\}"_s);
    return expression;
}

QString patternOf(const QString &kind)
{
    static const QHash<QString, QString> patterns{
        {u"id"_s, u"[0-9A-HJKMNP-TV-Z]{26}"_s},
        {u"hex"_s, u"[0-9a-f]{24}"_s},
        {u"when"_s, u"\\d{1,2}/\\d{1,2}/20\\d\\d, \\d{1,2}:\\d\\d:\\d\\d [AP]M"_s},
        {u"cuid"_s, u"cm[0-9a-z]{23}"_s},
        {u"rule"_s, u"rule_[0-9a-hjkmnp-tv-z]{8}"_s},
        {u"token"_s, u"[A-Za-z0-9_-]+"_s},
        {u"secret"_s, u"[^\"]+"_s},
        {u"time"_s, u"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"_s},
        {u"ms"_s, u"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"_s},
        {u"trace"_s, u"00-[0-9a-f]{32}-[0-9a-f]{16}-01"_s},
        {u"request"_s, u"[0-9a-f-]{36}"_s},
        {u"any"_s, u"[^\"]*"_s},
        {u"rest"_s, u"[\\s\\S]*"_s},
    };
    return patterns.value(kind);
}

} // namespace

QByteArray TextTemplates::filled(const QByteArray &text) const
{
    QByteArray result = text;
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value)
        result.replace("{{" + value.key() + "}}", value.value());
    return result;
}

QString TextTemplates::mismatch(const QByteArray &expected, const QByteArray &actual)
{
    const QString wanted = QString::fromUtf8(filled(expected));
    QString pattern;
    QList<QByteArray> names;
    qsizetype at = 0;
    for (auto matches = placeholder().globalMatch(wanted); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        pattern += QRegularExpression::escape(wanted.sliced(at, match.capturedStart() - at));
        const QString kind = patternOf(match.captured(1));
        if (kind.isEmpty())
            return u"unknown placeholder "_s + match.captured();
        const QByteArray name
            = match.captured(2).isEmpty() ? QByteArray() : (match.captured(1) + match.captured(2)).toUtf8();
        if (const qsizetype known = name.isEmpty() ? -1 : names.indexOf(name); known >= 0) {
            pattern += u"\\%1"_s.arg(known + 1);
        } else {
            pattern += u'(' + kind + u')';
            names.append(name);
        }
        at = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(wanted.sliced(at));
    const QRegularExpressionMatch match
        = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(QString::fromUtf8(actual));
    if (!match.hasMatch())
        return u"expected %1\nactual   %2"_s.arg(wanted, QString::fromUtf8(actual));
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!names.at(i).isEmpty())
            m_values.insert(names.at(i), match.captured(int(i) + 1).toUtf8());
    }
    return {};
}

} // namespace jackfield
