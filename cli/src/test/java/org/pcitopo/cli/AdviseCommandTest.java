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
import org.pcitopo.cli.io.ExitStatus;

/** The line to paste, and what is said where there is none. */
class AdviseCommandTest {

    private static final String CLOUD = """
            platform arm { architecture aarch64  machine device-tree  page-size 64K }
            host cloud on arm {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 nvme0 { id 144d:a808 BAR 0 [mem size 16K 64bit] }
                    device 05.0 nvme1 { id 144d:a808 BAR 0 [mem size 16K 64bit] }
                    device 06.0 nvme2 { id 144d:a808 BAR 0 [mem size 16K 64bit] }
                }
            }
            boot stock of cloud {
                linux 6.12
                command-line "root=/dev/sda2 quiet"
                passthrough nvme0, nvme1
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"), CLOUD);
    }

    private Run advise(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "advise";
        all[1] = "cloud.pcitopo";
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.in(folder).run(all);
    }

    private JsonObject json(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "--format=json";
        System.arraycopy(words, 0, all, 1, words.length);
        return JsonParser.parseString(advise(all).out()).getAsJsonObject().getAsJsonArray("advice").get(0).getAsJsonObject();
    }

    @Test
    void theLineComesWithItsPriceItsEffectsAndFormsToPaste() {
        Run run = advise();

        assertEquals(ExitStatus.CLEAN, run.status());
        assertEquals("""
                host cloud, boot stock: Linux 6.12 with 64K pages
                  command line: root=/dev/sda2 quiet
                  wanted: 2 BARs, of which 2 are not mapped: nvme0 BAR 0, nvme1 BAR 0

                  the command line
                    root=/dev/sda2 quiet pci=resource_alignment=00:04.0;00:05.0
                    costs: 2 functions move, 2 resources are larger than their hardware, 2 entries, 96K more address space

                  with fewer entries
                    root=/dev/sda2 quiet pci=resource_alignment=pci:144d:a808
                    costs: 2 functions move, 3 resources are larger than their hardware, 1 entry, 144K more address space

                  host windows
                    host 0000:00  0  0x8000000000-0xffffffffff, 48K used  ->  144K used

                  resources
                    0000:00:04.0  nvme0  BAR 0  grew         0x8000000000-0x8000003fff (16K)  ->  0x8000000000-0x800000ffff (64K)
                    0000:00:05.0  nvme1  BAR 0  moved, grew  0x8000004000-0x8000007fff (16K)  ->  0x8000010000-0x800001ffff (64K)
                    0000:00:06.0  nvme2  BAR 0  moved        0x8000008000-0x800000bfff (16K)  ->  0x8000020000-0x8000023fff (16K)

                  what vfio-pci maps
                    0000:00:04.0  nvme0  BAR 0  emulated: page-shared  ->  mapped
                    0000:00:05.0  nvme1  BAR 0  emulated: unaligned    ->  mapped
                    0000:00:06.0  nvme2  BAR 0  emulated: unaligned    ->  mapped

                  to paste
                    GRUB, in /etc/default/grub; then update-grub or grub2-mkconfig -o /boot/grub2/grub.cfg
                      GRUB_CMDLINE_LINUX="quiet \\"pci=resource_alignment=00:04.0;00:05.0\\""
                    systemd-boot, in the entry's file below /boot/loader/entries
                      options root=/dev/sda2 quiet pci=resource_alignment=00:04.0;00:05.0
                    kernel-install
                      printf '%s\\n' 'root=/dev/sda2 quiet pci=resource_alignment=00:04.0;00:05.0' > /etc/kernel/cmdline
                      kernel-install add "$(uname -r)" "/lib/modules/$(uname -r)/vmlinuz"
                    petitboot, in /etc/kboot.conf (with the paths of your kernel and initrd)
                      linux='/boot/vmlinux initrd=/boot/initrd.img root=/dev/sda2 quiet pci=resource_alignment=00:04.0;00:05.0'
                    without a reboot; whatever uses what is removed stops
                      echo '00:04.0;00:05.0' > /sys/bus/pci/resource_alignment
                      echo 1 > /sys/bus/pci/devices/0000:00:04.0/remove
                      echo 1 > /sys/bus/pci/devices/0000:00:05.0/remove
                      echo 1 > /sys/bus/pci/rescan
                """, run.out().substring(0, run.out().lastIndexOf("\n\n") + 1));
    }

    @Test
    void jsonTellsTheEditAndTheCost() {
        JsonObject proposal = json().getAsJsonObject("proposal");

        assertEquals("{\"from\":20,\"to\":20,\"replacement\":\" pci=resource_alignment=00:04.0;00:05.0\"} 2",
                proposal.get("edit") + " " + proposal.getAsJsonObject("cost").get("functionsMoved"));
    }

    @Test
    void severalKernelsGetOneLine() {
        String text = advise("--kernel", "5.10", "--kernel", "7.3").out();

        assertTrue(text.startsWith("host cloud, boot stock: Linux 5.10, 7.3 with 64K pages\n"), text);
    }

    @Test
    void aBootThatIsFineNeedsNothing() {
        Run run = advise("--page-size", "4K");

        assertEquals(ExitStatus.CLEAN, run.status());
        assertTrue(run.out().contains("nothing to do"), run.out());
    }

    @Test
    void whatIsImpossibleSaysWhyAndWhatWouldHelp() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"),
                CLOUD.replace("0x8000000000-0xffffffffff", "0x8000000000-0x800000ffff"));

        Run run = advise();

        assertEquals(ExitStatus.FINDINGS, run.status());
        assertTrue(run.out().contains("nvme0 BAR 0 shares its page") && run.out().contains("a kernel with pages of 4K (simulated)"),
                run.out());
    }

    @Test
    void aTradeOffIsProposedToWhoAllowsIt() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"), CLOUD.replace("0x8000000000-0xffffffffff", "0x8000000000-0x800000ffff")
                .replace("passthrough nvme0, nvme1", "passthrough nvme0"));

        Run run = advise("--allow-loss");

        assertEquals(ExitStatus.CLEAN, run.status());
        assertTrue(run.out().contains("loses: nvme1 BAR 0, nvme2 BAR 0"), run.out());
    }

    @Test
    void thePriceOfATradeOffIsTold() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"), CLOUD.replace("0x8000000000-0xffffffffff", "0x8000000000-0x800000ffff")
                .replace("passthrough nvme0, nvme1", "passthrough nvme0"));

        Run run = advise();

        assertEquals(ExitStatus.FINDINGS, run.status());
        assertTrue(run.out().contains("with --allow-loss: "), run.out());
    }

    @Test
    void withoutTimeTheSearchSaysThatItWasCutShort() {
        assertTrue(advise("--time", "0").out().contains("time was over"));
    }
}
