/** What a person can ask of a boot by pressing a code lens: advice, and a comparison with other boots. */
package org.pcitopo.dsl.ide.command;
