package org.pcitopo.cli.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.cli.io.GatherScript;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.UserError;

/** What the host that we run on says of itself: the gather script, run into a folder that is gone afterwards. */
public final class HostBundle {

    private static final long PATIENCE_SECONDS = 60;

    /**
     * A host as read.
     *
     * @param machine what it says
     * @param notes what could not be read, as the script says
     */
    public record Host(CapturedMachine machine, List<String> notes) {
        public Host {
            notes = List.copyOf(notes);
        }
    }

    private final Io io;

    public HostBundle(Io io) {
        this.io = io;
    }

    /** @throws UserError where this is no Linux host, or shows no PCI function */
    public Host read() {
        try {
            Path folder = Files.createTempDirectory(io.resolve(io.variable("TMPDIR").orElse("/tmp")), "pcitopo-doctor");
            Thread cleaner = new Thread(() -> remove(folder));
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                List<String> notes = gather(folder.resolve("host"));
                return new Host(Capture.read(Sources.open("this host", folder.resolve("host"))), notes);
            } catch (CaptureException e) {
                throw new UserError("this host cannot be read: " + e.getMessage(), e);
            } finally {
                remove(folder);
                Runtime.getRuntime().removeShutdownHook(cleaner);
            }
        } catch (IOException e) {
            throw new UserError("this host cannot be read: " + SourceFiles.reason(e), e);
        }
    }

    private List<String> gather(Path target) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-s", "--", "--directory", target.toString());
        builder.environment().clear();
        builder.environment().putAll(io.environment());
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            try (OutputStream script = process.getOutputStream()) {
                script.write(GatherScript.text(false).getBytes(StandardCharsets.UTF_8));
            }
            List<String> notes = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("^pcitopo-gather: ", "")).toList();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new UserError("this host cannot be read: " + String.join("; ", notes));
            }
            return notes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // The system's own cleaning of temporary folders takes what is left.
            folder.toFile().deleteOnExit();
        }
    }
}
