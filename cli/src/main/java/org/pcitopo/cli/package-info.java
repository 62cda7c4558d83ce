/**
 * The program: reads the command line, runs one command and turns what happens into an exit status. Commands see the process
 * only through {@link org.pcitopo.cli.io.Io}.
 */
package org.pcitopo.cli;
