/**
 * What is under the cursor, told without any request in mind: an element of the model, a resource, a word of the kernel command
 * line. Every feature starts here.
 */
package org.pcitopo.dsl.ide.cursor;
