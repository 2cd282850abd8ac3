// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_edit.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

JsonEdit JsonEdit::set(JsonPointer at, Json value)
{
    return {.operation = Operation::Set, .at = std::move(at), .value = std::move(value)};
}

JsonEdit JsonEdit::insert(JsonPointer at, Json value, qsizetype position)
{
    return {.operation = Operation::Insert, .at = std::move(at), .value = std::move(value), .position = position};
}

JsonEdit JsonEdit::remove(JsonPointer at)
{
    return {.operation = Operation::Remove, .at = std::move(at), .value = {}};
}

JsonEdit JsonEdit::move(JsonPointer at, qsizetype position)
{
    return {.operation = Operation::Move, .at = std::move(at), .value = {}, .position = position};
}

JsonEdit JsonEdit::rename(JsonPointer at, Json key)
{
    return {.operation = Operation::Rename, .at = std::move(at), .value = std::move(key)};
}

namespace {

Error misfit(const JsonEdit &edit, const QString &message)
{
    return {.code = "edit_does_not_apply"_ba, .message = message, .pointer = edit.at.text()};
}

Error noSuchPlace(const JsonEdit &edit)
{
    return misfit(edit, u"There is nothing at \"%1\" any more."_s.arg(QString::fromUtf8(edit.at.text())));
}

/// The position of a child in its container, -1 when there is none.
qsizetype positionOf(const Json &container, QByteArrayView key)
{
    if (!container.isArray())
        return container.indexOf(key);
    const qsizetype index = arrayIndex(key);
    return index < container.size() ? index : -1;
}

Json &childRef(Json &container, qsizetype position)
{
    return container.isArray() ? container.itemRef(position) : container.memberRef(position);
}

const Json &childAt(const Json &container, qsizetype position)
{
    return container.isArray() ? container.at(position) : container.members()[static_cast<size_t>(position)].value;
}

/// Calls visit(key) for each key of a pointer's text from the outside in, until it says false. Copies only keys that
/// have to be unescaped: a gesture on a large flow is tens of thousands of edits.
template <typename Visit> bool forEachKey(QByteArrayView path, Visit visit)
{
    while (!path.isEmpty()) {
        const QByteArrayView step = path.first(std::find(path.begin() + 1, path.end(), '/') - path.begin());
        const bool isEscaped = std::ranges::find(step, '~') != step.end();
        const bool on
            = isEscaped ? visit(QByteArrayView(JsonPointer(step.toByteArray()).lastKey())) : visit(step.sliced(1));
        if (!on)
            return false;
        path = path.sliced(step.size());
    }
    return true;
}

/// The container at `path`, nullptr when there is none.
const Json *containerAt(const Json &document, QByteArrayView path)
{
    const Json *place = &document;
    const bool exists = forEachKey(path, [&place](QByteArrayView key) {
        const qsizetype position = positionOf(*place, key);
        place = position < 0 ? place : &childAt(*place, position);
        return position >= 0;
    });
    return exists && (place->isArray() || place->isObject()) ? place : nullptr;
}

/// The same, ready to be changed: what is on the way is no longer shared. Requires: it exists.
Json &detachedContainer(Json &document, QByteArrayView path)
{
    Json *place = &document;
    forEachKey(path, [&place](QByteArrayView key) {
        place = &childRef(*place, positionOf(*place, key));
        return true;
    });
    return *place;
}

/// Applies one edit and appends what undoes it, last step first. Changes nothing when it fails.
class Application
{
public:
    Application(Json &document, JsonEdits &undo) : m_document(document), m_undo(undo) { }

    Result<void> apply(const JsonEdit &edit);

private:
    Result<void> insert(Json &container, QByteArrayView key, const JsonEdit &edit);
    Result<void> remove(Json &container, qsizetype position, const JsonEdit &edit);
    Result<void> move(Json &container, qsizetype position, const JsonEdit &edit);
    Result<void> rename(Json &container, qsizetype position, const JsonEdit &edit);

    Json &m_document;
    JsonEdits &m_undo;
};

Result<void> Application::apply(const JsonEdit &edit)
{
    using enum JsonEdit::Operation;
    const QByteArrayView place(edit.at.text());
    if (std::ranges::count(place, '/') > kMaxEditDepth)
        return misfit(edit, u"Nested deeper than the %1 levels that are allowed."_s.arg(kMaxEditDepth));
    if (edit.at.isRoot()) {
        if (edit.operation != Set)
            return misfit(edit, u"The whole document can only be replaced."_s);
        m_undo.append(JsonEdit::set(edit.at, std::exchange(m_document, edit.value)));
        return {};
    }
    const qsizetype slash = place.lastIndexOf('/');
    const QByteArrayView path = place.first(slash);
    const QByteArray rewritten = place.sliced(slash).contains('~') ? edit.at.lastKey() : QByteArray();
    const QByteArrayView key = rewritten.isEmpty() ? place.sliced(slash + 1) : QByteArrayView(rewritten);
    // Looks first, so that a pointer into nowhere copies nothing.
    const Json *found = containerAt(m_document, path);
    const qsizetype position = found ? positionOf(*found, key) : -1;
    if (!found || (edit.operation != Insert && position < 0))
        return noSuchPlace(edit);
    Json &container = detachedContainer(m_document, path);
    switch (edit.operation) {
    case Set:
        m_undo.append(JsonEdit::set(edit.at, std::exchange(childRef(container, position), edit.value)));
        return {};
    case Insert:
        return insert(container, key, edit);
    case Remove:
        return remove(container, position, edit);
    case Move:
        return move(container, position, edit);
    case Rename:
        return rename(container, position, edit);
    }
    Q_UNREACHABLE();
}

Result<void> Application::insert(Json &container, QByteArrayView key, const JsonEdit &edit)
{
    if (container.isArray()) {
        const qsizetype index = key == "-" ? container.size() : arrayIndex(key);
        if (index < 0 || index > container.size())
            return misfit(
                edit,
                u"The list has %1 items, so nothing can be inserted at \"%2\"."_s.arg(container.size())
                    .arg(QString::fromUtf8(key)));
        container.insertItem(index, edit.value);
        m_undo.append(JsonEdit::remove(key == "-" ? edit.at.parent().child(index) : edit.at));
        return {};
    }
    if (container.contains(key))
        return misfit(edit, u"There is already a member \"%1\"."_s.arg(QString::fromUtf8(key)));
    const bool last = edit.position < 0 || edit.position > container.size();
    container.insertMember(last ? container.size() : edit.position, Json::string(key), edit.value);
    m_undo.append(JsonEdit::remove(edit.at));
    return {};
}

Result<void> Application::remove(Json &container, qsizetype position, const JsonEdit &edit)
{
    if (container.isArray()) {
        m_undo.append(JsonEdit::insert(edit.at, container.takeItem(position)));
        return {};
    }
    Json::Member taken = container.takeMember(position);
    // A pointer does not tell how the key was spelt.
    if (!taken.name.spelling().isEmpty())
        m_undo.append(JsonEdit::rename(edit.at, taken.name));
    m_undo.append(JsonEdit::insert(edit.at, std::move(taken.value), position));
    return {};
}

Result<void> Application::move(Json &container, qsizetype position, const JsonEdit &edit)
{
    if (edit.position < 0 || edit.position >= container.size())
        return misfit(edit, u"There is no position %1 among %2 entries."_s.arg(edit.position).arg(container.size()));
    container.moveItem(position, edit.position);
    m_undo.append(JsonEdit::move(container.isArray() ? edit.at.parent().child(edit.position) : edit.at, position));
    return {};
}

Result<void> Application::rename(Json &container, qsizetype position, const JsonEdit &edit)
{
    if (!container.isObject() || !edit.value.isString())
        return misfit(edit, u"Only a member of an object can be renamed, and only to a text."_s);
    const qsizetype twin = container.indexOf(edit.value.utf8());
    if (twin >= 0 && twin != position)
        return misfit(edit, u"There is already a member \"%1\"."_s.arg(edit.value.toString()));
    Json name = std::as_const(container).members()[static_cast<size_t>(position)].name;
    container.renameMember(position, edit.value);
    m_undo.append(JsonEdit::rename(edit.at.parent().child(edit.value.utf8()), std::move(name)));
    return {};
}

} // namespace

Result<JsonEdits> applyEdits(Json &document, const JsonEdits &edits)
{
    // No second handle on the document is kept for the way back: it would make the first change copy what it goes
    // through.
    JsonEdits undo;
    undo.reserve(edits.size());
    Application application(document, undo);
    for (const JsonEdit &edit : edits) {
        if (auto applied = application.apply(edit); !applied) {
            std::ranges::reverse(undo);
            JsonEdits redo;
            Application rollback(document, redo);
            for (const JsonEdit &step : std::as_const(undo)) {
                [[maybe_unused]] const auto undone = rollback.apply(step);
                Q_ASSERT(undone);
            }
            return applied.error();
        }
    }
    std::ranges::reverse(undo);
    return undo;
}

} // namespace jackfield
