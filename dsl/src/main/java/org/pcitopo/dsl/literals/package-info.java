/** The values that literals mean, and how values are written. */
package org.pcitopo.dsl.literals;
