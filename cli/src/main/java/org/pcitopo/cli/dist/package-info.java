/** Used by the build alone, when it puts together what the launcher starts. */
package org.pcitopo.cli.dist;
