package org.pcitopo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.pcitopo.cli.command.Commands;
import org.pcitopo.cli.command.RootCommand;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line. */
public final class Pcitopo {

    private final Io io;
    private final Supplier<Language> language;

    /** @param language called only by the commands that need the language */
    public Pcitopo(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
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
        CommandLine line = Commands.all(root, io, language);
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
        String message = String.valueOf(e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return message + "; see '" + command + " --help'";
    }

    private int fail(String message) {
        io.out().flush();
        io.err().println("pcitopo: " + Printable.line(message));
        return ExitStatus.USAGE;
    }

    private int internalError(Throwable e, boolean debug) {
        io.out().flush();
        String what = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + Printable.line(e.getMessage()));
        io.err().println("pcitopo: internal error: " + what
                + (debug ? "" : "; please report it with what 'pcitopo --debug' prints for the same command"));
        if (debug) {
            e.printStackTrace(io.err());
        }
        return ExitStatus.INTERNAL;
    }
}
