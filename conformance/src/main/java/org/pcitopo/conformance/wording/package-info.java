/** Compares the log and the resource listings that are predicted for a recorded boot with the recorded ones, line by line. */
package org.pcitopo.conformance.wording;
