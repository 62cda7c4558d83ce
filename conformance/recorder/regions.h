/* The regions of one open vfio device. */
#ifndef RECORDER_REGIONS_H
#define RECORDER_REGIONS_H

#include "buffer.h"

/* Appends the JSON array of the device's regions. */
void regions_ask(int device, struct buffer *json);

#endif
