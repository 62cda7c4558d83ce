/** What shares a page with what, as a hierarchy of calls: the closest thing that the protocol has. */
package org.pcitopo.dsl.ide.hierarchy;
