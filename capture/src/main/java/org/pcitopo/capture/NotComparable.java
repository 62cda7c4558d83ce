package org.pcitopo.capture;

/**
 * Something that a comparison leaves out.
 *
 * @param what a resource or a group of them
 * @param why the reason
 */
public record NotComparable(String what, String why) {
}
