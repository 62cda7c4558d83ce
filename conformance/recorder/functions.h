/* The PCI functions of the machine, as sysfs shows them. */
#ifndef RECORDER_FUNCTIONS_H
#define RECORDER_FUNCTIONS_H

#include <stddef.h>

#define DEVICES "/sys/bus/pci/devices"

struct function {
	char address[16];
	unsigned int class_code; /* 24 bits */
	unsigned int header_type; /* without the multi-function bit */
};

/* All functions in address order; the caller frees the array. */
struct function *functions_list(size_t *count);
/* Adds to the stream what sysfs says of each function, in the layout of sysfs; names begin with the prefix. */
void functions_send(const char *prefix, const struct function *functions, size_t count);

#endif
