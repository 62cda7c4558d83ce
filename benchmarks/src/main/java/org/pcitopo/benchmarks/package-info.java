/** Measures the simulator on generated machines, and prints what it measured for each function. */
package org.pcitopo.benchmarks;
