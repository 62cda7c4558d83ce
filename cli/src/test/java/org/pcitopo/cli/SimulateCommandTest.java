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
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.cli.io.ExitStatus;

/** The published form of a simulation. */
class SimulateCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(folder.resolve("talos.pcitopo"), "host talos {\n}\n");
    }

    private Run simulate(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "simulate";
        all[1] = "talos.pcitopo";
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.in(folder).with(new FakeLanguage()).run(all);
    }

    @Test
    void jsonIsAsPublished() {
        assertEquals("""
                {
                  "format": "pcitopo-simulation",
                  "version": 1,
                  "boots": [
                    {
                      "host": "talos",
                      "boot": "stock",
                      "kernel": "6.12",
                      "rules": "mainline",
                      "architecture": "ppc64le",
                      "machine": "powernv",
                      "pageSize": 65536,
                      "commandLine": "pci=realloc",
                      "evidence": "inferred",
                      "assumptions": [
                        {
                          "what": "pageSize",
                          "value": "65536",
                          "why": "ppc64le distributions use 64K"
                        }
                      ],
                      "windows": [
                        {
                          "bridge": "host 0000:00",
                          "index": 0,
                          "window": "0",
                          "type": "mem64",
                          "prefetchable": true,
                          "start": "0x6000000000000",
                          "end": "0x600ffffffffff",
                          "used": 65536,
                          "free": 1099511562240,
                          "largestHole": 549755813888
                        },
                        {
                          "bridge": "0000:00:01.0",
                          "index": 14,
                          "window": "mem",
                          "type": "mem32",
                          "prefetchable": false,
                          "start": "0x600c000000000",
                          "end": "0x600c0000fffff",
                          "used": 16384,
                          "free": 1032192,
                          "largestHole": 966656
                        }
                      ],
                      "resources": [
                        {
                          "function": "0000:01:02.0",
                          "resource": "bar0",
                          "type": "mem64",
                          "prefetchable": false,
                          "start": "0x600c000010000",
                          "end": "0x600c000013fff",
                          "size": 16384,
                          "hardwareSize": 16384,
                          "alignment": 65536,
                          "state": "assigned",
                          "window": {
                            "bridge": "0000:00:01.0",
                            "window": "mem"
                          },
                          "moved": true
                        },
                        {
                          "function": "0000:01:02.0",
                          "resource": "rom",
                          "type": "mem32",
                          "prefetchable": true,
                          "start": null,
                          "end": null,
                          "size": "1152921504606846976",
                          "hardwareSize": "1152921504606846976",
                          "alignment": 0,
                          "state": "unassigned",
                          "window": null,
                          "moved": false
                        }
                      ],
                      "mappings": [
                        {
                          "function": "0000:01:02.0",
                          "bar": 0,
                          "verdict": "emulated",
                          "reason": "page-shared",
                          "areas": [],
                          "msixMappable": false,
                          "guest": "emulated",
                          "sharedWith": [
                            {
                              "function": "0000:01:03.0",
                              "resource": "bar0"
                            }
                          ]
                        }
                      ],
                      "problems": [
                        {
                          "code": "PCI301",
                          "severity": "warning",
                          "message": "BAR 0 stays unmappable",
                          "function": "0000:01:02.0",
                          "bar": 0,
                          "file": "talos.pcitopo",
                          "line": 12,
                          "column": 5
                        }
                      ]
                    }
                  ]
                }
                """, simulate("--format", "json").out());
    }

    @Test
    void textIsATableForPeople() {
        assertEquals("""
                host talos, boot stock: Linux 6.12 on ppc64le (powernv), 64K pages
                  command line: pci=realloc
                  evidence: the rules are inferred from neighbouring releases
                  assumed: pageSize = 65536 (ppc64le distributions use 64K)

                  windows
                    host 0000:00  0    mem64 pref  0x6000000000000-0x600ffffffffff  64K  used  ~1023.9G  free  largest hole 512G
                    0000:00:01.0  mem  mem32       0x600c000000000-0x600c0000fffff  16K  used     1008K  free  largest hole 944K

                  resources
                    0000:01:02.0  nvme0  BAR 0  mem64       16K  0x600c000010000-0x600c000013fff  assigned, moved  emulated: page-shared with 0000:01:03.0 BAR 0
                    0000:01:02.0  nvme0  ROM    mem32 pref   1E  no address                       unassigned

                  problems
                    warning[PCI301] talos.pcitopo:12:5: BAR 0 stays unmappable

                  0 of 1 memory BAR mapped, 1 resource without an address
                """, simulate().out());
    }

    @Test
    void numbersOfJsonStayExact() {
        JsonObject boot = JsonParser.parseString(simulate("--format=json").out()).getAsJsonObject().getAsJsonArray("boots").get(0)
                .getAsJsonObject();

        assertTrue(boot.getAsJsonArray("resources").get(1).getAsJsonObject().getAsJsonPrimitive("size").isString());
    }

    @ParameterizedTest
    @CsvSource({"--kernel,3.10", "--kernel,nonsense", "--page-size,3K", "--page-size,1G", "--passthrough,nvme", "--format,xml"})
    void aValueThatMakesNoSenseIsNamed(String option, String value) {
        Run run = simulate(option, value);

        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains(value) && run.err().lines().count() == 1, run.err());
    }

    @Test
    void aFolderIsNoFile() {
        assertEquals(ExitStatus.USAGE, Run.in(folder).with(new FakeLanguage()).run("simulate", ".").status());
    }

    @Test
    void standardInputCanBeAnUnsavedFile() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("hosts.pcitopo"), "host saved { }\n");
        Run run = Run.in(folder).with(new FakeLanguage()).withInput("host talos { }\n").run("simulate", "-", "--as", "site/hosts.pcitopo");
        assertEquals(ExitStatus.CLEAN, run.status(), run.err());
    }

    @Test
    void onlyStandardInputIsAnotherFile() {
        Run run = Run.in(folder).with(new FakeLanguage()).run("simulate", "talos.pcitopo", "--as", "other.pcitopo");
        assertEquals(ExitStatus.USAGE, run.status());
    }

    @Test
    void dmesgIsWhatTheKernelWouldLogAndNothingElse() {
        Run run = simulate("--format", "dmesg");
        assertEquals(ExitStatus.CLEAN, run.status());
        assertTrue(run.out().startsWith("PCI host bridge to bus 0000:00\n"), run.out());
    }

    @Test
    void listingsAreWhatProcShows() {
        Run run = simulate("--format", "iomem");
        assertEquals(ExitStatus.CLEAN, run.status());
        assertTrue(run.out().lines().allMatch(line -> line.matches(" *[0-9a-f]{8,}-[0-9a-f]{8,} : .*")), run.out());
    }

    @Test
    void anUnknownFormatIsNamedWithThoseThatThereAre() {
        Run run = simulate("--format", "xml");
        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains("TEXT, JSON, DMESG, IOMEM, IOPORTS"), run.err());
    }
}
