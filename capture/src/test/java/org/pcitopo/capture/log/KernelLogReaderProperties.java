package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pcitopo.capture.source.SourceText;

/** Whatever a source holds, reading it ends with findings, never with an exception. */
class KernelLogReaderProperties {

    @Property(tries = 300)
    void arbitraryBytesNeverThrow(@ForAll byte[] bytes) {
        KernelLogReader.read(SourceText.of("noise", new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Property(tries = 500)
    void shuffledLinesNeverThrow(@ForAll("logs") List<String> lines) {
        KernelLogReader.read(SourceText.of("dmesg.txt", String.join("\n", lines)));
    }

    @Property(tries = 200)
    void readingIsAFunction(@ForAll("logs") List<String> lines) {
        SourceText text = SourceText.of("dmesg.txt", String.join("\n", lines));
        assertEquals(KernelLogReader.read(text), KernelLogReader.read(text));
    }

    @Provide
    Arbitrary<List<String>> logs() {
        Arbitrary<String> hex = Arbitraries.strings().withChars("0123456789abcdef").ofMinLength(0).ofMaxLength(18);
        Arbitrary<String> address = Arbitraries.of("0000:00:00.0", "0000:01:00.0", "10000:e1:1f.7", "ffffffff:ff:1f.7", "0000:00:1e.0");
        Arbitrary<String> template = Arbitraries.of(
                "pci A: [H:H] type 01 class 0xH PCIe Root Port", "pci A: [8086:1234] type 01 class 0x060400",
                "pci A: BAR 0 [mem 0xH-0xH 64bit pref]", "pci A: reg 0xH: [io  0xH-0xH]", "pci A: PCI bridge to [bus 01-00]",
                "pci A: PCI bridge to [bus 01-ff]", "pci A:   bridge window [mem 0xH-0xH pref]", "pci A: BAR 13: assigned [io  0xH-0xH]",
                "pci A: VF BAR 5 [mem 0xH-0xH]: contains BAR 5 for 0 VFs", "pci A: VF(n) BAR9 space: [mem 0xH-0xH] (contains BAR9 for 9 VFs)",
                "pci_bus 0000:H: root bus resource [mem 0xH-0xH] (bus address [0xH-0xH])", "pci_bus 0000:00: resource 4 [mem 0xH-0xH]",
                "pci A: bridge window [io  0xH-0xH] to [bus 01] add_size H", "BIOS-e820: [mem 0xH-0xH] usable",
                "e820: remove [mem 0xH-0xH] usable", "PCI host bridge to bus 0000:00", "system 00:01: [mem 0xH-0xH] has been reserved",
                "IOAPIC[0]: apic_id 0, version 17, address 0xH, GSI 0-23", "Dentry cache hash table entries: 1 (order: 63, 9999999999 bytes)",
                "Linux version H", "[    0.1] Command line: H", "512 (511) PE's M32: 0xH [segment=0xH]", "[mem", "A: H", ">> H");
        return Arbitraries.lazy(() -> template.flatMap(text -> address.flatMap(at -> hex.map(
                digits -> text.replace("A", at).replace("H", digits))))).list().ofMaxSize(40);
    }
}
