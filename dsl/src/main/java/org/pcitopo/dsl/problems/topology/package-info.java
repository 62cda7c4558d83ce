/** Rules about a machine as it is written, before any kernel runs: addresses, buses, BARs, windows, firmware's values. */
package org.pcitopo.dsl.problems.topology;
