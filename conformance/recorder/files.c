#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int file_read(const char *path, struct buffer *content)
{
	char block[4096];
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (file < 0)
		return -errno;
	while ((got = read(file, block, sizeof(block))) > 0)
		buffer_add(content, block, (size_t)got);
	if (got < 0)
		got = -errno;
	close(file);
	return (int)got;
}

int file_write(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CLOEXEC);
	int result = 0;

	if (file < 0)
		return -errno;
	if (write(file, text, strlen(text)) < 0)
		result = -errno;
	close(file);
	return result;
}

unsigned long file_number(const char *path, unsigned long fallback)
{
	struct buffer content = { 0 };
	unsigned long number = fallback;

	if (file_read(path, &content) == 0 && content.length)
		number = strtoul(content.data, NULL, 0);
	buffer_free(&content);
	return number;
}

void link_name(const char *path, char *name, size_t room)
{
	char target[512];
	ssize_t length = readlink(path, target, sizeof(target) - 1);
	const char *last;

	name[0] = 0;
	if (length <= 0)
		return;
	target[length] = 0;
	last = strrchr(target, '/');
	snprintf(name, room, "%s", last ? last + 1 : target);
}
