package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** The words for entries that the kernel does not reach. */
final class Dead {

    private Dead() {
    }

    /** {@code , so that the 2 entries behind it have no effect}, or nothing. */
    static String entries(CommandLineFinding found) {
        String dead = found.detail("dead");
        if (dead.isEmpty() || dead.equals("0")) {
            return "";
        }
        return dead.equals("1") ? ", so that the entry behind it has no effect"
                : ", so that the " + dead + " entries behind it have no effect";
    }
}
