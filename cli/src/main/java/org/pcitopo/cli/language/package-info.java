/**
 * What commands ask of the language, and the one class that asks the language itself. Xtext and EMF are loaded only when that
 * class is, so commands that need no language start without them.
 */
package org.pcitopo.cli.language;
