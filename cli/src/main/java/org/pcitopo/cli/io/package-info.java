/** What a command may know of the process that it runs in: streams, environment, working directory, terminal. */
package org.pcitopo.cli.io;
