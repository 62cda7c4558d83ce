/** From the simulator's topology and boots to text that reads back as the same topology and boots. */
package org.pcitopo.dsl.writer;
