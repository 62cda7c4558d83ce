#include "regions.h"

#include <errno.h>
#include <linux/vfio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define BAR_COUNT 6

/* The region's information with its capability chain; NULL where the device has no such region. */
static struct vfio_region_info *region_info(int device, uint32_t index)
{
	uint32_t room = sizeof(struct vfio_region_info);

	for (;;) {
		struct vfio_region_info *info = calloc(1, room);

		if (!info)
			abort();
		info->argsz = room;
		info->index = index;
		if (ioctl(device, VFIO_DEVICE_GET_REGION_INFO, info) != 0) {
			free(info);
			return NULL;
		}
		if (info->argsz <= room)
			return info;
		room = info->argsz;
		free(info);
	}
}

static const struct vfio_info_cap_header *capability(const struct vfio_region_info *info, uint16_t id)
{
	uint32_t offset = info->flags & VFIO_REGION_INFO_FLAG_CAPS ? info->cap_offset : 0;

	while (offset && offset + sizeof(struct vfio_info_cap_header) <= info->argsz) {
		const struct vfio_info_cap_header *header = (const void *)((const char *)info + offset);

		if (header->id == id)
			return header;
		offset = header->next;
	}
	return NULL;
}

static void add_flags(const struct vfio_region_info *info, struct buffer *json)
{
	static const struct {
		uint32_t bit;
		const char *name;
	} flags[] = { { VFIO_REGION_INFO_FLAG_READ, "read" },
		      { VFIO_REGION_INFO_FLAG_WRITE, "write" },
		      { VFIO_REGION_INFO_FLAG_MMAP, "mmap" },
		      { VFIO_REGION_INFO_FLAG_CAPS, "caps" } };
	const char *separator = "";

	buffer_text(json, ",\"flags\":[");
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (info->flags & flags[i].bit) {
			buffer_format(json, "%s\"%s\"", separator, flags[i].name);
			separator = ",";
		}
	buffer_text(json, "]");
}

static void add_sparse_areas(const struct vfio_region_info *info, struct buffer *json)
{
	const struct vfio_region_info_cap_sparse_mmap *sparse =
		(const void *)capability(info, VFIO_REGION_INFO_CAP_SPARSE_MMAP);

	if (!sparse)
		return;
	buffer_text(json, ",\"sparse\":[");
	for (uint32_t i = 0; i < sparse->nr_areas; i++)
		buffer_format(json, "%s{\"offset\":%llu,\"size\":%llu}", i ? "," : "",
			      (unsigned long long)sparse->areas[i].offset, (unsigned long long)sparse->areas[i].size);
	buffer_text(json, "]");
}

static int mmap_errno(int device, uint64_t offset, uint64_t length)
{
	void *memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, device, (off_t)offset);

	if (memory == MAP_FAILED)
		return errno;
	munmap(memory, length);
	return 0;
}

static void add_region(int device, const struct vfio_region_info *info, struct buffer *json)
{
	uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);

	buffer_format(json, "{\"index\":%u,\"size\":%llu", info->index, (unsigned long long)info->size);
	add_flags(info, json);
	add_sparse_areas(info, json);
	if (info->index < BAR_COUNT && info->size) {
		if (info->flags & VFIO_REGION_INFO_FLAG_MMAP)
			buffer_format(json, ",\"msixMappable\":%s",
				      capability(info, VFIO_REGION_INFO_CAP_MSIX_MAPPABLE) ? "true" : "false");
		buffer_format(json, ",\"mmapErrno\":%d", mmap_errno(device, info->offset, info->size));
		if (info->size < page)
			buffer_format(json, ",\"mmapPageErrno\":%d", mmap_errno(device, info->offset, page));
	}
	buffer_text(json, "}");
}

void regions_ask(int device, struct buffer *json)
{
	const char *separator = "";

	buffer_text(json, "[");
	for (uint32_t index = 0; index <= VFIO_PCI_VGA_REGION_INDEX; index++) {
		struct vfio_region_info *info = region_info(device, index);

		if (!info)
			continue;
		buffer_text(json, separator);
		add_region(device, info, json);
		separator = ",";
		free(info);
	}
	buffer_text(json, "]");
}
