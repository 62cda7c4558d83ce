#include "klog.h"

#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>

enum { KLOG_READ_ALL = 3, KLOG_CONSOLE_LEVEL = 8, KLOG_SIZE = 10 };

void klog_read(struct buffer *log)
{
	int room = klogctl(KLOG_SIZE, NULL, 0);
	char *raw = room > 0 ? malloc((size_t)room + 1) : NULL;
	int length = raw ? klogctl(KLOG_READ_ALL, raw, room) : 0;
	char *line = raw, *end;

	for (end = raw + (length > 0 ? length : 0); line < end;) {
		char *next = memchr(line, '\n', (size_t)(end - line));
		char *level_end;

		next = next ? next + 1 : end;
		level_end = *line == '<' ? memchr(line, '>', (size_t)(next - line)) : NULL;
		if (level_end && level_end - line <= 4)
			line = level_end + 1;
		buffer_add(log, line, (size_t)(next - line));
		line = next;
	}
	free(raw);
}

void klog_silence(void)
{
	klogctl(KLOG_CONSOLE_LEVEL, NULL, 1);
}
