/** Realignment, claiming, window sizing, ordering, placing and retrying: from firmware's state to the kernel's assignment. */
package org.pcitopo.simulator.assign;
