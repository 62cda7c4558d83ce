/** Which parts of a BAR vfio-pci lets user space map, and what the VMM and the guest get. */
package org.pcitopo.simulator.vfio;
