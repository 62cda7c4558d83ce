/** Texts as the protocol counts them: lines and UTF-16 columns from 0. */
package org.pcitopo.dsl.ide.text;
