/** What an editor shows of a file's shape: symbols, folding, growing selections, links. None of it needs a simulation. */
package org.pcitopo.dsl.ide.structure;
