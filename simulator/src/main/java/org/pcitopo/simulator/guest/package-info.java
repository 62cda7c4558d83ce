/**
 * What a guest sees of the functions that are handed to it, under the VMM that runs it: which parts of a BAR it reaches
 * directly, and whether its own address windows have room for all of them. {@link org.pcitopo.simulator.guest.GuestView} begins
 * it; {@link org.pcitopo.simulator.guest.Apertures} knows the windows, {@link org.pcitopo.simulator.guest.VmmRules} what each
 * VMM makes of a mapping, {@link org.pcitopo.simulator.guest.VmmOptions} what its users can change.
 */
package org.pcitopo.simulator.guest;
