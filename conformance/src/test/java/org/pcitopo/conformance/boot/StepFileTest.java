package org.pcitopo.conformance.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;

/** How the recorder learns what to do after the boot. */
class StepFileTest {

    private static final PciAddress FUNCTION = PciAddress.parse("0000:01:00.0").orElseThrow();

    @TempDir
    private Path work;

    @Test
    void aLineForEachStep() {
        assertEquals("""
                resource_alignment 16@pci:1b36:0007
                remove 0000:01:00.0
                rescan
                sriov_numvfs 0000:01:00.0 4
                resize 0000:01:00.0 2 10
                """, StepFile.text(List.of(new BootStep.WriteResourceAlignment("16@pci:1b36:0007"), new BootStep.Remove(FUNCTION),
                new BootStep.Rescan(), new BootStep.EnableVfs(FUNCTION, 4), new BootStep.ResizeBar(FUNCTION, 2, 1L << 30))));
    }

    @Test
    void theArchiveBehindTheInitramfsBeginsAtAMultipleOfFourBytes() throws IOException {
        Path initramfs = Files.writeString(work.resolve("base"), "12345");
        Path whole = StepFile.addTo(initramfs, List.of(new BootStep.Rescan()), work);
        assertEquals(8, Files.readString(whole, StandardCharsets.ISO_8859_1).indexOf("070701"));
    }

    @Test
    void withoutStepsTheInitramfsStaysAsItIs() throws IOException {
        Path initramfs = Files.writeString(work.resolve("base"), "12345");
        assertEquals(initramfs, StepFile.addTo(initramfs, List.of(), work));
    }
}
