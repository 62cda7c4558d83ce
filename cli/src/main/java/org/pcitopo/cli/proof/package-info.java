/**
 * The one way from the command line to the machines of {@code conformance}. Classes of that module are loaded only when a class
 * of this package is, so all other commands start without them.
 */
package org.pcitopo.cli.proof;
