// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace jackfield {

/// What a validator remembers of the nodes, or of the edges, of a flow: what it looked at, and where in the list of all
/// problems stands what it found. `Inputs` is all that the rules of one item read, besides its id and its index.
template <typename Item, typename Inputs> class CheckedItems
{
public:
    /// First step: compares with what was looked at last time. `isSame(inputs, index)` tells whether the inputs of the
    /// item that is now at `index` are still these. True when collect() has something to do.
    template <typename IsSame> bool compare(const QList<Item> &items, IsSame isSame)
    {
        bool aligned = m_checked.size() != size_t(items.size());
        if (aligned)
            align(items);
        bool changed = aligned;
        for (size_t i = 0; i < m_checked.size(); ++i) {
            // Here and not in a pass of its own: what a pass costs is fetching the items.
            if (!aligned && m_checked[i].id != items.at(qsizetype(i)).id) {
                align(items);
                aligned = changed = true;
            }
            Checked &checked = m_checked[i];
            checked.stale = checked.stale || !isSame(std::as_const(checked.inputs), qsizetype(i));
            changed = changed || checked.stale || (checked.index != qsizetype(i) && checked.count > 0);
        }
        return changed;
    }

    /// Second step: appends the problems of each item to `now`: from `before`, the list of last time, when the item is
    /// the same, else from `look(index, problems)`, which returns the inputs that it looked at. Errors of an item come
    /// first. The pointer of every problem begins with that of its item.
    template <typename Look> void collect(const QList<Item> &items, const Problems &before, Problems &now, Look look)
    {
        for (size_t i = 0; i < m_checked.size(); ++i) {
            Checked &checked = m_checked[i];
            const qsizetype begin = now.size();
            if (!checked.stale && checked.index == qsizetype(i)) {
                // Its pointer is that of last time, too, so nothing of the item has to be read.
                if (checked.count > 0) {
                    std::copy_n(before.cbegin() + checked.begin, checked.count, std::back_inserter(now));
                    checked.begin = begin;
                }
                continue;
            }
            const QByteArray &pointer = items.at(qsizetype(i)).pointer.text();
            if (checked.stale) {
                checked.inputs = look(qsizetype(i), now);
                if (now.size() - begin > 1)
                    std::stable_sort(now.begin() + begin, now.end(), [](const Problem &a, const Problem &b) {
                        return a.severity < b.severity;
                    });
            } else {
                for (qsizetype k = checked.begin; k < checked.begin + checked.count; ++k) {
                    QByteArray moved = pointer;
                    moved.append(QByteArrayView(before.at(k).pointer.text()).sliced(checked.pointerSize));
                    now.append(before.at(k));
                    now.back().pointer = JsonPointer(std::move(moved));
                }
            }
            checked.stale = false;
            checked.index = qsizetype(i);
            checked.pointerSize = pointer.size();
            checked.begin = begin;
            checked.count = now.size() - begin;
        }
    }

private:
    using ItemId = decltype(Item::id);
    struct Checked
    {
        ItemId id;
        Inputs inputs;
        qsizetype index = -1;
        qsizetype pointerSize = 0; ///< of the item, at that index
        qsizetype begin = 0; ///< in the list of all problems
        qsizetype count = 0;
        bool stale = true;
    };

    /// Brings what is remembered into the order of `items`, by id.
    void align(const QList<Item> &items)
    {
        std::vector<Checked> old = std::exchange(m_checked, {});
        m_checked.resize(size_t(items.size()));
        QHash<ItemId, size_t> indexes; // filled when an item is not near the one that followed its neighbour last time
        size_t next = 0;
        size_t taken = 0;
        for (size_t i = 0; i < m_checked.size(); ++i) {
            const ItemId &id = items.at(qsizetype(i)).id;
            const auto isThere = [&](size_t index) { return index < old.size() && old[index].id == id; };
            if (!isThere(next) && isThere(next + 1)) {
                ++next; // one is gone
            } else if (!isThere(next)) {
                for (size_t k = indexes.isEmpty() && taken < old.size() ? 0 : old.size(); k < old.size(); ++k)
                    indexes.insert(old[k].id, k);
                const size_t index = indexes.value(id, old.size());
                if (index == old.size()) {
                    m_checked[i].id = id; // one is new
                    continue;
                }
                next = index;
            }
            m_checked[i] = std::move(old[next++]);
            ++taken;
        }
    }

    std::vector<Checked> m_checked;
};

} // namespace jackfield
