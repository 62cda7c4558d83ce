/**
 * Why a resource is where it is: the trace of a simulation as sentences that a system engineer reads once, each with its source.
 * Nothing is decided here; what the sentences say was recorded while the simulation ran, or follows from simulating again with one
 * thing the other way round.
 */
package org.pcitopo.simulator.explain;
