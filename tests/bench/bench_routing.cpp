// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// What it costs to find the operation of a request, over the routes of every API that the program serves.
#include "storage/api/api_table.h"
#include "storage/api/description/api_document.h"
#include "storage/http/router.h"
#include "tests/bench/support/timing.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace jackfield;

constexpr int kRounds = 50;

struct Target
{
    QByteArray method;
    QList<QByteArray> segments;
};

/// A request that finds the route: a ULID for every parameter.
Target targetOf(const ApiRoute &route)
{
    QList<QByteArray> segments = route.path.split('/');
    segments.removeFirst();
    for (QByteArray &segment : segments) {
        if (segment.startsWith('{'))
            segment = "01JCZX5N8Q3V7K2M4P6R8T0WYA";
    }
    return {route.method, segments};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Router router;
    QList<Target> targets;
    const auto addRoutes = [&](const QByteArray &api) {
        const ApiDocument document(api);
        for (const ApiRoute &route : document.routes()) {
            router.add(route.method, route.path, int(targets.size()));
            targets.append(targetOf(route));
        }
    };
    addRoutes("jackfield");
    for (const ServedApi &api : servedApis())
        addRoutes(api.name.id);
    const int repeats = 100'000 / int(targets.size());
    int missed = 0;
    const bench::Timing timing = bench::measure(kRounds, [&] {
        for (int repeat = 0; repeat < repeats; ++repeat) {
            for (int i = 0; i < targets.size(); ++i)
                missed += router.match(targets.at(i).method, targets.at(i).segments).route == i ? 0 : 1;
        }
    });
    if (missed > 0)
        qFatal("%d requests did not find their route", missed);
    const double perRequest = 1e6 / double(repeats * targets.size());
    std::printf(
        "{\"bench\":\"routing\",\"routes\":%lld,\"op\":\"match\",\"median_ns\":%.0f,\"p95_ns\":%.0f}\n",
        static_cast<long long>(targets.size()), timing.medianMs * perRequest, timing.p95Ms * perRequest);
    return 0;
}
