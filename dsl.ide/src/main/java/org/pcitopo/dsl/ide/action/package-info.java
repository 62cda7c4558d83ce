/** Changes that an editor offers: what mends a problem, what makes BARs mappable, and ways to write the same differently. */
package org.pcitopo.dsl.ide.action;
