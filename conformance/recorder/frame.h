/*
 * What leaves the machine: files in a stream, cut into lines that each carry a number and a checksum, on a console that
 * firmware and the kernel write to as well. The host asks again for the lines that it did not get whole.
 *
 *   ~F 17 BASE64 CRC     frame 17: up to 72 bytes of the stream, and the CRC-32 of "17 BASE64"
 *   ~E 1200 CRC          there are 1200 frames, 0 to 1199
 *   again 17 40-42       from the host: send these once more
 *   done                 from the host: all is there
 *
 * The stream is a sequence of files: a line "NAME LENGTH", then LENGTH bytes.
 */
#ifndef RECORDER_FRAME_H
#define RECORDER_FRAME_H

#include <stddef.h>

/* Tells on the console what is being done, for whoever has to find out why a machine hangs. */
void frame_progress(const char *doing, const char *what);
/* Adds a file to the stream. */
void frame_file(const char *name, const void *bytes, size_t length);
/* Sends the stream on the console and answers the host until it has all, or falls silent. */
void frame_send(void);

#endif
