// The part of libarchive 3 that is used. The library is looked for when a file needs it and is not linked, so that the
// program runs, and is built, without it.
#pragma once
#include <stddef.h>

typedef void *(*cw_archive_new)(void);
typedef int (*cw_archive_set)(void *archive);
typedef int (*cw_archive_open_memory)(void *archive, const void *bytes, size_t count);
typedef int (*cw_archive_open_filename)(void *archive, const char *path, size_t block);
typedef int (*cw_archive_next_header)(void *archive, void **entry);
typedef ptrdiff_t (*cw_archive_read)(void *archive, void *buffer, size_t count);
typedef const char *(*cw_archive_text)(void *object);
typedef int (*cw_archive_number)(void *entry);
typedef unsigned int (*cw_archive_type)(void *entry);
