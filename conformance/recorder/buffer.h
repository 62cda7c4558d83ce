/* A text that grows. Running out of memory ends the program: nothing useful can be done without. */
#ifndef RECORDER_BUFFER_H
#define RECORDER_BUFFER_H

#include <stddef.h>

struct buffer {
	char *data; /* always ends in a NUL that length does not count, once something was added */
	size_t length;
	size_t room;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds text as a JSON string, with its quotes. */
void buffer_json(struct buffer *buffer, const char *text);
void buffer_free(struct buffer *buffer);

#endif
