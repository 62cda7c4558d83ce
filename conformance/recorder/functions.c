#include "functions.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "frame.h"

static int is_entry(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static unsigned int header_type(const char *address)
{
	char path[128];
	struct buffer config = { 0 };
	unsigned int type = 0;

	snprintf(path, sizeof(path), DEVICES "/%s/config", address);
	if (file_read(path, &config) == 0 && config.length > 0x0e)
		type = (unsigned char)config.data[0x0e] & 0x7f;
	buffer_free(&config);
	return type;
}

struct function *functions_list(size_t *count)
{
	struct dirent **entries = NULL;
	int found = scandir(DEVICES, &entries, is_entry, alphasort);
	struct function *functions;

	*count = found > 0 ? (size_t)found : 0;
	functions = calloc(*count + 1, sizeof(*functions));
	if (!functions)
		abort();
	for (size_t i = 0; i < *count; i++) {
		struct function *function = functions + i;
		char path[128];

		snprintf(function->address, sizeof(function->address), "%.15s", entries[i]->d_name);
		snprintf(path, sizeof(path), DEVICES "/%s/class", function->address);
		function->class_code = (unsigned int)file_number(path, 0);
		function->header_type = header_type(function->address);
		free(entries[i]);
	}
	free(entries);
	return functions;
}

/* A virtual function says of itself to which physical one it belongs. */
static void send_physical(const char *prefix, const struct function *function)
{
	char path[128], name[160], physical[64];

	snprintf(path, sizeof(path), DEVICES "/%s/physfn", function->address);
	snprintf(name, sizeof(name), "%s%s", prefix, path + 1);
	link_name(path, physical, sizeof(physical));
	if (physical[0])
		frame_file(name, physical, strlen(physical));
}

void functions_send(const char *prefix, const struct function *functions, size_t count)
{
	static const char *const names[] = { "vendor", "device", "subsystem_vendor", "subsystem_device", "class",
					     "revision", "resource", "config" };

	for (size_t i = 0; i < count; i++) {
		frame_progress("reads", functions[i].address);
		for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++) {
			char path[128], name[160];
			struct buffer content = { 0 };

			snprintf(path, sizeof(path), DEVICES "/%s/%s", functions[i].address, names[n]);
			/* Without the leading slash: a name inside the bundle. */
			snprintf(name, sizeof(name), "%s%s", prefix, path + 1);
			if (file_read(path, &content) == 0)
				frame_file(name, content.data, content.length);
			buffer_free(&content);
		}
		send_physical(prefix, functions + i);
	}
}
