/** Random topologies and command lines, the same for the same seed. */
package org.pcitopo.conformance.random;
