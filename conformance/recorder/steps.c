#include "steps.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "files.h"
#include "frame.h"
#include "functions.h"
#include "klog.h"
#include "state.h"

/* As the shell's echo does it, with a line end. */
static int echo(const char *text, const char *path)
{
	struct buffer line = { 0 };
	int result;

	buffer_format(&line, "%s\n", text);
	result = file_write(path, line.data);
	buffer_free(&line);
	return result;
}

static int echo_to_function(const char *text, const char *address, const char *attribute)
{
	char path[128];

	snprintf(path, sizeof(path), DEVICES "/%s/%s", address, attribute);
	return echo(text, path);
}

/* Only a driver can enable virtual functions; vfio-pci does where it was loaded with enable_sriov. */
static int enable_virtual_functions(const char *address, const char *count)
{
	echo_to_function("vfio-pci", address, "driver_override");
	echo(address, "/sys/bus/pci/drivers_probe");
	return echo_to_function(count, address, "sriov_numvfs");
}

/* Takes words off the line; its rest is the text behind the first word. */
static int run(char *line)
{
	char *verb = strsep(&line, " "), *address;

	if (!line)
		line = verb + strlen(verb);
	if (strcmp(verb, "resource_alignment") == 0)
		return echo(line, "/sys/bus/pci/resource_alignment");
	if (strcmp(verb, "rescan") == 0)
		return echo("1", "/sys/bus/pci/rescan");
	address = strsep(&line, " ");
	if (strcmp(verb, "remove") == 0)
		return echo_to_function("1", address, "remove");
	if (!line)
		return -EINVAL;
	if (strcmp(verb, "sriov_numvfs") == 0)
		return enable_virtual_functions(address, line);
	if (strcmp(verb, "resize") == 0) {
		char attribute[32];

		snprintf(attribute, sizeof(attribute), "resource%.1s_resize", strsep(&line, " "));
		return line ? echo_to_function(line, address, attribute) : -EINVAL;
	}
	return -EINVAL;
}

/* What the kernel has logged since the log was read the last time. */
static void send_news(const char *prefix, size_t *known)
{
	struct buffer log = { 0 };
	char name[64];

	klog_read(&log);
	snprintf(name, sizeof(name), "%sdmesg-step.txt", prefix);
	if (log.length > *known)
		frame_file(name, log.data + *known, log.length - *known);
	*known = log.length;
	buffer_free(&log);
}

size_t steps_run(struct buffer *facts)
{
	struct buffer steps = { 0 }, log = { 0 };
	size_t number = 0, known;
	char *rest, *line;

	if (file_read("/steps", &steps) != 0 || !steps.length)
		return 0;
	klog_read(&log);
	known = log.length;
	buffer_free(&log);
	rest = steps.data;
	while ((line = strsep(&rest, "\n"))) {
		char prefix[32];
		int result;

		if (!*line)
			continue;
		snprintf(prefix, sizeof(prefix), "steps/%zu/", ++number);
		frame_progress("does step", line);
		result = run(line);
		buffer_format(facts, "step %zu %d\n", number, -result);
		send_news(prefix, &known);
		state_send(prefix);
	}
	buffer_free(&steps);
	return number;
}
