package org.pcitopo.dsl.lowering;

/**
 * What one host bridge with everything below it came to.
 *
 * @param hostBridge the simulator's
 * @param sources the way back to the text
 * @param origins where its facts come from
 * @param problems what is wrong with it
 */
record LoweredHostBridge(org.pcitopo.simulator.topology.HostBridge hostBridge, SourceMap sources, Origins origins, Problems problems) {
}
