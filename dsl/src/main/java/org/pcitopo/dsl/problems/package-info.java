/**
 * Problems as plain data: a stable code, a severity, a message, the exact characters, what else they have to do with, and how
 * to mend them. Nothing here knows how a problem is found or shown.
 */
package org.pcitopo.dsl.problems;
