package org.pcitopo.eclipse.wizard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.pcitopo.eclipse.PcitopoPlugin;

/** Runs {@code pcitopo import}. */
final class LogImport {

    private static final long LOOK_MILLISECONDS = 100;

    private LogImport() {
    }

    /**
     * The topology that {@code log} tells of.
     *
     * @throws IOException where it tells of none; the message is the program's
     */
    static byte[] topology(Path log, IProgressMonitor monitor) throws IOException, InterruptedException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading " + log.getFileName(), IProgressMonitor.UNKNOWN);
        Path out = Files.createTempFile("pcitopo", ".out");
        Path errors = Files.createTempFile("pcitopo", ".err");
        try {
            Process process = PcitopoPlugin.session().program().command("import", log.getFileName().toString()).directory(log.toAbsolutePath().getParent().toFile())
                    .redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (progress.isCanceled()) {
                    process.destroyForcibly();
                    throw new OperationCanceledException();
                }
            }
            if (process.exitValue() != 0) {
                throw new IOException(Files.readString(errors, StandardCharsets.UTF_8).strip());
            }
            return Files.readAllBytes(out);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(errors);
        }
    }
}
