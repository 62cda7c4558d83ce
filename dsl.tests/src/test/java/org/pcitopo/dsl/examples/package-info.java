/** The files that the project ships, examples and the catalogue of devices, read and checked as a user would. */
package org.pcitopo.dsl.examples;
