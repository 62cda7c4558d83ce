/** Finds, reads and writes the files that commands work on, and says in one line why one cannot be used. */
package org.pcitopo.cli.input;
