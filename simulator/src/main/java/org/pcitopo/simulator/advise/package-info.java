/**
 * The change of the kernel command line that lets vfio-pci map what is wanted, with the least harm. Every proposal is a whole
 * command line that was simulated. The space that is searched, and why what is left out of it cannot be better, stands at
 * {@link org.pcitopo.simulator.advise.Advisor}.
 */
package org.pcitopo.simulator.advise;
