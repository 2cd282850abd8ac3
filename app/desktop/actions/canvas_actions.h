// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QObject;

namespace jackfield {

class CanvasView;
class WindowActions;

/// Connects the actions that a canvas carries out with the one in front. `canvas` gives it, nullptr for none; the
/// connections end with `context`.
void connectCanvasActions(const WindowActions &actions, QObject *context, const std::function<CanvasView *()> &canvas);

} // namespace jackfield
