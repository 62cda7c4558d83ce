/** Rules about the kernel command line: what a kernel ignores, misreads or makes no use of, and what makes things worse. */
package org.pcitopo.dsl.problems.commandline;
