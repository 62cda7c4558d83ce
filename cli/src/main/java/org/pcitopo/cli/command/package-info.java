/** One class per command: its options, what it asks of the other modules, and its exit status. */
package org.pcitopo.cli.command;
