#include "modules.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "files.h"
#include "frame.h"

/*
 * Emulated IOMMUs do not remap interrupts everywhere; nobody here needs protection from the devices. Before 5.7 nobody knows
 * enable_sriov, and the kernel passes over it with a word in its log.
 */
static const char *options_of(const char *name)
{
	if (strcmp(name, "vfio_iommu_type1.ko") == 0)
		return "allow_unsafe_interrupts=1";
	return strcmp(name, "vfio-pci.ko") == 0 ? "enable_sriov=1" : "";
}

static int load(const char *name)
{
	char path[256];
	int file, result = 0;

	frame_progress("loads", name);
	snprintf(path, sizeof(path), "/modules/%s", name);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return errno;
	if (syscall(SYS_finit_module, file, options_of(name), 0) != 0 && errno != EEXIST)
		result = errno;
	close(file);
	return result;
}

void modules_load(struct buffer *notes)
{
	struct buffer order = { 0 };

	if (file_read("/modules/order", &order) == 0 && order.length)
		for (char *name = strtok(order.data, "\n"); name; name = strtok(NULL, "\n")) {
			int error = load(name);

			if (error)
				buffer_format(notes, "note module %s: %s\n", name, strerror(error));
		}
	buffer_free(&order);
}
