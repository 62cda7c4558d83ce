/** Which recordings prove which rule: those whose prediction changes without it. */
package org.pcitopo.conformance.evidence;
