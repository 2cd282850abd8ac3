// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/support/canvas_workload.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace jackfield::bench {

namespace {

class Dice
{
public:
    quint32 roll()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state >> 8;
    }

private:
    quint32 m_state = 7;
};

QByteArray nodeText(int index, int columns)
{
    const QByteArray number = QByteArray::number(index);
    const QByteArray place = R"("position":{"x":)" + QByteArray::number(index % columns * 220) + R"(,"y":)"
        + QByteArray::number(index / columns * 120) + "}";
    if (index == 0)
        return R"({"id":"n0","type":"start",)" + place + R"(,"data":{"label":"Start"}})";
    return R"({"id":"n)" + number + R"(","type":"message",)" + place + R"(,"data":{"label":"Step )" + number
        + R"(","text":"Message number )" + number + R"("}})";
}

} // namespace

QByteArray chatbotFile(int nodes)
{
    const int columns = std::max(1, int(std::ceil(std::sqrt(nodes))));
    QByteArray text = R"({"nodes":[)";
    for (int i = 0; i < nodes; ++i)
        text += (i > 0 ? "," : "") + nodeText(i, columns);
    text += R"(],"edges":[)";
    const int wanted = int(1.5 * nodes);
    QSet<QPair<int, int>> known;
    const auto append = [&](int from, int to) {
        if (from == to || known.contains({from, to}))
            return;
        text += (known.isEmpty() ? "" : ",");
        text += R"({"id":"e)" + QByteArray::number(known.size()) + R"(","source":"n)" + QByteArray::number(from)
            + R"(","target":"n)" + QByteArray::number(to) + R"("})";
        known.insert({from, to});
    };
    for (int i = 0; i + 1 < nodes && known.size() < wanted; ++i)
        append(i, i + 1);
    Dice dice;
    while (nodes > 2 && known.size() < wanted) {
        const int from = int(dice.roll() % quint32(nodes));
        append(from, std::min(nodes - 1, from + 1 + int(dice.roll() % 50)));
    }
    return text + "]}";
}

} // namespace jackfield::bench
