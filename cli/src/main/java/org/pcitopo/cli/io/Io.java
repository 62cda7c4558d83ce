package org.pcitopo.cli.io;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The process as a command sees it. Tests make their own; no command touches {@link System}.
 *
 * @param in standard input
 * @param out standard output, UTF-8, flushed when the command ends
 * @param err standard error, UTF-8
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param environment environment variables
 * @param workingDirectory absolute; relative paths on the command line start here
 */
public record Io(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal,
        Map<String, String> environment, Path workingDirectory) {

    /** The launcher, which can ask the system, says with this property which streams are terminals: {@code out,err}. */
    private static final String TERMINALS = "pcitopo.terminals";

    /** Columns of a terminal that does not say how wide it is. */
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;

    public Io {
        environment = Map.copyOf(environment);
    }

    /** The process that this virtual machine is. */
    public static Io ofProcess() {
        String terminals = System.getProperty(TERMINALS, "");
        return new Io(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), terminals.contains("out"),
                terminals.contains("err"), System.getenv(), Path.of("").toAbsolutePath());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new ForgivingStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /** The path that {@code text} names from the working directory. */
    public Path resolve(String text) {
        return workingDirectory.resolve(text).normalize();
    }

    /** Environment variable {@code name}, empty where it is unset or empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Columns of the terminal. */
    public int width() {
        return variable("COLUMNS").filter(text -> text.matches("\\d{1,4}")).map(Integer::parseInt)
                .filter(columns -> columns >= NARROWEST).orElse(USUAL_WIDTH);
    }
}
