/** From a name, an address or an id to what it means, and back, across files and into command lines. */
package org.pcitopo.dsl.ide.navigation;
