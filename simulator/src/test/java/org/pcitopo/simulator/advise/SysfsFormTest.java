package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** The same without a reboot. */
class SysfsFormTest {

    private static final PaperMachine MACHINE = PaperMachine.x86("""
            01.0 SD@0x80000000
            02.0 SD@0x80001100
            """);

    /** Before 5.14 the line end that echo adds would spoil the last entry. */
    @ParameterizedTest
    @CsvSource({"6.12,00:02.0", "5.10,00:02.0;"})
    void theRequestIsWrittenAsTheReleaseReadsIt(String kernel, String request) {
        Advice advice = Asking.advise(Asking.boot(MACHINE, kernel, "", 4096), "00:02.0");
        SysfsForm form = SysfsForm.of(advice.question(), advice.best().orElseThrow()).orElseThrow();

        assertEquals(request, form.request());
        assertEquals(List.of(Asking.at("00:02.0")), form.removed());
    }

    @Test
    void otherOptionsNeedAReboot() {
        PaperMachine machine = PaperMachine.x86("""
                01.0 RPn mem=0x80000000-0x800fffff bus=1 {
                    00.0 m32:1M@0x80000000 m32:1M
                }
                """);
        Advice advice = Asking.advise(Asking.boot(machine, "6.12", "", 4096), "01:00.0");

        assertTrue(advice.best().orElseThrow().changesOptions());
        assertTrue(SysfsForm.of(advice.question(), advice.best().orElseThrow()).isEmpty());
    }
}
