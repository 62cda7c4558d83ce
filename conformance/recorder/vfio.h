/* What vfio-pci says of each function's regions, and whether mmap agrees. */
#ifndef RECORDER_VFIO_H
#define RECORDER_VFIO_H

#include <stddef.h>

#include "buffer.h"
#include "functions.h"

/* Binds every endpoint to vfio-pci, asks it twice (one device at a time, then all open) and writes vfio.json. */
void vfio_ask(const struct function *functions, size_t count, struct buffer *json);

#endif
