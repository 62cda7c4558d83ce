/*
 * The only process of a small machine: records what the kernel did to its PCI functions, asks vfio-pci what it would let
 * user space map, sends all of it over the console and switches the machine off. conformance/record starts it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "buffer.h"
#include "files.h"
#include "frame.h"
#include "functions.h"
#include "modules.h"
#include "vfio.h"

enum { KLOG_READ_ALL = 3, KLOG_CONSOLE_LEVEL = 8, KLOG_SIZE = 10 };

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

/* The whole kernel log without the level at the start of each line. */
static void read_log(struct buffer *log)
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

static void send_file(const char *path, const char *name)
{
	struct buffer content = { 0 };

	if (file_read(path, &content) == 0)
		frame_file(name, content.data, content.length);
	buffer_free(&content);
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
	size_t count;

	read_log(&before);
	frame_file("dmesg.txt", before.data, before.length);
	send_file("/proc/iomem", "iomem.txt");
	send_file("/proc/ioports", "ioports.txt");
	functions = functions_list(&count);
	functions_send(functions, count);
	add_facts(functions, count, &facts);
	modules_load(&facts);
	vfio_ask(functions, count, &json);
	frame_file("vfio.json", json.data, json.length);
	read_log(&after);
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
	klogctl(KLOG_CONSOLE_LEVEL, NULL, 1);
	record();
	frame_send();
	sync();
	reboot(RB_POWER_OFF);
	/* A machine that cannot switch itself off is stopped by the host. */
	for (;;)
		pause();
}
