/**
 * From files, folders and archives to named lines and named bytes: encodings, line ends, archives, and what kind of source a
 * piece of text is. Nothing here knows what a line means.
 */
package org.pcitopo.capture.source;
