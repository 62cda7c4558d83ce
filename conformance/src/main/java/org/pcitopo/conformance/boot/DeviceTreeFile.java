package org.pcitopo.conformance.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pcitopo.conformance.machine.DeviceTreeEdit;
import org.pcitopo.conformance.machine.QemuPlan;

/**
 * QEMU's own device tree with a plan's edits.
 *
 * @param plan the machine
 * @param work an existing folder
 */
record DeviceTreeFile(QemuPlan plan, Path work) {

    /** Writes the file. */
    Path write() throws IOException, BootException {
        Path file = work.resolve("machine.dtb");
        List<String> dump = new ArrayList<>(List.of(plan.kind().program()));
        dump.addAll(plan.kind().arguments());
        dump.addAll(List.of("-display", "none", "-machine", "dumpdtb=" + file));
        run(dump);
        for (DeviceTreeEdit edit : plan.deviceTree()) {
            List<String> put = new ArrayList<>(List.of("fdtput", "-p", "-t", "x", file.toString()));
            put.addAll(edit.arguments());
            run(put);
        }
        return file;
    }

    private void run(List<String> command) throws IOException, BootException {
        Path messages = work.resolve("devicetree.log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile()).start();
            if (process.waitFor() != 0) {
                throw new BootException(String.join(" ", command) + " failed: " + Files.readString(messages).strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BootException("interrupted", stopped);
        }
    }
}
