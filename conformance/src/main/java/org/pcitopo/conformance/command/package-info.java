/** The programs {@code conformance/record} and {@code conformance/fuzz}. */
package org.pcitopo.conformance.command;
