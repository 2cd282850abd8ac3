// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <type_traits>
#include <utility>

namespace jackfield {

/// Calls `then` with what the future carries (with nothing for QFuture<void>) in the thread of `context`, which must be
/// the calling one. Not called when the context is gone by then, or when the future ends without a value.
/// QFuture::then(context, ...) is no choice for widgets: Qt 6.4 asserts that the context still lives, and reads it from
/// the thread that finishes the future, while this one may be destroying it.
template <typename Value, typename Context, typename Then>
void whenDone(const QFuture<Value> &future, Context *context, Then then)
{
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if constexpr (std::is_void_v<Value>) {
            if (!watcher->isCanceled())
                then();
        } else if (watcher->future().resultCount() > 0) {
            then(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace jackfield
