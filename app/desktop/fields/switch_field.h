// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

class QCheckBox;

namespace jackfield {

/// Yes or no, with its title beside the box.
class SwitchField : public SchemaField
{
    Q_OBJECT

public:
    SwitchField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;
    bool showsTitle() const override { return true; }

private:
    QCheckBox *m_box = nullptr;
    bool m_default = false;
};

} // namespace jackfield
