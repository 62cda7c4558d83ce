/** Rules about a file as text: what does not parse, names, imports, words that mean nothing, things said twice. */
package org.pcitopo.dsl.problems.text;
