/**
 * What the machine is: host bridges, bridges, functions, BARs and the windows between them, as immutable data.
 *
 * <p>Addresses are unsigned 64-bit CPU addresses unless a name says {@code bus}; ranges are inclusive; sizes are bytes.
 * Nothing here knows a kernel release or a command line.
 */
package org.pcitopo.simulator.topology;
