// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// The programs allocate with tcmalloc, which has no malloc_trim(): this is it.

#include <gperftools/malloc_extension_c.h>
#include <malloc.h>

int malloc_trim(size_t)
{
    MallocExtension_ReleaseFreeMemory();
    return 1;
}
