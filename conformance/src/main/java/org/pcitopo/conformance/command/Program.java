package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.conformance.boot.BootException;

/**
 * What the programs of this room have in common: reading their words, and saying what went wrong.
 *
 * @param name the program's, in front of its messages
 * @param options the options that it knows
 * @param usage printed where its words are wrong
 */
record Program(String name, Set<String> options, String usage) {

    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 3;

    /** The job; gives the exit status. */
    interface Job {
        int run(Arguments arguments, PrintStream messages) throws Arguments.Wrong, BootException, CaptureException, IOException;
    }

    Program {
        options = Set.copyOf(options);
    }

    /** Does {@code job} and ends the process: with its status, 2 for wrong usage, 3 where it failed. */
    void run(String[] texts, Job job) {
        PrintStream messages = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status;
        try {
            status = job.run(Arguments.parse(texts, options), messages);
        } catch (Arguments.Wrong wrong) {
            messages.println(name + ": " + wrong.getMessage());
            messages.print(usage);
            status = WRONG_USAGE;
        } catch (BootException | CaptureException | IOException failed) {
            messages.println(name + ": " + failed.getMessage());
            status = FAILED;
        }
        System.exit(status);
    }
}
