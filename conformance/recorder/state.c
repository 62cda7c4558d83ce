#include "state.h"

#include <stdio.h>
#include <stdlib.h>

#include "files.h"
#include "frame.h"
#include "functions.h"

static void send_file(const char *prefix, const char *path, const char *name)
{
	struct buffer content = { 0 };
	char whole[64];

	snprintf(whole, sizeof(whole), "%s%s", prefix, name);
	if (file_read(path, &content) == 0)
		frame_file(whole, content.data, content.length);
	buffer_free(&content);
}

void state_send(const char *prefix)
{
	size_t count;
	struct function *functions = functions_list(&count);

	send_file(prefix, "/proc/iomem", "iomem.txt");
	send_file(prefix, "/proc/ioports", "ioports.txt");
	functions_send(prefix, functions, count);
	free(functions);
}
