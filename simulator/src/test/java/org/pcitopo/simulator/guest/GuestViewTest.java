package org.pcitopo.simulator.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.PciAddress;

/** What guests see (behaviour specification 7.4), and whether it has room. */
class GuestViewTest {

    private static final long G = 1L << 30;
    private static final String ALIGNED = "resource_alignment=16@0000:00:01.0";

    private static GuestMachine guest(Vmm vmm, Architecture architecture) {
        return new GuestMachine(vmm, architecture, Firmware.OVMF, 4 * G, OptionalInt.empty(), OptionalLong.empty());
    }

    private static GuestMachine pc(Firmware firmware, int bits, long memory) {
        return new GuestMachine(Vmm.QEMU, Architecture.X86_64, firmware, memory, bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits),
                OptionalLong.empty());
    }

    private static GuestView view(Simulation simulation, GuestMachine machine, String... functions) {
        return GuestView.of(simulation, Arrays.stream(functions).map(text -> PciAddress.parse("0000:" + text).orElseThrow())
                .collect(Collectors.toSet()), machine);
    }

    private static Simulation arm64k(String functions, String commandLine) {
        return PaperMachine.arm64(functions).boot("6.12", commandLine, 65536).simulation();
    }

    /** {@code bar0 16K direct}, {@code bar0 32K trapped-page +0x2000:0x1000}. */
    private static String shown(GuestView view) {
        return view.bars().stream().map(bar -> "bar" + bar.bar() + " " + (bar.size() >> 10) + "K " + bar.guest().id()
                + (bar.guest().id().equals("trapped-page") ? bar.trapped().stream().map(area -> String.format(" +0x%x:0x%x", area.offset(),
                        area.size())).collect(Collectors.joining()) : "")).collect(Collectors.joining("\n"));
    }

    @Test
    void whatTheHostDoesNotMapIsEmulated() {
        GuestView view = view(arm64k("01.0 NV\n02.0 NV", ""), guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0");
        assertEquals("bar0 16K emulated", shown(view));
        assertEquals("vfio-pci does not map it on the host: page-shared.", view.bars().get(0).why());
    }

    @Test
    void qemuKeepsTheWholePageOfTheTableWhichIsAllOfASmallBar() {
        GuestView view = view(arm64k("01.0 NV msix=17@0x2000/0x3000\n02.0 NV", "resource_alignment=16@0000:00:02.0"),
                guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0");
        assertEquals("bar0 16K emulated", shown(view));
        assertEquals(Optional.of("-device vfio-pci,host=0000:00:01.0,x-msix-relocation=bar2"), view.bars().get(0).cure());
    }

    @Test
    void qemuMovesTheTableBehindTheBarWhereNoOtherIsFree() {
        GuestView view = view(arm64k("01.0 m64:16K m32:4K m32:4K m32:4K m32:4K msix=17@0x2000/0x3000", "resource_alignment=16@0000:00:01.0"),
                guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0");
        assertEquals(Optional.of("-device vfio-pci,host=0000:00:01.0,x-msix-relocation=bar0"), view.bars().get(0).cure());
    }

    @Test
    void aPseriesGuestLeavesTheTableToTheDevice() {
        Simulation simulation = PaperMachine.powernv9("00.0 RPn {\n00.0 m64:16K msix=17@0x2000/0x3000\n}").boot("6.12").simulation();
        assertEquals("bar0 16K direct", shown(view(simulation, guest(Vmm.QEMU, Architecture.PPC64LE), "01:00.0")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            QEMU,             0x2000, 0x3000,  bar0 32K trapped-page +0x2000:0x2000
            QEMU,             0x2000, 0x2800,  bar0 32K trapped-page +0x2000:0x1000
            QEMU,             0x1800, 0x3000,  bar0 32K trapped-page +0x1000:0x1000 +0x3000:0x1000
            LIBVIRT,          0x2000, 0x3000,  bar0 32K trapped-page +0x2000:0x2000
            CLOUD_HYPERVISOR, 0x2000, 0x3000,  bar0 32K trapped-page +0x2000:0x2000
            CLOUD_HYPERVISOR, 0x1800, 0x3000,  bar0 64K direct
            """)
    void ofALargerBarThePagesOfTheTableAreKept(Vmm vmm, String table, String pendingBits, String expected) {
        Simulation simulation = PaperMachine.q35("01.0 m64:32K@0x20000000 msix=8@" + table + "/" + pendingBits).boot("6.12").simulation();
        assertEquals(expected, shown(view(simulation, guest(vmm, Architecture.X86_64), "00:01.0")));
    }

    @Test
    void kernelsBefore416HandOutNoPageOfTheTable() {
        Simulation simulation = PaperMachine.q35("01.0 m64:32K@0x20000000 msix=8@0x2000/0x3000").boot("4.14").simulation();
        assertEquals("bar0 32K trapped-page +0x2000:0x2000", shown(view(simulation, guest(Vmm.QEMU, Architecture.X86_64), "00:01.0")));
        assertEquals("bar0 32K emulated", shown(view(simulation, guest(Vmm.CLOUD_HYPERVISOR, Architecture.X86_64), "00:01.0")));
    }

    @Test
    void cloudHypervisorMovesATableThatBeginsNoPage() {
        GuestView view = view(arm64k("01.0 NV msix=17@0x2000/0x3000\n02.0 NV", "resource_alignment=16@0000:00:02.0"),
                guest(Vmm.CLOUD_HYPERVISOR, Architecture.AARCH64), "00:01.0");
        assertEquals("bar0 128K direct", shown(view));
    }

    @Test
    void aSmallBarThatFirmwarePacksBesideAnotherIsEmulated() {
        Simulation simulation = PaperMachine.arm64("01.0 m64:16K m64:16K").boot("6.12", "", 65536).simulation();
        assertEquals("bar0 16K emulated\nbar2 16K emulated", shown(view(simulation, guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0")));
    }

    @Test
    void theGuestsOwnKernelCanSeparateSmallBars() {
        Simulation simulation = PaperMachine.q35("01.0 m32:1K@0x20000000 m32:1K@0x20001000").boot("6.12").simulation();
        GuestView view = view(simulation, guest(Vmm.QEMU, Architecture.X86_64), "00:01.0");
        assertEquals("bar0 1K emulated\nbar1 1K emulated", shown(view));
        assertEquals(Optional.of("pci=resource_alignment=12@pci:1b36:1000 on the guest's kernel command line"), view.bars().get(0).cure());
    }

    @Test
    void aSmallBarAloneInItsWindowIsDirect() {
        Simulation simulation = PaperMachine.q35("01.0 m32:1K@0x20000000").boot("6.12").simulation();
        assertEquals("bar0 1K direct", shown(view(simulation, guest(Vmm.QEMU, Architecture.X86_64), "00:01.0")));
    }

    @Test
    void cloudHypervisorCannotAttachASmall32BitBar() {
        Simulation simulation = PaperMachine.q35("01.0 m32:1K@0x20000000").boot("6.12").simulation();
        GuestView view = view(simulation, guest(Vmm.CLOUD_HYPERVISOR, Architecture.X86_64), "00:01.0");
        assertEquals(Optional.of("--device path=/sys/bus/pci/devices/0000:00:01.0/,x_exclude_mmap_bars=[0]"), view.bars().get(0).cure());
    }

    @Test
    void aRequestOnTheHostIsWhatTheGuestSeesAsSize() {
        GuestView view = view(arm64k("01.0 NV", ALIGNED), guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0");
        assertEquals("bar0 64K direct", shown(view));
    }

    @Test
    void ioPortsAreEmulatedAndNoFault() {
        Simulation simulation = PaperMachine.q35("01.0 io:256@0x1000").boot("6.12").simulation();
        assertTrue(view(simulation, guest(Vmm.QEMU, Architecture.X86_64), "00:01.0").isGood());
    }

    @Test
    void functionsThatAreNotHandedOverAreNotShown() {
        assertEquals(List.of(), view(arm64k("01.0 NV", ""), guest(Vmm.QEMU, Architecture.AARCH64)).bars());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OVMF,    0,  0x800000000-0xfffffffff
            OVMF,    40, 0x800000000-0xfffffffff
            OVMF,    36, 0x800000000-0xfffffffff
            OVMF,    39, 0x7000000000-0x7fffffffff
            OVMF,    42, 0x38000000000-0x3ffffffffff
            OVMF,    52, 0x380000000000-0x3fffffffffff
            SEABIOS, 0,  0x180000000-0xffffffffff
            SEABIOS, 48, 0x180000000-0xfffffffffff
            """)
    void theWindowOfAPcFollowsTheProcessorsWidth(Firmware firmware, int bits, String expected) {
        assertEquals(expected, Apertures.of(pc(firmware, bits, 4 * G)).get(1).range().toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            QEMU,             X86_64,  0x80000000-0xdfffffff
            QEMU,             AARCH64, 0x10000000-0x3efeffff
            LIBVIRT,          PPC64LE, 0x200080000000-0x2000ffffffff
            CLOUD_HYPERVISOR, X86_64,  0xc0000000-0xe7ffffff
            CLOUD_HYPERVISOR, AARCH64, 0x10000000-0x2fffffff
            """)
    void theWindowBelow4GIsFixed(Vmm vmm, Architecture architecture, String expected) {
        assertEquals(expected, Apertures.of(guest(vmm, architecture)).get(0).range().toString());
    }

    @Test
    void aWindowThatWasGivenIsAlignedToItsSize() {
        GuestMachine machine = new GuestMachine(Vmm.QEMU, Architecture.X86_64, Firmware.OVMF, 100 * G, OptionalInt.empty(), OptionalLong.of(64 * G));
        assertEquals("0x2000000000-0x2fffffffff", Apertures.of(machine).get(1).range().toString());
    }

    @Test
    void aCardLargerThanTheWindowNeedsALargerOne() {
        Simulation simulation = PaperMachine.q35("01.0 p64:32G@0x800000000 m32:16M@0x20000000")
                .windows("mem 0x20000000-0xafffffff", "mem 0x800000000-0xfffffffff").boot("6.12").simulation();
        Room room = view(simulation, pc(Firmware.OVMF, 0, 4 * G), "00:01.0").rooms().get(1);
        assertTrue(room.fits());
        Simulation two = PaperMachine.q35("01.0 p64:32G@0x800000000\n02.0 p64:32G@0x1000000000")
                .windows("mem 0x20000000-0xafffffff", "mem 0x800000000-0x1fffffffff").boot("6.12").simulation();
        Room small = view(two, pc(Firmware.OVMF, 0, 4 * G), "00:01.0", "00:02.0").rooms().get(1);
        assertFalse(small.fits());
        assertEquals(64 * G, small.needed());
        assertEquals(List.of("-fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=65536"), small.options());
    }

    @Test
    void theOptionForTheWindowMakesItFit() {
        Simulation two = PaperMachine.q35("01.0 p64:32G@0x800000000\n02.0 p64:32G@0x1000000000")
                .windows("mem 0x20000000-0xafffffff", "mem 0x800000000-0x1fffffffff").boot("6.12").simulation();
        GuestMachine larger = new GuestMachine(Vmm.QEMU, Architecture.X86_64, Firmware.OVMF, 4 * G, OptionalInt.empty(), OptionalLong.of(65536L << 20));
        assertTrue(view(two, larger, "00:01.0", "00:02.0").isGood());
    }

    @Test
    void behindARootPortMemoryThatIsNotPrefetchableStaysBelow4G() {
        Simulation simulation = PaperMachine.arm64("01.0 m64:512M\n02.0 m64:512M").boot("6.12", "", 4096).simulation();
        Room qemu = view(simulation, guest(Vmm.QEMU, Architecture.AARCH64), "00:01.0", "00:02.0").rooms().get(0);
        assertEquals(1 * G, qemu.needed());
        assertFalse(qemu.fits());
        assertTrue(qemu.options().get(0).startsWith("bus=pcie.0"), qemu.options().toString());
        assertEquals(0, view(simulation, guest(Vmm.CLOUD_HYPERVISOR, Architecture.AARCH64), "00:01.0", "00:02.0").rooms().get(0).needed());
    }

    @Test
    void virtualFunctionsAreShownWithTheirShare() {
        Simulation simulation = PaperMachine.arm64("01.0 m32:4K vf:p64:64K*4")
                .then(new BootStep.EnableVfs(PciAddress.parse("0000:00:01.0").orElseThrow(), 2)).boot("6.12", "", 65536).simulation();
        String virtual = simulation.mappings().stream().map(mapping -> mapping.function().toString()).filter(text -> !text.equals("0000:00:01.0"))
                .findFirst().orElseThrow().substring(5);
        assertEquals("bar0 64K direct", shown(view(simulation, guest(Vmm.QEMU, Architecture.AARCH64), virtual)));
    }
}
