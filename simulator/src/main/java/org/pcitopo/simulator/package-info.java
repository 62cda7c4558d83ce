/**
 * The simulator's front door: a {@link org.pcitopo.simulator.topology.Topology} and a {@link org.pcitopo.simulator.Boot} go
 * in, a {@link org.pcitopo.simulator.Simulation} comes out. A pure function on plain records: no clock, no file, no framework.
 */
package org.pcitopo.simulator;
