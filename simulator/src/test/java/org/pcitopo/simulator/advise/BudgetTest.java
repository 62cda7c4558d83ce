package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.ResourceName;

/** How many virtual functions fit, and what can still be plugged in. */
class BudgetTest {

    private static SriovBudget sriov(String pci) {
        PaperMachine machine = PaperMachine.x86("""
                01.0 RPn bus=1-2 mem=0x80000000-0x800fffff pref=0x90000000-0x901fffff {
                    00.0 p64:1M@0x90000000 vf:p64:64K*64
                }
                """).config("PCI_REALLOC_ENABLE_AUTO", false);
        return SriovBudget.of(Asking.boot(machine, "6.12", pci, 4096)).get(0);
    }

    @Test
    void sixtyFourVfsThatDoNotFitAreNone() {
        SriovBudget budget = sriov("");

        assertEquals(0, budget.usable());
        assertEquals(64 * 65536, budget.size());
    }

    @Test
    void fewerWouldFit() {
        assertEquals(16, sriov("").most());
    }

    @Test
    void allFitOnceTheWindowIsSizedForThem() {
        assertEquals(64, sriov("pci=realloc").usable());
    }

    @Test
    void aPortTakesWhatItsWindowsHaveLeft() {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 RPh {
                    00.0 m32:1M
                }
                """);

        HotplugBudget budget = HotplugBudget.of(Asking.boot(machine, "6.12", "pci=hpmmiosize=8M", 4096)).get(0);

        HotplugBudget.Room memory = budget.rooms().stream().filter(room -> room.window() == ResourceName.MEM_WINDOW).findFirst()
                .orElseThrow();
        assertEquals(List.of(7L << 20, 4L << 20), List.of(memory.free(), memory.largestBar()));
    }

    @Test
    void aPortWithoutWindowsTakesNothing() {
        PaperMachine machine = PaperMachine.x86("01.0 RPh bus=1 {\n}\n").windows("io 0x0-0xffff");

        assertEquals(List.of(), HotplugBudget.of(Asking.boot(machine, "6.12", "pci=hpiosize=0", 4096)).get(0).rooms());
    }
}
