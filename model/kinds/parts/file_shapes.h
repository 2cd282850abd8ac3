// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QString>

#include <vector>

namespace jackfield {

/// A flow found in a file: its content, and what surrounds it there.
struct ExtractedFlow
{
    Json content;
    /// What to keep so that restore() can write the file back in its format of origin. Null when the file is the
    /// content.
    Json surround;
    QString name; ///< what the file calls the flow; empty when it does not say
    int certainty = 0; ///< 0..100; the kind that is surest wins
};

/// The shapes in which flows of a kind come in files. Stateless; safe from several threads.
class FileShapes
{
public:
    FileShapes() = default;
    virtual ~FileShapes() = default;
    FileShapes(const FileShapes &) = delete;
    FileShapes &operator=(const FileShapes &) = delete;

    /// The content of a new flow.
    virtual Json blank() const = 0;
    /// The flows that a file holds for this kind; empty when it holds none.
    virtual std::vector<ExtractedFlow> extract(const Json &file) const = 0;
    /// The file again, with `content` where it was. Here: the content is the file.
    virtual Json restore(const Json &surround, const Json &content) const;
};

} // namespace jackfield
