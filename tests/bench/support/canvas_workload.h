// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace jackfield::bench {

/// The workload of the performance page as the file of a chatbot: `nodes` nodes on a grid of ceil(sqrt n) columns,
/// 220 x 120 apart, and int(1.5 n) edges: a chain, then links that lead at most 50 nodes ahead, none twice. Seed 7.
QByteArray chatbotFile(int nodes);

} // namespace jackfield::bench
