/** What simulations say of the text: from a statement to the resources and windows that it describes, in every boot. */
package org.pcitopo.dsl.ide.outcome;
