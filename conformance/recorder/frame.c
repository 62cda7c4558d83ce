#include "frame.h"

#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "buffer.h"

#define FRAME_BYTES 72
#define SILENCE_MILLISECONDS 30000

static struct buffer stream;

void frame_progress(const char *doing, const char *what)
{
	char line[256];
	int length = snprintf(line, sizeof(line), "recorder: %s %s\n", doing, what);

	/* Where there is no console there is nobody to tell. */
	if (write(STDOUT_FILENO, line, (size_t)length) < 0)
		return;
}

void frame_file(const char *name, const void *bytes, size_t length)
{
	buffer_format(&stream, "%s %zu\n", name, length);
	buffer_add(&stream, bytes, length);
}

static uint32_t crc32_of(const char *text)
{
	uint32_t crc = 0xffffffff;

	for (; *text; text++) {
		crc ^= (unsigned char)*text;
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc;
}

static void base64(const unsigned char *bytes, size_t length, char *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < length; at += 3) {
		size_t left = length - at;
		uint32_t group = (uint32_t)bytes[at] << 16;

		if (left > 1)
			group |= (uint32_t)bytes[at + 1] << 8;
		if (left > 2)
			group |= bytes[at + 2];
		*out++ = digits[group >> 18];
		*out++ = digits[group >> 12 & 63];
		*out++ = left > 1 ? digits[group >> 6 & 63] : '=';
		*out++ = left > 2 ? digits[group & 63] : '=';
	}
	*out = 0;
}

/* One write for a whole line, so that it is seldom torn apart. */
static void put_line(char kind, const char *content)
{
	char line[256];
	int length = snprintf(line, sizeof(line), "\n~%c %s %08x\n", kind, content, crc32_of(content));
	const char *rest = line;

	while (length > 0) {
		ssize_t written = write(STDOUT_FILENO, rest, (size_t)length);

		if (written <= 0)
			return;
		rest += written;
		length -= (int)written;
	}
}

static size_t frame_count(void)
{
	return (stream.length + FRAME_BYTES - 1) / FRAME_BYTES;
}

static void put_frame(size_t number)
{
	char encoded[FRAME_BYTES / 3 * 4 + 1];
	char content[sizeof(encoded) + 32];
	size_t start = number * FRAME_BYTES;
	size_t length = stream.length - start < FRAME_BYTES ? stream.length - start : FRAME_BYTES;

	base64((const unsigned char *)stream.data + start, length, encoded);
	snprintf(content, sizeof(content), "%zu %s", number, encoded);
	put_line('F', content);
}

static void put_end(void)
{
	char content[32];

	snprintf(content, sizeof(content), "%zu", frame_count());
	put_line('E', content);
}

/* Sends what "17 40-42" asks for. */
static void put_again(char *ranges)
{
	for (char *word = strtok(ranges, " "); word; word = strtok(NULL, " ")) {
		char *rest;
		size_t first = strtoul(word, &rest, 10);
		size_t last = *rest == '-' ? strtoul(rest + 1, NULL, 10) : first;

		for (size_t number = first; number <= last && number < frame_count(); number++)
			put_frame(number);
	}
	put_end();
}

/* Reads a line from the host; false where it is silent for too long. */
static int read_line(char *line, size_t room)
{
	size_t length = 0;

	for (;;) {
		struct pollfd console = { .fd = STDIN_FILENO, .events = POLLIN };
		char letter;

		if (poll(&console, 1, SILENCE_MILLISECONDS) <= 0 || read(STDIN_FILENO, &letter, 1) != 1)
			return 0;
		if (letter == '\n' || letter == '\r') {
			if (!length)
				continue;
			line[length] = 0;
			return 1;
		}
		if (length + 1 < room)
			line[length++] = letter;
	}
}

void frame_send(void)
{
	struct termios console;
	char line[4096];

	if (tcgetattr(STDIN_FILENO, &console) == 0) {
		cfmakeraw(&console);
		cfsetspeed(&console, B115200);
		tcsetattr(STDIN_FILENO, TCSANOW, &console);
	}
	for (size_t number = 0; number < frame_count(); number++)
		put_frame(number);
	put_end();
	while (read_line(line, sizeof(line)) && strcmp(line, "done") != 0)
		if (strncmp(line, "again ", 6) == 0)
			put_again(line + 6);
	tcdrain(STDOUT_FILENO);
}
