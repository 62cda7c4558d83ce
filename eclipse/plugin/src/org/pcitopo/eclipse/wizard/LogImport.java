package org.pcitopo.eclipse.wizard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** Runs {@code pcitopo import}. */
final class LogImport {

    private static final long LOOK_MILLISECONDS = 100;

    private LogImport() {
    }

    /**
     * The topology that {@code log} tells of.
     *
     * @param folder where the topology goes; a log inside is named from there, so that the topology leads back to its lines
     * @throws IOException where it tells of none; the message is the program's
     * @throws OperationCanceledException where {@code monitor} says so
     */
    static byte[] topology(Path log, Optional<Path> folder, IProgressMonitor monitor) throws IOException, InterruptedException {
        monitor.beginTask("Reading " + log.getFileName(), IProgressMonitor.UNKNOWN);
        Path from = folder.filter(log::startsWith).orElse(log.getParent());
        Path out = Files.createTempFile("pcitopo", ".out");
        Path errors = Files.createTempFile("pcitopo", ".err");
        try {
            Process process = Services.of(LanguageServerSession.class).program().command("import", "--", from.relativize(log).toString()).directory(from.toFile())
                    .redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    process.destroyForcibly();
                    throw new OperationCanceledException();
                }
            }
            if (process.exitValue() != 0) {
                throw new IOException(Files.readString(errors, StandardCharsets.UTF_8).strip().replaceFirst("^pcitopo: ", ""));
            }
            return Files.readAllBytes(out);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(errors);
        }
    }
}
