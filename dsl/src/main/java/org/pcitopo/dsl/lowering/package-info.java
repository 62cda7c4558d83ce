/**
 * From the model of a text to the simulator's data: the one place where the two meet, and the map that leads every result back
 * to the text.
 */
package org.pcitopo.dsl.lowering;
