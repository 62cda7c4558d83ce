/*
 * The only process of a small machine: records what the kernel did to its PCI functions, asks vfio-pci what it would let
 * user space map, does to the machine what it was given to do, sends all of it over the console and switches the machine off. conformance/record starts it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "buffer.h"
#include "files.h"
#include "frame.h"
#include "functions.h"
#include "klog.h"
#include "modules.h"
#include "state.h"
#include "steps.h"
#include "vfio.h"

static void mount_all(void)
{
	static const char *const points[][2] = { { "proc", "/proc" }, { "sysfs", "/sys" }, { "devtmpfs", "/dev" } };

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		mkdir(points[i][1], 0755);
		mount(points[i][0], points[i][1], points[i][0], 0, NULL);
	}
}

/* The kernel opens the console for us only where the initramfs holds /dev/console. */
static void open_console(void)
{
	int console = open("/dev/console", O_RDWR | O_NOCTTY);

	if (console < 0)
		return;
	for (int file = 0; file <= 2; file++)
		dup2(console, file);
	if (console > 2)
		close(console);
}

/* Lines "key value" from which the host writes meta.json. */
static void add_facts(const struct function *functions, size_t count, struct buffer *facts)
{
	struct utsname name;
	struct buffer alignment = { 0 };

	uname(&name);
	buffer_format(facts, "machine %s\nkernel %s\nkernelVersion %s\npageSize %ld\n", name.machine, name.release, name.version,
		      sysconf(_SC_PAGESIZE));
	buffer_text(facts, "commandLine ");
	file_read("/proc/cmdline", facts);
	if (facts->data[facts->length - 1] != '\n')
		buffer_text(facts, "\n");
	file_read("/sys/bus/pci/resource_alignment", &alignment);
	buffer_text(facts, "resourceAlignment ");
	for (size_t i = 0; i < alignment.length && alignment.data[i] != '\n'; i++)
		buffer_add(facts, alignment.data + i, 1);
	buffer_text(facts, "\n");
	buffer_free(&alignment);
	for (size_t i = 0; i < count; i++) {
		char link[128], target[512];
		const char *path = target;
		ssize_t length;

		snprintf(link, sizeof(link), DEVICES "/%s", functions[i].address);
		length = readlink(link, target, sizeof(target) - 1);
		if (length <= 0)
			continue;
		target[length] = 0;
		while (strncmp(path, "../", 3) == 0)
			path += 3;
		buffer_format(facts, "path %s %s\n", functions[i].address, path);
	}
}

static void record(void)
{
	struct buffer before = { 0 }, after = { 0 }, facts = { 0 }, json = { 0 };
	struct function *functions;
	char vfio_name[32] = "vfio.json";
	size_t count, steps;

	klog_read(&before);
	frame_file("dmesg.txt", before.data, before.length);
	state_send("");
	functions = functions_list(&count);
	add_facts(functions, count, &facts);
	modules_load(&facts);
	steps = steps_run(&facts);
	if (steps) {
		/* Functions have gone and come since; what vfio says belongs to the last step. */
		free(functions);
		functions = functions_list(&count);
		snprintf(vfio_name, sizeof(vfio_name), "steps/%zu/vfio.json", steps);
	}
	vfio_ask(functions, count, &json);
	frame_file(vfio_name, json.data, json.length);
	klog_read(&after);
	if (after.length >= before.length && memcmp(after.data, before.data, before.length) == 0)
		frame_file("dmesg-vfio.txt", after.data + before.length, after.length - before.length);
	else
		buffer_text(&facts, "note the kernel log buffer overflowed; use log_buf_len\n");
	frame_file("facts", facts.data, facts.length);
	free(functions);
}

int main(void)
{
	mount_all();
	open_console();
	/* From here on nothing but emergencies may tear the frames apart. */
	klog_silence();
	record();
	frame_send();
	sync();
	reboot(RB_POWER_OFF);
	/* A machine that cannot switch itself off is stopped by the host. */
	for (;;)
		pause();
}
