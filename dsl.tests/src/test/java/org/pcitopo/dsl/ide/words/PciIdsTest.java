package org.pcitopo.dsl.ide.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PciIdsTest {

    @TempDir
    private Path folder;

    private PciIds system(String text) throws IOException {
        return PciIds.newest(List.of(folder.resolve("absent"), Files.writeString(folder.resolve("pci.ids"), text)));
    }

    @Test
    void knowsAVendor() {
        assertEquals(Optional.of("Samsung Electronics Co Ltd"), PciIds.bundled().vendor(0x144d));
    }

    @Test
    void knowsADevice() {
        assertEquals(Optional.of("NVMe SSD Controller SM981/PM981/PM983"), PciIds.bundled().device(0x144d, 0xa808));
    }

    @Test
    void knowsASubsystem() {
        assertEquals(Optional.of("Ethernet Network Adapter E810-C-Q2"), PciIds.bundled().subsystem(0x8086, 0x1592, 0x8086, 0x0002));
    }

    @Test
    void knowsAClass() {
        assertEquals(Optional.of("Non-Volatile memory controller"), PciIds.bundled().classOf(1, 8));
    }

    @Test
    void knowsAProgrammingInterface() {
        assertEquals(Optional.of("NVM Express"), PciIds.bundled().programmingInterface(1, 8, 2));
    }

    @Test
    void knowsNothingOfWhatIsNotListed() {
        assertEquals(Optional.empty(), PciIds.bundled().device(0x144d, 0x0001));
    }

    @Test
    void knowsThousandsOfVendors() {
        PciIds ids = PciIds.bundled();

        assertTrue(IntStream.range(0, 0x10000).filter(id -> ids.vendor(id).isPresent()).count() > 2000);
    }

    @Test
    void prefersTheSystemsListWhereItIsNewer() throws IOException {
        assertEquals(Optional.of("Something new"), system("#\n#\tVersion: 2999.01.01\n144d  Something new\n").vendor(0x144d));
    }

    @Test
    void prefersItsOwnListWhereTheSystemsIsOlder() throws IOException {
        assertEquals(Optional.of("Samsung Electronics Co Ltd"), system("#\tVersion: 2001.01.01\n144d  Something old\n").vendor(0x144d));
    }

    @Test
    void survivesAListThatIsNone() throws IOException {
        assertEquals(Optional.of("Short"), system("#\tVersion: 2999.01.01\nno list\n\t\n\t\t\n  \n\t12\nC \n144d  Short\n\tzz").vendor(0x144d));
    }

    @Test
    void carriesTheLicenceOfTheList() {
        assertNotNull(PciIds.class.getResource("pci.ids.LICENSE"));
    }
}
