package org.pcitopo.eclipse.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The program that the plug-in carries: how it is started, on which Java. */
public final class ServerProgram {

    private static final int OLDEST_JAVA = 17;

    private final Bundle bundle;
    private final IPath state;
    private final Settings settings;

    public ServerProgram(Bundle bundle, IPath state, Settings settings) {
        this.bundle = bundle;
        this.state = state;
        this.settings = settings;
    }

    /**
     * A process that is not started yet.
     *
     * @param arguments what stands behind {@code pcitopo}
     * @throws IOException where there is no Java to start it with; the message says what to do
     */
    public ProcessBuilder command(String... arguments) throws IOException {
        Path folder = folder();
        Path java = java();
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve(executable()).toString());
        Files.readAllLines(folder.resolve("options")).stream().filter(option -> !option.isBlank())
                .map(option -> option.replace("@SERVER@", folder.toString())).forEach(command::add);
        if (version(java) >= 24) {
            // The way in which Guice makes classes draws warnings from newer Javas; it knows another.
            command.add("-Dguice_custom_class_loading=CHILD");
        }
        if (version(java) >= 19) {
            // Java makes this archive of loaded classes when the first server ends; later ones start in half the time.
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + state.append("classes-" + version(java) + ".jsa").toOSString());
        }
        command.add("-cp");
        command.add(classPath(folder));
        command.add("org.pcitopo.cli.Main");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (Platform.getOS().equals(Platform.OS_LINUX)) {
            // Java reads file names in the encoding of the locale: make it one that knows all characters.
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        return builder;
    }

    /** Where the program is: its {@code lib}, {@code problems} and {@code options}. */
    public Path folder() throws IOException {
        return Path.of(FileLocator.toFileURL(bundle.getEntry("server")).getPath()).toAbsolutePath().normalize();
    }

    private Path java() throws IOException {
        String chosen = settings.javaHome();
        Path home = Path.of(chosen.isEmpty() ? System.getProperty("java.home") : chosen);
        Optional<String> problem = problem(home);
        if (problem.isPresent()) {
            throw new IOException(home + " " + problem.get() + "." + (chosen.isEmpty() ? "" : " Change it in the preferences of PCI topologies, or leave the field empty for the workbench's own Java."));
        }
        return home;
    }

    /** What keeps the Java in {@code home} from running the server, if anything does: words behind the folder's name. */
    public static Optional<String> problem(Path home) {
        if (!Files.isExecutable(home.resolve("bin").resolve(executable()))) {
            return Optional.of("holds no Java");
        }
        try {
            int version = version(home);
            return version >= OLDEST_JAVA ? Optional.empty() : Optional.of("holds Java " + version + ", and pcitopo needs " + OLDEST_JAVA + " or newer");
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.of("has a file \"release\" that cannot be read");
        }
    }

    private static String executable() {
        return Platform.getOS().equals(Platform.OS_WIN32) ? "java.exe" : "java";
    }

    /** {@code 17} of {@code JAVA_VERSION="17.0.15"}, {@code 8} of {@code "1.8.0_402"}; the oldest that runs where nothing says it. */
    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return OLDEST_JAVA;
        }
        return Files.readAllLines(release).stream().filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("^JAVA_VERSION=\"?(1\\.)?([0-9]+).*", "$2")).mapToInt(Integer::parseInt).findFirst().orElse(OLDEST_JAVA);
    }

    private static String classPath(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            return String.join(File.pathSeparator, jars.map(Path::toString).filter(jar -> jar.endsWith(".jar")).sorted().toList());
        }
    }
}
