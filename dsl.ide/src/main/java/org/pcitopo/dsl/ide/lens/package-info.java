/** Lines above boots that tell what they come to. */
package org.pcitopo.dsl.ide.lens;
