/* What the kernel has made of the machine, as it stands now. */
#ifndef RECORDER_STATE_H
#define RECORDER_STATE_H

/* Adds to the stream iomem.txt, ioports.txt and what sysfs says of each function; names begin with the prefix. */
void state_send(const char *prefix);

#endif
