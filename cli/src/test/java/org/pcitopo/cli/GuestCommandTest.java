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

/** Which functions the guest gets, which guest is meant, and how it reads. */
class GuestCommandTest {

    private static final String MACHINES = """
            platform arm { architecture aarch64  machine device-tree }
            platform pc { architecture x86_64  machine acpi }
            platform other { architecture riscv64  machine device-tree }
            host cloud on arm {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 nvme0 { passthrough id 144d:a808 BAR 0 [mem size 16K 64bit] msi-x 33 table BAR 0 offset 0x3000 pba BAR 0 offset 0x2000 }
                    device 05.0 nvme1 { id 144d:a808 BAR 0 [mem size 64K 64bit] }
                }
            }
            host desk on pc {
                host-bridge 0000:00 {
                    window [mem 0x800000000-0x1fffffffff]
                    device 04.0 gpu { passthrough id 10de:1db4 BAR 0 [mem size 64G 64bit pref] }
                }
            }
            host board on other {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 nvme0 { passthrough id 144d:a808 BAR 0 [mem size 16K 64bit] }
                }
            }
            boot large-pages of cloud { linux 6.12, 7.3  page-size 64K }
            boot desktop of desk { linux 6.12  page-size 4K }
            boot riscv of board { linux 6.12 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("machines.pcitopo"), MACHINES);
    }

    private Run guest(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "guest";
        all[1] = "machines.pcitopo";
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.in(folder).run(all);
    }

    @Test
    void kernelsUnderWhichAGuestSeesTheSameShareWhatIsSaid() {
        assertEquals("""
                host cloud, boot large-pages: Linux 6.12, 64K pages
                host cloud, boot large-pages: Linux 7.3, 64K pages
                  guest: qemu on aarch64, 4G of memory

                  0000:00:04.0  nvme0  BAR 0  mem64  16K  emulated

                  0000:00:04.0 BAR 0: QEMU answers for the MSI-X table and its pending bits, and everything of
                    this BAR is in the same page of 64K, so every access exits to it.
                    fix: -device vfio-pci,host=0000:00:04.0,x-msix-relocation=bar2

                  below 4G  0x10000000-0x3efeffff      ~751.9M  needed  1M  fits
                  above 4G  0x8000000000-0xffffffffff     512G  needed   0  fits
                  below 4G: fixed on virt [QEMU, hw/arm/virt.c, VIRT_PCIE_MMIO]
                  above 4G: the default of virt [QEMU, hw/arm/virt.c, VIRT_HIGH_PCIE_MMIO]
                """, guest("--host", "cloud").out());
    }

    @Test
    void whatDoesNotFitHasTheOptionThatMakesItFit() {
        String out = guest("--host", "desk", "--vmm", "libvirt").out();
        assertTrue(out.contains("needed  64G  does not fit"), out);
        assertTrue(out.contains("fix: <qemu:commandline><qemu:arg value=\"-fw_cfg\"/><qemu:arg value=\"name=opt/ovmf/X-PciMmio64Mb,string=65536\"/>"), out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --host desk                                | 1
            --host desk --aperture 64G                 | 0
            --host desk --phys-bits 42                 | 0
            --host desk --firmware seabios             | 0
            --host desk --vmm cloud-hypervisor         | 0
            --host cloud                               | 1
            --host cloud --vmm cloud-hypervisor        | 0
            --host cloud 0000:00:05.0                  | 0
            --host cloud nvme1                         | 0
            --host cloud --passthrough 0000:00:05.0    | 1
            """)
    void theStatusSaysWhetherAllIsWell(String words, int status) {
        assertEquals(status, guest(words.split(" ")).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --host board                                 | the windows of a guest of qemu on riscv64 are not known
            --host cloud 0000:00:09.0                    | machines.pcitopo has no function with BARs that is 0000:00:09.0
            --host cloud nobody                          | machines.pcitopo has no function with BARs that is nobody
            --host cloud --vmm xen                       | 'xen' is none of qemu, libvirt and cloud-hypervisor
            --host cloud --memory 0G                     | '0G' is no size such as 512M or 64G
            --host cloud --memory 99999999T              | '99999999T' is no size such as 512M or 64G
            --host cloud --phys-bits 64                  | '64' is no number of address bits from 32 to 52
            """)
    void whatIsNotUnderstoodIsSaid(String words, String message) {
        Run run = guest(words.split(" "));
        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void aFileThatHandsNothingOverSaysHowTo() throws IOException {
        Files.writeString(folder.resolve("machines.pcitopo"), MACHINES.replace("passthrough ", ""));
        assertTrue(guest().err().contains("hands a function to a guest; name functions behind the file, or mark them 'passthrough'"));
    }

    @Test
    void programsGetNumbers() {
        JsonObject guest = JsonParser.parseString(guest("--host", "desk", "--format", "json").out()).getAsJsonObject()
                .getAsJsonArray("guests").get(0).getAsJsonObject();
        JsonObject above = guest.getAsJsonArray("windows").get(1).getAsJsonObject();
        assertEquals(64L << 30, above.get("needed").getAsLong());
    }
}
