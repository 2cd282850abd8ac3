// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QString>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace jackfield {

/// Edits one JSON value as its JSON Schema says. Shows what it is given, tells what the user wants; keeps no state of
/// its own. A field that the user is typing in is not overwritten unless its value really changed.
class SchemaField : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaField(QWidget *parent);

    /// nullptr: the member is absent.
    virtual void showValue(const Json *value) = 0;
    /// Tells now what was typed and not told yet: the field is about to go.
    virtual void finish() { }
    /// Puts the focus where one begins to type.
    virtual void focusFirst() { setFocus(); }
    /// True when the field shows the title of its schema itself: it gets no caption.
    virtual bool showsTitle() const { return false; }

signals:
    /// `at` is relative to the value of this field; no value: the member is to be removed.
    void edited(const jackfield::JsonPointer &at, const std::optional<jackfield::Json> &value);

protected:
    /// One widget that takes the room and the focus of the field; what belongs below it goes into the layout.
    QVBoxLayout *fillWith(QWidget *edit);
};

} // namespace jackfield
