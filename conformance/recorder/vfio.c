#include "vfio.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "files.h"
#include "frame.h"
#include "regions.h"

#define CLASS_HOST_BRIDGE 0x0600
#define CLASS_ISA_BRIDGE 0x0601
#define NAME_ROOM 64

/* A function on its way through vfio. */
struct endpoint {
	const struct function *function;
	int bound;
	char group[NAME_ROOM]; /* empty where it has none */
	char error[256]; /* empty where nothing failed */
};

/* A group and the container that it is in. */
struct group {
	char name[NAME_ROOM];
	int container;
	int file;
};

/* Container types, the strongest first; what one accepts is told in vfio.json. */
static const struct {
	unsigned long type;
	const char *name;
} iommu_types[] = { { VFIO_TYPE1v2_IOMMU, "type1v2" },
		    { VFIO_TYPE1_IOMMU, "type1" },
		    { VFIO_SPAPR_TCE_v2_IOMMU, "spapr-tce-v2" },
		    { VFIO_SPAPR_TCE_IOMMU, "spapr-tce" },
		    { VFIO_NOIOMMU_IOMMU, "noiommu" } };

static const char *iommu_used;

static void function_path(char *path, size_t room, const struct function *function, const char *name)
{
	snprintf(path, room, DEVICES "/%s/%s", function->address, name);
}

static void bind(struct endpoint *endpoint)
{
	const struct function *function = endpoint->function;
	char path[128], driver[NAME_ROOM];
	int unbound = 0, overridden = 0, probed = 0;

	frame_progress("binds", function->address);
	function_path(path, sizeof(path), function, "driver");
	link_name(path, driver, sizeof(driver));
	/* To unbind a physical function would take its virtual ones away. */
	if (strcmp(driver, "vfio-pci") != 0) {
		function_path(path, sizeof(path), function, "driver/unbind");
		unbound = file_write(path, function->address);
		function_path(path, sizeof(path), function, "driver_override");
		overridden = file_write(path, "vfio-pci");
		probed = file_write("/sys/bus/pci/drivers_probe", function->address);
		function_path(path, sizeof(path), function, "driver");
		link_name(path, driver, sizeof(driver));
	}
	endpoint->bound = strcmp(driver, "vfio-pci") == 0;
	if (!endpoint->bound)
		snprintf(endpoint->error, sizeof(endpoint->error),
			 "driver did not bind: unbind=%d override=%d probe=%d driver=%s",
			 unbound, overridden, probed, driver[0] ? driver : "none");
	function_path(path, sizeof(path), function, "iommu_group");
	link_name(path, endpoint->group, sizeof(endpoint->group));
	if (endpoint->bound && !endpoint->group[0])
		snprintf(endpoint->error, sizeof(endpoint->error), "no IOMMU group");
}

static void prepare(struct endpoint *endpoint, const struct function *function)
{
	unsigned int class_code = function->class_code >> 8;

	endpoint->function = function;
	if (function->header_type != 0)
		snprintf(endpoint->error, sizeof(endpoint->error), "header type %u", function->header_type);
	else if (class_code == CLASS_HOST_BRIDGE || class_code == CLASS_ISA_BRIDGE)
		snprintf(endpoint->error, sizeof(endpoint->error), "host or ISA bridge, not tried");
	else
		bind(endpoint);
}

/* Puts the open group into a container of its own; NULL, or what failed. */
static const char *enter_container(struct group *group)
{
	struct vfio_group_status status = { .argsz = sizeof(status) };
	int refused = 0;

	if (ioctl(group->file, VFIO_GROUP_GET_STATUS, &status) != 0)
		return "GET_STATUS";
	if (!(status.flags & VFIO_GROUP_FLAGS_VIABLE)) {
		errno = EBUSY;
		return "group not usable";
	}
	group->container = open("/dev/vfio/vfio", O_RDWR | O_CLOEXEC);
	if (group->container < 0)
		return "open container";
	if (ioctl(group->file, VFIO_GROUP_SET_CONTAINER, &group->container) != 0)
		return "SET_CONTAINER";
	for (size_t i = 0; i < sizeof(iommu_types) / sizeof(*iommu_types); i++) {
		if (ioctl(group->container, VFIO_SET_IOMMU, iommu_types[i].type) == 0) {
			iommu_used = iommu_types[i].name;
			return NULL;
		}
		/* What the strongest type says tells most; a type that the container does not know says nothing. */
		if (!refused && errno != EINVAL && errno != ENODEV)
			refused = errno;
	}
	errno = refused ? refused : EINVAL;
	return "SET_IOMMU";
}

static void close_group(struct group *group)
{
	if (group->file >= 0)
		close(group->file);
	if (group->container >= 0)
		close(group->container);
	group->file = group->container = -1;
}

static int open_group(struct group *group, const char *name, char *error, size_t room)
{
	char path[128];
	const char *failed;

	snprintf(group->name, sizeof(group->name), "%s", name);
	group->container = -1;
	snprintf(path, sizeof(path), "/dev/vfio/%s", name);
	group->file = open(path, O_RDWR | O_CLOEXEC);
	if (group->file < 0) {
		snprintf(path, sizeof(path), "/dev/vfio/noiommu-%s", name);
		group->file = open(path, O_RDWR | O_CLOEXEC);
	}
	failed = group->file < 0 ? "open group" : enter_container(group);
	if (failed) {
		snprintf(error, room, "%s: %s", failed, strerror(errno));
		close_group(group);
		return -1;
	}
	return 0;
}

/*
 * A physical function whose virtual ones exist, and these, open only to whoever knows one secret; who opens the physical
 * function first chooses it.
 */
static void device_name(const struct function *function, char *name, size_t room)
{
	char path[128], physical[NAME_ROOM];
	int shares;

	function_path(path, sizeof(path), function, "physfn");
	link_name(path, physical, sizeof(physical));
	function_path(path, sizeof(path), function, "sriov_numvfs");
	shares = physical[0] || file_number(path, 0) > 0;
	snprintf(name, room, "%s%s", function->address, shares ? " vf_token=7f0f4ab1-9c1f-4d0e-8a5b-3d0c5a1e2f60" : "");
}

/* Opens the endpoint's device in its open group and appends "regions"; the device stays open, -1 where it failed. */
static int ask(const struct group *group, const struct endpoint *endpoint, struct buffer *json, char *error, size_t room)
{
	char name[80];
	int device;

	frame_progress("asks vfio for", endpoint->function->address);
	device_name(endpoint->function, name, sizeof(name));
	device = ioctl(group->file, VFIO_GROUP_GET_DEVICE_FD, name);
	if (device < 0) {
		snprintf(error, room, "GET_DEVICE_FD: %s", strerror(errno));
		return -1;
	}
	buffer_text(json, ",\"regions\":");
	regions_ask(device, json);
	return device;
}

static void add_error(const char *error, struct buffer *json)
{
	if (error[0]) {
		buffer_text(json, ",\"error\":");
		buffer_json(json, error);
	}
}

/* First pass: each device alone. */
static void ask_alone(const struct endpoint *endpoint, struct buffer *json)
{
	char error[256];
	struct group group;

	snprintf(error, sizeof(error), "%s", endpoint->error);
	buffer_format(json, "{\"address\":\"%s\",\"bound\":%s", endpoint->function->address,
		      endpoint->bound ? "true" : "false");
	if (endpoint->bound && endpoint->group[0] &&
	    open_group(&group, endpoint->group, error, sizeof(error)) == 0) {
		int device = ask(&group, endpoint, json, error, sizeof(error));

		if (device >= 0)
			close(device);
		close_group(&group);
	}
	add_error(error, json);
	if (endpoint->group[0]) {
		buffer_text(json, ",\"group\":");
		buffer_json(json, endpoint->group);
	}
	buffer_text(json, "}");
}

/* Second pass: the devices open so far stay open; groups[0..*opened) are the groups open so far. */
static void ask_among_others(const struct endpoint *endpoint, struct group *groups, size_t *opened, struct buffer *json)
{
	char error[256] = "";
	struct group *group = NULL;

	for (size_t i = 0; i < *opened; i++)
		if (strcmp(groups[i].name, endpoint->group) == 0)
			group = groups + i;
	if (!group && open_group(groups + *opened, endpoint->group, error, sizeof(error)) == 0)
		group = groups + (*opened)++;
	buffer_format(json, "{\"address\":\"%s\"", endpoint->function->address);
	if (group)
		ask(group, endpoint, json, error, sizeof(error));
	add_error(error, json);
	buffer_text(json, "}");
}

void vfio_ask(const struct function *functions, size_t count, struct buffer *json)
{
	struct endpoint *endpoints = calloc(count + 1, sizeof(*endpoints));
	struct group *groups = calloc(count + 1, sizeof(*groups));
	struct buffer devices = { 0 }, all_open = { 0 };
	size_t opened = 0;
	const char *separator = "";

	if (!endpoints || !groups)
		abort();
	/* Has an effect only where there is no IOMMU and the kernel was built to go without. */
	if (access("/sys/kernel/iommu_groups/0", F_OK) != 0)
		file_write("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode", "Y");
	/* A group is usable when all its endpoints are bound: bind all before asking the first. */
	for (size_t i = 0; i < count; i++)
		prepare(endpoints + i, functions + i);
	for (size_t i = 0; i < count; i++) {
		if (i)
			buffer_text(&devices, ",");
		ask_alone(endpoints + i, &devices);
	}
	for (size_t i = 0; i < count; i++)
		if (endpoints[i].bound && endpoints[i].group[0]) {
			buffer_text(&all_open, separator);
			ask_among_others(endpoints + i, groups, &opened, &all_open);
			separator = ",";
		}
	buffer_format(json, "{\"pageSize\":%ld,\"iommu\":", sysconf(_SC_PAGESIZE));
	if (iommu_used)
		buffer_json(json, iommu_used);
	else
		buffer_text(json, "null");
	buffer_format(json, ",\"devices\":[");
	buffer_add(json, devices.data, devices.length);
	buffer_text(json, "],\"allOpen\":[");
	buffer_add(json, all_open.data, all_open.length);
	buffer_text(json, "]}");
	buffer_free(&devices);
	buffer_free(&all_open);
	free(endpoints);
	free(groups);
}
