/*
 * What is done to the machine after its boot: the lines of /steps, in order.
 *
 *   resource_alignment TEXT     echo TEXT > /sys/bus/pci/resource_alignment
 *   remove ADDRESS              echo 1 > .../ADDRESS/remove
 *   rescan                      echo 1 > /sys/bus/pci/rescan
 *   sriov_numvfs ADDRESS N      echo N > .../ADDRESS/sriov_numvfs, with vfio-pci as the driver
 *   resize ADDRESS BAR LOG2     echo LOG2 > .../ADDRESS/resourceBAR_resize; LOG2 of 1M is 0
 */
#ifndef RECORDER_STEPS_H
#define RECORDER_STEPS_H

#include <stddef.h>

#include "buffer.h"

/* Does all steps, sends the state after each as steps/N/ (from 1), notes as "step N ERRNO" how it went; how many there were. */
size_t steps_run(struct buffer *facts);

#endif
