package org.pcitopo.simulator.cmdline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.cmdline.PciOptions.Realloc;
import org.pcitopo.simulator.topology.Architecture;

class PciOptionsTest {

    private static PciOptions options(String kernel, String pci) {
        return PciOptions.of(pci, Texts.rules(kernel), Architecture.X86_64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quiet                       | UNDEFINED
            pci=realloc                 | ON
            pci=realloc=on              | ON
            pci=realloc=off             | OFF
            pci=realloc=offside         | OFF
            pci=realloc=maybe           | UNDEFINED
            pci=realloc pci=realloc=off | OFF
            pci=reallocate              | ON
            """)
    void theLastReallocWins(String line, Realloc expected) {
        assertEquals(expected, options("6.1", line).realloc());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6.1 | quiet                                       | 100 200000 200000
            6.1 | pci=hpiosize=8K                             | 2000 200000 200000
            6.1 | pci=hpiosize=0x400                          | 400 200000 200000
            6.1 | pci=hpiosize=010                            | 8 200000 200000
            6.1 | pci=hpiosize=none                           | 0 200000 200000
            6.1 | pci=hpmemsize=4M                            | 100 400000 400000
            6.1 | pci=hpmmiosize=16M,hpmmioprefsize=1g        | 100 1000000 40000000
            6.1 | pci=hpmmiosize=3M,hpiosize=4K,hpmemsize=4M  | 1000 400000 400000
            6.1 | pci=hpmemsize=4M,hpmmiosize=3M              | 100 300000 400000
            5.4 | pci=hpmmiosize=16M                          | 100 200000 200000
            5.4 | pci=hpmemsize=16M                           | 100 1000000 1000000
            """)
    void hotplugReservesAreSizes(String kernel, String line, String expected) {
        PciOptions options = options(kernel, line);
        assertEquals(expected, String.format("%x %x %x", options.hotplugIo(), options.hotplugMemory(),
                options.hotplugPrefetchable()));
    }

    @ParameterizedTest
    @CsvSource({"hpbussize=4, 4", "hpbussize=0x20, 32", "hpbussize=256, 1", "hpbussize=x, 0"})
    void extraBusNumbersFallBackToOne(String option, int expected) {
        assertEquals(expected, options("6.1", "pci=" + option).hotplugBuses());
    }

    @Test
    void theLastListWinsWholly() {
        PciOptions options = options("6.1", "pci=resource_alignment=00:01.0 pci=realloc,resource_alignment=00:02.0");
        assertEquals(new Token(62, "00:02.0"), options.alignmentRequests().text());
    }

    @Test
    void aCommaEndsTheList() {
        PciOptions options = options("6.1", "pci=resource_alignment=00:01.0,00:02.0");
        assertEquals("00:01.0", options.alignmentRequests().text().text());
    }

    @Test
    void optionsOfX86HaveNoEffectElsewhere() {
        assertTrue(options("6.1", "pci=nocrs").nocrs());
        assertEquals(Set.of(), PciOptions.of("pci=nocrs", Texts.rules("6.1"), Architecture.AARCH64).flags());
    }

    @Test
    void exactOptionsAreComparedWhole() {
        assertEquals(Set.of(), options("6.1", "pci=nocrsx").flags());
    }

    @Test
    void notUsingE820WinsOverUsingIt() {
        assertEquals(Optional.of(false), options("6.1", "pci=no_e820,use_e820").useE820());
        assertEquals(Optional.empty(), options("5.18", "pci=no_e820").useE820());
    }

    @Test
    void theTableDescribesEveryOption() {
        PciOptionTable.all().forEach(option -> assertTrue(option.description().length() > 10, option.name()));
    }

    @Test
    void everyFlagIsInTheTable() {
        for (PciFlag flag : PciFlag.values()) {
            assertTrue(PciOptionTable.all().stream().anyMatch(option -> option.name().equals(flag.option())), flag.option());
        }
    }
}
