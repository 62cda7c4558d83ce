package org.pcitopo.conformance.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of a person's command line the machine in QEMU gets. */
class KernelParametersTest {

    @Test
    void parametersOfPciStay() {
        assertEquals("pci=realloc,hpmemsize=8M root=/dev/sda1", KernelParameters.of("pci=realloc,hpmemsize=8M root=/dev/sda1").text());
    }

    @Test
    void consoleAndFirstProcessGo() {
        assertEquals(List.of("console=ttyS1,115200", "rdinit=/sbin/init", "quiet"),
                KernelParameters.of("console=ttyS1,115200 pci=nocrs rdinit=/sbin/init quiet").dropped());
    }

    @Test
    void whatIsForTheFirstProcessGoes() {
        assertEquals("pci=nocrs", KernelParameters.of("pci=nocrs -- single pci=realloc").text());
    }

    @Test
    void blanksInQuotesBelongToTheWord() {
        assertEquals("\"dyndbg=file drivers/pci/* +p\" pci=realloc",
                KernelParameters.of("\"dyndbg=file drivers/pci/* +p\"\n  pci=realloc").text());
    }
}
