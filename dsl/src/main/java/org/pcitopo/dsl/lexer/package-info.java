/**
 * From text to tokens: the shapes of literals, the scanner that finds them, and its adapter to the parser. Written by hand since
 * the literals that lspci and the kernel print need the longest match, which a generated lexer does not take.
 */
package org.pcitopo.dsl.lexer;
