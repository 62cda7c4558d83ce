/** What changes between two outcomes: functions, resources, host windows and mappings, as plain data in a stable order. */
package org.pcitopo.simulator.compare;
