package org.pcitopo.capture.wording;

import java.util.List;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;

/** A machine that a log describes, booted on paper with a kernel of one's choice. */
record WrittenLog(Simulation simulation) {

    /** @param architecture as {@code uname -m} says */
    static WrittenLog of(String architecture, String kernel, String commandLine, String found) throws CaptureException {
        String meta = """
                {"arch": "%s", "kernel": "%s", "kernelRelease": "%s", "pageSize": 4096, "commandLine": "%s"}
                """.formatted(architecture, kernel, kernel, commandLine);
        CapturedMachine machine = Capture.read(List.of(
                new SourceInput.Text(SourceKind.BUNDLE_META, SourceText.of("meta.json", meta)),
                new SourceInput.Text(SourceKind.KERNEL_LOG, SourceText.of("dmesg.txt", found))));
        return new WrittenLog(Simulator.simulate(machine.topology(), Replay.boots(machine.boot()).get(0)));
    }

    /** The predicted log as one text. */
    String text() {
        return String.join("\n", KernelLog.of(simulation)) + "\n";
    }

    /** The lines of one kind, as one text. */
    String text(LineKind kind) {
        StringBuilder text = new StringBuilder();
        KernelLog.of(simulation).stream().filter(line -> LineKind.of(line).filter(kind::equals).isPresent())
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
