/** The set-up of the language's editor services. */
package org.pcitopo.dsl.ide;
