package org.pcitopo.capture.log;

import java.util.OptionalDouble;
import org.pcitopo.simulator.topology.Origin;

/**
 * One message of the kernel, without time, level, host name and quoting.
 *
 * @param file the source's name
 * @param number the line that it starts on
 * @param seconds the kernel's time stamp, empty where there is none
 * @param stamped whether any prefix that only log lines carry was taken off
 * @param diff {@code '+'} or {@code '-'} where the line is one side of a diff, else a blank
 * @param text the message
 */
record LogLine(String file, int number, OptionalDouble seconds, boolean stamped, char diff, String text) {

    LogLine withText(String newText) {
        return new LogLine(file, number, seconds, stamped, diff, newText);
    }

    Origin read() {
        return Origin.read(file, number);
    }

    Origin derived(String why) {
        return Origin.derived(file, number, why);
    }
}
