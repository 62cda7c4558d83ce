package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;

/** Two boots side by side: which two, and what is said of them. */
class DiffCommandTest {

    private static final String CLOUD = """
            platform arm { architecture aarch64  machine device-tree }
            host cloud on arm {
                host-bridge 0000:00 {
                    window [io 0x0000-0xffff]
                    window [mem 0x10000000-0x3efeffff]
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 nvme0 { id 8086:0a54 BAR 0 [mem size 16K 64bit] }
                    device 05.0 nvme1 { id 8086:0a54 BAR 0 [mem size 16K 64bit] }
                }
            }
            boot stock of cloud { linux 6.12  page-size 64K }
            boot aligned of cloud { linux 6.12  page-size 64K  command-line "pci=resource_alignment=16@pci:8086:0a54" }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"), CLOUD);
    }

    private Run diff(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "diff";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.in(folder).run(all);
    }

    private JsonObject comparison(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "--format=json";
        System.arraycopy(words, 0, all, 1, words.length);
        return JsonParser.parseString(diff(all).out()).getAsJsonObject().getAsJsonArray("comparisons").get(0).getAsJsonObject();
    }

    @Test
    void twoBootsForPeople() {
        assertEquals("""
                before: cloud.pcitopo: host cloud, boot stock, Linux 6.12, 64K pages, command line: (empty)
                after:  cloud.pcitopo: host cloud, boot aligned, Linux 6.12, 64K pages, command line: pci=resource_alignment=16@pci:8086:0a54

                  host windows
                    host 0000:00  2  0x8000000000-0xffffffffff, 32K used  ->  128K used

                  resources
                    0000:00:04.0  nvme0  BAR 0  grew         0x8000000000-0x8000003fff (16K)  ->  0x8000000000-0x800000ffff (64K)
                    0000:00:05.0  nvme1  BAR 0  moved, grew  0x8000004000-0x8000007fff (16K)  ->  0x8000010000-0x800001ffff (64K)

                  what vfio-pci maps
                    0000:00:04.0  nvme0  BAR 0  emulated: page-shared  ->  mapped
                    0000:00:05.0  nvme1  BAR 0  emulated: unaligned    ->  mapped

                  resources: 1 moved, 2 grew; 2 BARs become mappable
                """, diff("cloud.pcitopo", "--boot", "stock", "--boot", "aligned").out());
    }

    @Test
    void theOnlyTwoBootsOfAFileNeedNotBeNamed() {
        assertEquals(diff("cloud.pcitopo", "--boot", "stock", "--boot", "aligned").out(), diff("cloud.pcitopo").out());
    }

    @Test
    void oneValueIsComparedWithWhatIsWritten() {
        JsonObject found = comparison("cloud.pcitopo", "--boot", "stock", "--page-size", "4K");

        assertEquals("better", found.getAsJsonArray("mappings").get(0).getAsJsonObject().get("change").getAsString());
    }

    @Test
    void jsonTellsBothSidesOfAResource() {
        JsonObject resource = comparison("cloud.pcitopo").getAsJsonArray("resources").get(1).getAsJsonObject();

        assertEquals("[\"moved\",\"grew\"] 0x8000004000 0x8000010000", resource.get("changes") + " "
                + resource.getAsJsonObject("before").get("start").getAsString() + " "
                + resource.getAsJsonObject("after").get("start").getAsString());
    }

    @Test
    void twoFilesAreComparedWithEachOther() throws IOException {
        Files.writeString(folder.resolve("more.pcitopo"), CLOUD.replace("05.0 nvme1", "06.0 nvme1"));

        String text = diff("cloud.pcitopo", "more.pcitopo", "--boot", "stock").out();

        assertTrue(text.contains("0000:00:05.0 8086:0a54 nvme1  ->  0000:00:06.0 8086:0a54 nvme1  renumbered"), text);
    }

    @Test
    void ofAFolderOnlyWhatChangesIsTold() throws IOException {
        Files.writeString(folder.resolve("large.pcitopo"), CLOUD.replace("cloud", "large").replace("16K", "64K"));
        Files.writeString(folder.resolve("lib.pcitopo"), "device-type nothing { BAR 0 [mem size 4K] }\n");

        assertEquals("""
                cloud.pcitopo  cloud  boot stock, Linux 6.12, pages 4K -> 64K  no resource changes; 2 BARs are no longer mappable

                1 of 4 boots changes

                not compared
                  lib.pcitopo: there is no host in lib.pcitopo, so there is nothing to simulate
                """, diff(".", "--page-size", "4K", "--page-size", "64K").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud.pcitopo cloud.pcitopo", ".", "cloud.pcitopo --boot stock", "cloud.pcitopo --boot stock --boot nosuch",
        "cloud.pcitopo --kernel 6.1 --kernel 6.2 --kernel 6.3", "missing.pcitopo"})
    void whatCannotBeComparedIsOneLine(String words) {
        Run run = diff(words.split(" "));

        assertEquals(ExitStatus.USAGE, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
