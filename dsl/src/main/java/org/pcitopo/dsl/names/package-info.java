/** What names mean: which files a file imports, and which elements and functions a name can stand for. */
package org.pcitopo.dsl.names;
