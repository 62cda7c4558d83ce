/** Machines as short text, for tests: what is in them, how they boot, what must come out. */
package org.pcitopo.simulator.paper;
