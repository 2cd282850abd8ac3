// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/service_limits.h"

#include "model/json/json_reader.h"
#include "storage/api/api_table.h"
#include "storage/files/flow_file.h"

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr qint64 kKibibyte = 1024;
constexpr qint64 kMebibyte = 1024 * 1024;

struct Limit
{
    QString option;
    QString unit;
    QString what;
    qint64 standard = 0; ///< in units
    qint64 most = 0;
    std::function<void(HttpLimits &, qint64)> set;
};

QList<Limit> limits()
{
    const HttpLimits standard;
    return {
        {u"max-request-line"_s, u"KIB"_s, u"request line, beyond it 414"_s, standard.requestLineBytes / kKibibyte, 1024,
         [](HttpLimits &l, qint64 n) { l.requestLineBytes = qsizetype(n * kKibibyte); }},
        {u"max-header"_s, u"KIB"_s, u"header block, beyond it 431"_s, standard.headerBytes / kKibibyte, 1024,
         [](HttpLimits &l, qint64 n) { l.headerBytes = qsizetype(n * kKibibyte); }},
        {u"max-header-fields"_s, u"N"_s, u"header fields, beyond it 431"_s, standard.headerFields, 10'000,
         [](HttpLimits &l, qint64 n) { l.headerFields = int(n); }},
        {u"max-body"_s, u"MIB"_s, u"body, beyond it 413"_s, standard.bodyBytes / kMebibyte, 64,
         [](HttpLimits &l, qint64 n) { l.bodyBytes = qsizetype(n * kMebibyte); }},
        {u"max-connections"_s, u"N"_s, u"connections at once, beyond it 503"_s, standard.connections, 10'000,
         [](HttpLimits &l, qint64 n) { l.connections = int(n); }},
        {u"header-deadline"_s, u"S"_s, u"seconds for the whole header, then 408"_s, standard.headerSeconds, 3600,
         [](HttpLimits &l, qint64 n) { l.headerSeconds = int(n); }},
        {u"body-deadline"_s, u"S"_s, u"seconds for the whole body, then 408"_s, standard.bodySeconds, 3600,
         [](HttpLimits &l, qint64 n) { l.bodySeconds = int(n); }},
        {u"idle-time"_s, u"S"_s, u"seconds between requests, then closed"_s, standard.idleSeconds, 3600,
         [](HttpLimits &l, qint64 n) { l.idleSeconds = int(n); }},
    };
}

/// As --rate-limits takes them.
QStringList apiIds()
{
    QStringList ids;
    for (const ApiName &api : apiNames())
        ids << QString::fromUtf8(api.id);
    return ids;
}

} // namespace

QList<Option> limitOptions()
{
    QList<Option> options;
    for (const Limit &limit : limits())
        options << Option{limit.option, limit.unit, u"%1 (%2)"_s.arg(limit.what).arg(limit.standard)};
    options << Option{
        u"rate-limits"_s, u"APIS"_s,
        u"hold each key to the limits of its platform, beyond them 429: %1 (off)"_s.arg(apiIds().join(u", "_s))};
    return options;
}

QString limitsText()
{
    const JsonLimits bodies;
    const JsonLimits files = JsonLimits::forFiles();
    return u"Limits that can be set are below. Fixed ones: JSON of %1 levels and strings of %2 MiB, 20 000 nodes and "
           u"60 000 edges by API;\n"
           "files of %3 MiB, %4 levels and %5 nodes."_s.arg(bodies.maxDepth)
               .arg(bodies.maxStringBytes / kMebibyte)
               .arg(files.maxBytes / kMebibyte)
               .arg(files.maxDepth)
               .arg(kMaxFileNodes);
}

Result<QSet<QByteArray>> rateLimitedFrom(const CommandLine &line)
{
    QSet<QByteArray> apis;
    for (const QString &name : line.value(u"rate-limits"_s).split(u',', Qt::SkipEmptyParts)) {
        const QString id = name.trimmed();
        if (!apiIds().contains(id))
            return Error{
                "usage",
                u"\"--rate-limits\" takes %1, with commas between them, not \"%2\"."_s.arg(apiIds().join(u", "_s), id)};
        for (const ApiName &api : apiNames()) {
            if (api.id != "all" && (id == u"all" || api.id == id.toUtf8()))
                apis.insert(api.id);
        }
    }
    return apis;
}

Result<HttpLimits> limitsFrom(const CommandLine &line)
{
    HttpLimits result;
    for (const Limit &limit : limits()) {
        if (!line.isSet(limit.option))
            continue;
        bool isNumber = false;
        const qint64 number = line.value(limit.option).toLongLong(&isNumber);
        if (!isNumber || number < 1 || number > limit.most)
            return Error{
                "usage",
                u"\"--%1\" takes a whole number from 1 to %2, not \"%3\"."_s.arg(
                    limit.option, QString::number(limit.most), line.value(limit.option))};
        limit.set(result, number);
    }
    return result;
}

} // namespace jackfield
