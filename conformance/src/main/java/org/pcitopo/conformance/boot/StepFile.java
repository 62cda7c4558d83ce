package org.pcitopo.conformance.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pcitopo.simulator.step.BootStep;

/**
 * Tells the recorder what to do after the boot: the file {@code /steps}, which {@code recorder/steps.h} describes, in an archive
 * behind the initramfs. The kernel unpacks one after the other.
 */
public final class StepFile {

    private static final int ALIGNMENT = 4;
    private static final int REGULAR_FILE = 0100644;
    private static final int MEGABYTE = 20;

    private StepFile() {
    }

    /** {@code initramfs} itself where there is nothing to do, else a copy in {@code work} with the steps behind it. */
    public static Path addTo(Path initramfs, List<BootStep> steps, Path work) throws IOException {
        if (steps.isEmpty()) {
            return initramfs;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(Files.readAllBytes(initramfs));
        pad(whole);
        whole.write(archive(text(steps).getBytes(StandardCharsets.UTF_8)));
        return Files.write(work.resolve("initramfs"), whole.toByteArray());
    }

    static String text(List<BootStep> steps) {
        StringBuilder text = new StringBuilder();
        for (BootStep step : steps) {
            if (step instanceof BootStep.WriteResourceAlignment write) {
                text.append("resource_alignment ").append(write.text());
            } else if (step instanceof BootStep.Remove remove) {
                text.append("remove ").append(remove.function());
            } else if (step instanceof BootStep.Rescan) {
                text.append("rescan");
            } else if (step instanceof BootStep.EnableVfs enable) {
                text.append("sriov_numvfs ").append(enable.function()).append(' ').append(enable.count());
            } else if (step instanceof BootStep.ResizeBar resize) {
                text.append("resize ").append(resize.function()).append(' ').append(resize.bar()).append(' ')
                        .append(Math.max(0, Long.numberOfTrailingZeros(resize.size()) - MEGABYTE));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The format that cpio calls newc: a header of hexadecimal fields, the name, the content, each padded to four bytes. */
    private static byte[] archive(byte[] content) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        entry(archive, "steps", REGULAR_FILE, content);
        entry(archive, "TRAILER!!!", 0, new byte[0]);
        return archive.toByteArray();
    }

    private static void entry(ByteArrayOutputStream archive, String name, int mode, byte[] content) throws IOException {
        String header = String.format("070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x", 1, mode, 0, 0, 1, 0,
                content.length, 0, 0, 0, 0, name.length() + 1, 0);
        archive.write((header + name + "\0").getBytes(StandardCharsets.US_ASCII));
        pad(archive);
        archive.write(content);
        pad(archive);
    }

    private static void pad(ByteArrayOutputStream archive) {
        while (archive.size() % ALIGNMENT != 0) {
            archive.write(0);
        }
    }
}
