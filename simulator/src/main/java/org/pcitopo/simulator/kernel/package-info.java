/**
 * Kernel releases and what changed between them. A release that behaves differently changes one entry of one table:
 * {@link org.pcitopo.simulator.kernel.Behaviour}.
 */
package org.pcitopo.simulator.kernel;
