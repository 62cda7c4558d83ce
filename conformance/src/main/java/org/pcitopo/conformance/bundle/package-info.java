/** Writes what a boot recorded as a bundle, the format that {@code pcitopo replay} reads. */
package org.pcitopo.conformance.bundle;
