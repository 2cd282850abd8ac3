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

bool isParameter(QByteArrayView segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

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

/// One place where a path and a pattern go together, or do not.
struct Step
{
    enum class Type : quint8 { Same, Other, Missing, Extra };
    Type type = Type::Same;
    qsizetype pattern = 0; ///< segment of the pattern; for Extra the one behind it
    qsizetype path = 0; ///< segment of the path; for Missing the one behind it
};

/// What separates a path from a pattern; smaller is nearer.
struct Gap
{
    int cost = 0;
    std::vector<Step> steps;
    bool sharesWord = false; ///< some literal of the pattern is in the path, as it should be or nearly
};

// A path that stops early shares more with its pattern than one that goes on where nothing is.
constexpr int kMissingCost = 7;
constexpr int kOtherCost = 8; // another word, or one too many
constexpr int kSlashCost = 2; // an empty segment: "/a//b", "/a/b/"

/// What it takes to read `segment` as that of a pattern. `words` are the literals of all patterns.
int costOf(const QByteArray &pattern, const QByteArray &segment, const QList<QByteArray> &words)
{
    if (isParameter(pattern))
        return segment.isEmpty() || words.contains(segment) ? kOtherCost : 0;
    if (pattern == segment)
        return 0;
    if (pattern.compare(segment, Qt::CaseInsensitive) == 0)
        return 1;
    const int letters = distance(pattern, segment);
    // A word that is mostly different is another word, however short.
    return letters * 2 > pattern.size() ? std::max(letters, kOtherCost) : letters;
}

/// The cheapest way to read a path as a pattern: segments side by side, some of them missing or too many.
Gap gapBetween(const QList<QByteArray> &pattern, const QList<QByteArray> &path, const QList<QByteArray> &words)
{
    const auto width = static_cast<std::size_t>(path.size()) + 1;
    std::vector<int> costs((static_cast<std::size_t>(pattern.size()) + 1) * width);
    const auto cost = [&](qsizetype i, qsizetype j) -> int & {
        return costs[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    const auto extraCost = [&](qsizetype j) { return path[j].isEmpty() ? kSlashCost : kOtherCost; };
    // From the back, so that the steps come out in order.
    for (qsizetype i = pattern.size(); i >= 0; --i) {
        for (qsizetype j = path.size(); j >= 0; --j) {
            if (i == pattern.size())
                cost(i, j) = j == path.size() ? 0 : cost(i, j + 1) + extraCost(j);
            else if (j == path.size())
                cost(i, j) = cost(i + 1, j) + kMissingCost;
            else
                cost(i, j) = std::min(
                    {cost(i + 1, j + 1) + costOf(pattern[i], path[j], words), cost(i + 1, j) + kMissingCost,
                     cost(i, j + 1) + extraCost(j)});
        }
    }
    Gap gap{.cost = cost(0, 0), .steps = {}};
    for (qsizetype i = 0, j = 0; i < pattern.size() || j < path.size();) {
        const bool both = i < pattern.size() && j < path.size();
        const int here = both ? costOf(pattern[i], path[j], words) : 0;
        if (both && cost(i, j) == cost(i + 1, j + 1) + here) {
            gap.sharesWord = gap.sharesWord || (!isParameter(pattern[i]) && here < kOtherCost);
            gap.steps.push_back({here == 0 ? Step::Type::Same : Step::Type::Other, i++, j++});
        } else if (i < pattern.size() && cost(i, j) == cost(i + 1, j) + kMissingCost) {
            gap.steps.push_back({Step::Type::Missing, i++, j});
        } else {
            gap.steps.push_back({Step::Type::Extra, i, j++});
        }
    }
    return gap;
}

/// Why a path is not the pattern, by the first place that differs. One sentence; empty when none does.
QString reasonOf(const Gap &gap, const QList<QByteArray> &pattern, const QList<QByteArray> &path)
{
    const auto first = std::ranges::find_if(gap.steps, [](const Step &step) { return step.type != Step::Type::Same; });
    if (first == gap.steps.end())
        return {};
    const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
    const QString whole = u'/' + text(pattern.join('/'));
    switch (first->type) {
    case Step::Type::Other: {
        const QByteArray &wanted = pattern[first->pattern];
        const QByteArray &found = path[first->path];
        if (found.isEmpty())
            return u"The path has nothing where '%1' is expected."_s.arg(text(wanted));
        if (wanted.compare(found, Qt::CaseInsensitive) == 0)
            return u"The path has '%1' where '%2' is expected: upper and lower case count."_s.arg(
                text(found), text(wanted));
        return u"The path has '%1' where '%2' is expected."_s.arg(text(found), text(wanted));
    }
    case Step::Type::Missing: {
        if (first->path == path.size())
            return u"The path ends before '%1' does."_s.arg(whole);
        const auto end
            = std::find_if(first, gap.steps.end(), [](const Step &step) { return step.type != Step::Type::Missing; });
        QByteArray missing;
        for (auto step = first; step != end; ++step)
            missing += '/' + pattern[step->pattern];
        return u"The path lacks '%1' before '/%2'."_s.arg(text(missing), text(path[first->path]));
    }
    default:
        if (path[first->path].isEmpty())
            return first->path + 1 == path.size() ? u"The path ends with a slash."_s
                                                  : u"The path has two slashes in a row."_s;
        if (first->pattern == pattern.size())
            return u"The path goes on after '%1'."_s.arg(whole);
        return u"The path has '/%1' before '/%2', where nothing belongs."_s.arg(
            text(path[first->path]), text(pattern[first->pattern]));
    }
}

/// How far one method is from another: PUT and PATCH are often taken for each other.
int methodDistance(const QByteArray &a, const QByteArray &b)
{
    const auto changes = [](const QByteArray &method) { return method == "PUT" || method == "PATCH"; };
    if (a == b || (a == "HEAD" && b == "GET"))
        return 0;
    return changes(a) && changes(b) ? 1 : 2;
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

Router::Router() : m_root(std::make_unique<Node>()) { }

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
            const auto at
                = std::ranges::lower_bound(node->literals, segment, {}, [](const auto &e) { return e.first; });
            next = node->literals.emplace(at, segment, std::make_unique<Node>())->second.get();
        }
        node = next;
    }
    Q_ASSERT(node->routeFor(method) < 0);
    node->routes.emplace_back(method, route);
    m_routes.push_back({method, pattern, route});
    for (const QByteArray &segment : patternSegments(pattern)) {
        if (!isParameter(segment) && !m_words.contains(segment))
            m_words.append(segment);
    }
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
    constexpr qsizetype kLongest = 16; // no path that is meant has more segments
    if (segments.size() > kLongest)
        return {};
    int best = std::numeric_limits<int>::max();
    const Route *nearest = nullptr;
    Gap gap;
    for (const Route &route : m_routes) {
        Gap candidate = gapBetween(patternSegments(route.pattern), segments, m_words);
        const int cost = 4 * candidate.cost + methodDistance(method, route.method);
        if (cost < best && candidate.cost <= kFarthest && candidate.sharesWord) {
            best = cost;
            nearest = &route;
            gap = std::move(candidate);
        }
    }
    if (!nearest)
        return {};
    QString reason = reasonOf(gap, patternSegments(nearest->pattern), segments);
    if (reason.isEmpty()) {
        QByteArrayList methods;
        for (const Route &route : m_routes) {
            if (route.pattern == nearest->pattern)
                methods.append(route.method);
        }
        reason = u"The path is served with %1, not with %2."_s.arg(
            QString::fromLatin1(methods.join(", ")), QString::fromUtf8(method));
    }
    return {.route = nearest->route, .reason = reason};
}

} // namespace jackfield
