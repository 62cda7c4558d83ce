#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buffer *buffer, size_t extra)
{
	size_t wanted = buffer->length + extra + 1;

	if (wanted <= buffer->room)
		return;
	wanted += wanted / 2;
	buffer->data = realloc(buffer->data, wanted);
	if (!buffer->data)
		abort();
	buffer->room = wanted;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	reserve(buffer, length);
	if (length)
		memcpy(buffer->data + buffer->length, bytes, length);
	buffer->length += length;
	buffer->data[buffer->length] = 0;
}

void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
	char line[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	buffer_text(buffer, line);
}

void buffer_json(struct buffer *buffer, const char *text)
{
	buffer_text(buffer, "\"");
	for (; *text; text++) {
		unsigned char letter = (unsigned char)*text;

		if (letter == '"' || letter == '\\')
			buffer_format(buffer, "\\%c", letter);
		else if (letter < 0x20)
			buffer_format(buffer, "\\u%04x", letter);
		else
			buffer_add(buffer, text, 1);
	}
	buffer_text(buffer, "\"");
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	memset(buffer, 0, sizeof(*buffer));
}
