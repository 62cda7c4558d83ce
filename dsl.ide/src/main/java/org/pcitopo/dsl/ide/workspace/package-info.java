/**
 * The files that an editor has open, as immutable snapshots. A snapshot is read, linked, checked and simulated once, when first
 * asked; an edit makes a new one. This is the only package that starts simulations.
 */
package org.pcitopo.dsl.ide.workspace;
