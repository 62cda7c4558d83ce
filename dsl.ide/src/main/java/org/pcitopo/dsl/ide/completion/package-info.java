/**
 * What could be written at the cursor. The grammar says which words may follow, the newest model that is known which names there are,
 * the newest simulation which addresses; nothing is simulated while somebody types.
 */
package org.pcitopo.dsl.ide.completion;
