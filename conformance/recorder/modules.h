/* Loading the kernel modules that the initramfs carries. */
#ifndef RECORDER_MODULES_H
#define RECORDER_MODULES_H

#include "buffer.h"

/* Loads /modules/NAME for each NAME in /modules/order; notes what failed. */
void modules_load(struct buffer *notes);

#endif
