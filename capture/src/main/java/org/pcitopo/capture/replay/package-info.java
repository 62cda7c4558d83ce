/**
 * Simulates the boot that sources recorded and compares, resource by resource and BAR by BAR, with what that kernel did. What
 * cannot be compared is listed with its reason; nothing drops out silently.
 */
package org.pcitopo.capture.replay;
