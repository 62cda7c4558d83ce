/** What happened to a resource, step by step, as data, in the order in which the kernel did it. */
package org.pcitopo.simulator.trace;
