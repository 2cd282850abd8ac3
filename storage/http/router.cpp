// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/router.h"

#include <algorithm>
#include <limits>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> patternSegments(const QByteArray &pattern)
{
    return pattern == "/" ? QList<QByteArray>() : pattern.sliced(1).split('/');
}

bool isParameter(QByteArrayView segment) { return segment.startsWith('{') && segment.endsWith('}'); }

/// Levenshtein, enough for names of a few dozen characters.
int distance(QByteArrayView a, QByteArrayView b)
{
    constexpr qsizetype kLongest = 64;
    a = a.first(std::min(a.size(), kLongest));
    b = b.first(std::min(b.size(), kLongest));
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<int>(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const int swap = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[at], std::min({row[at] + 1, row[at - 1] + 1, swap}));
        }
    }
    return row.back();
}

/// What separates a path from a pattern; smaller is nearer.
struct Gap
{
    int cost = 0;
    QByteArray wanted; ///< first literal that differs
    QByteArray found;
};

Gap gapBetween(const QList<QByteArray> &pattern, const QList<QByteArray> &path)
{
    // A path that stops early shares more with its pattern than one that goes on where nothing is.
    constexpr int kMissingCost = 7;
    constexpr int kSegmentCost = 8; // too many, empty, or another word
    Gap gap;
    const qsizetype common = std::min(pattern.size(), path.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (isParameter(pattern[i])) {
            gap.cost += path[i].isEmpty() ? kSegmentCost : 0;
            continue;
        }
        const int letters = distance(pattern[i], path[i]);
        if (letters > 0 && gap.wanted.isEmpty()) {
            gap.wanted = pattern[i];
            gap.found = path[i];
        }
        // A word that is mostly different is another word, however short.
        gap.cost += letters * 2 > pattern[i].size() ? std::max(letters, kSegmentCost) : letters;
    }
    gap.cost += kMissingCost * static_cast<int>(pattern.size() - common);
    gap.cost += kSegmentCost * static_cast<int>(path.size() - common);
    return gap;
}

} // namespace

struct Router::Node
{
    std::vector<std::pair<QByteArray, std::unique_ptr<Node>>> literals; // sorted by segment
    std::unique_ptr<Node> parameter;
    std::vector<std::pair<QByteArray, int>> routes; // method to route

    Node *literal(const QByteArray &segment) const
    {
        const auto it = std::ranges::lower_bound(literals, segment, {}, [](const auto &entry) { return entry.first; });
        return it != literals.end() && it->first == segment ? it->second.get() : nullptr;
    }
    int routeFor(QByteArrayView method) const
    {
        const auto it = std::ranges::find_if(routes, [&](const auto &entry) { return entry.first == method; });
        return it == routes.end() ? -1 : it->second;
    }
    /// Calls `visit` with every node that the path leads to, literal branches first, until it answers true.
    template <typename Visit>
    bool walk(const QList<QByteArray> &segments, qsizetype at, QList<QByteArray> &parameters, const Visit &visit) const
    {
        if (at == segments.size())
            return visit(*this);
        const QByteArray &segment = segments[at];
        if (const Node *next = literal(segment); next && next->walk(segments, at + 1, parameters, visit))
            return true;
        if (!parameter || segment.isEmpty())
            return false;
        parameters.append(segment);
        if (parameter->walk(segments, at + 1, parameters, visit))
            return true;
        parameters.removeLast();
        return false;
    }
};

Router::Router() :
    m_root(std::make_unique<Node>())
{
}

Router::~Router() = default;

void Router::add(const QByteArray &method, const QByteArray &pattern, int route)
{
    Q_ASSERT(pattern.startsWith('/') && route >= 0);
    Node *node = m_root.get();
    for (const QByteArray &segment : patternSegments(pattern)) {
        if (isParameter(segment)) {
            if (!node->parameter)
                node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
            continue;
        }
        Node *next = node->literal(segment);
        if (!next) {
            const auto at = std::ranges::lower_bound(node->literals, segment, {}, [](const auto &e) { return e.first; });
            next = node->literals.emplace(at, segment, std::make_unique<Node>())->second.get();
        }
        node = next;
    }
    Q_ASSERT(node->routeFor(method) < 0);
    node->routes.emplace_back(method, route);
    m_routes.push_back({method, pattern, route});
}

Router::Match Router::match(const QByteArray &method, const QList<QByteArray> &segments) const
{
    Match match;
    const auto visit = [&](const Node &node) {
        if (node.routes.empty())
            return false;
        int route = node.routeFor(method);
        if (route < 0 && method == "HEAD")
            route = node.routeFor("GET");
        if (route >= 0) {
            match.outcome = Match::Outcome::Found;
            match.route = route;
            return true;
        }
        match.outcome = Match::Outcome::WrongMethod;
        for (const auto &[allowed, unused] : node.routes) {
            if (!match.allowed.contains(allowed))
                match.allowed.append(allowed);
        }
        return false;
    };
    m_root->walk(segments, 0, match.parameters, visit);
    if (match.outcome != Match::Outcome::WrongMethod) {
        match.allowed.clear();
        return match;
    }
    if (match.allowed.contains("GET") && !match.allowed.contains("HEAD"))
        match.allowed.append("HEAD"_ba);
    if (!match.allowed.contains("OPTIONS"))
        match.allowed.append("OPTIONS"_ba);
    return match;
}

Router::NearMiss Router::nearest(const QByteArray &method, const QList<QByteArray> &segments) const
{
    constexpr int kFarthest = 24; // beyond this a hint misleads
    int best = std::numeric_limits<int>::max();
    const Route *nearest = nullptr;
    Gap gap;
    for (const Route &route : m_routes) {
        Gap candidate = gapBetween(patternSegments(route.pattern), segments);
        const int cost = 2 * candidate.cost + (route.method == method ? 0 : 1);
        if (cost < best) {
            best = cost;
            nearest = &route;
            gap = std::move(candidate);
        }
    }
    if (!nearest || gap.cost > kFarthest)
        return {};

    NearMiss miss {.route = nearest->route};
    const auto count = patternSegments(nearest->pattern).size();
    const QString shown = QString::fromUtf8(nearest->pattern);
    if (!gap.wanted.isEmpty())
        miss.reason = u"The path has '%1' where '%2' is expected."_s.arg(
            QString::fromUtf8(gap.found), QString::fromUtf8(gap.wanted));
    else if (segments.size() == count + 1 && segments.last().isEmpty())
        miss.reason = u"The path ends with a slash."_s;
    else if (segments.size() > count)
        miss.reason = u"The path goes on after '%1'."_s.arg(shown);
    else if (segments.size() < count)
        miss.reason = u"The path ends before '%1' does."_s.arg(shown);
    else if (gap.cost > 0)
        miss.reason = u"A part of the path is empty."_s;
    else
        miss.reason = u"The path is served with the method %1."_s.arg(QString::fromLatin1(nearest->method));
    return miss;
}

} // namespace jackfield
