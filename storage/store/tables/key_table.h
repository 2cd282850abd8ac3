// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/access.h"
#include "storage/store/sql/store_file.h"

namespace jackfield {

/// An API key with the SHA-256 of its secret.
struct StoredKey
{
    ApiKey key;
    QByteArray digest;
};

/// The API keys of every workspace, in order of creation.
class KeyTable
{
public:
    explicit KeyTable(StoreFile &file) : m_file(file) { }

    Result<QList<StoredKey>> keys();
    Result<void> insert(const StoredKey &key);
    Result<void> remove(const QByteArray &id);

private:
    StoreFile &m_file;
};

} // namespace jackfield
