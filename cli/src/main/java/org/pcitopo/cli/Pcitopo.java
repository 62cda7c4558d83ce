package org.pcitopo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.pcitopo.cli.command.Commands;
import org.pcitopo.cli.command.RootCommand;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.UserError;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line. */
public final class Pcitopo {

    private final Io io;

    public Pcitopo(Io io) {
        this.io = io;
    }

    /** Runs {@code args} and returns the exit status; whatever goes wrong is one line on standard error. */
    public int run(String... args) {
        RootCommand root = new RootCommand();
        int status;
        try {
            status = commandLine(root).execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            status = internalError(e, root.debug());
        }
        io.out().flush();
        if (io.out().checkError() && status < ExitStatus.USAGE) {
            status = fail("cannot write to standard output; is the disk full?");
        }
        io.err().flush();
        return status;
    }

    private CommandLine commandLine(RootCommand root) {
        CommandLine line = Commands.all(root, io);
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(io.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(io.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, args) -> fail(usageLine(e)));
        line.setExecutionExceptionHandler((e, command, parsed) -> e instanceof UserError
                ? fail(e.getMessage())
                : internalError(e, root.debug()));
        return line;
    }

    private static String usageLine(ParameterException e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return message + "; see '" + command + " --help'";
    }

    private int fail(String message) {
        io.out().flush();
        io.err().println("pcitopo: " + message);
        return ExitStatus.USAGE;
    }

    private int internalError(Throwable e, boolean debug) {
        io.out().flush();
        String what = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + firstLine(e.getMessage()));
        io.err().println("pcitopo: internal error: " + what
                + (debug ? "" : "; please report it with what 'pcitopo --debug' prints for the same command"));
        if (debug) {
            e.printStackTrace(io.err());
        }
        return ExitStatus.INTERNAL;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
