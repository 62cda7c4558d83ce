/** What can be done to a machine after it booted. */
package org.pcitopo.simulator.step;
