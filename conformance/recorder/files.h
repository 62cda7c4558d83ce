/* Reading small files of proc and sysfs. */
#ifndef RECORDER_FILES_H
#define RECORDER_FILES_H

#include "buffer.h"

/* Appends the content of a file; 0, or the negative error number. */
int file_read(const char *path, struct buffer *content);
/* Overwrites a file of sysfs or proc with a text; 0, or the negative error number. */
int file_write(const char *path, const char *text);
/* The number in a file, as C writes numbers; fallback where there is none. */
unsigned long file_number(const char *path, unsigned long fallback);
/* The last name of what a symbolic link points to; empty where there is no link. */
void link_name(const char *path, char *name, size_t room);

#endif
