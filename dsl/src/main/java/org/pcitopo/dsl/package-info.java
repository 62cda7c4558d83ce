/** The grammar of the {@code .pcitopo} language and the set-up of its services outside an editor. */
package org.pcitopo.dsl;
