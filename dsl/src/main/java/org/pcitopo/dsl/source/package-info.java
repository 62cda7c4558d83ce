/** Places in a text. */
package org.pcitopo.dsl.source;
