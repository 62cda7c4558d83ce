/* The kernel's log. */
#ifndef RECORDER_KLOG_H
#define RECORDER_KLOG_H

#include "buffer.h"

/* Appends the whole kernel log without the level at the start of each line. */
void klog_read(struct buffer *log);
/* Lets nothing but emergencies onto the console. */
void klog_silence(void);

#endif
