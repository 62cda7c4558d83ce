/** Tests of the language as a whole; tests of one package lie in a package of the same name. */
package org.pcitopo.dsl.tests;
