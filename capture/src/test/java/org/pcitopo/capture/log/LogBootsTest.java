package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.source.SourceText;

/** One boot is read, and the others are named. */
class LogBootsTest {

    private static final String BOOT = """
            [    0.000000] Linux version 6.1.0
            [    1.000000] PCI host bridge to bus 0000:00
            [    1.000001] pci_bus 0000:00: root bus resource [mem 0x10000000-0x3efeffff]
            [    1.000002] pci 0000:00:01.0: [1b36:0007] type 00 class 0x080501
            [    2.000000] pci 0000:00:01.0: BAR 0: assigned [mem 0x10000000-0x100000ff]
            [   50.000000] systemd[1]: started
            """;

    @Test
    void readsTheFirstOfTwoEqualBoots() {
        assertEquals(1, boots(BOOT + BOOT).chosen().get(0).number());
    }

    @Test
    void namesTheOther() {
        assertEquals(List.of(7), boots(BOOT + BOOT).remarks().stream().map(Remark::line).toList());
    }

    @Test
    void passesOverAnExcerptWithoutHostBridge() {
        assertEquals(2, boots("[   56.910572] pci 0000:01:00.0: [8086:1576] type 01 class 0x060400\n" + BOOT).chosen().get(0).number());
    }

    @Test
    void doesNotTakeAWildClockForABoot() {
        assertEquals(0, boots("""
                [    0.055559] smp: Bringing up secondary CPUs ...
                [83973666.905188] CPU1: L2CR was 0
                [    0.065761] workqueue: work disable count underflowed
                """ + BOOT.replace("[    0.000000] Linux version 6.1.0\n", "")).remarks().size());
    }

    @Test
    void tellsTwoLogsInAMailApart() {
        String log = """
                pci_bus 0002:00: root bus resource [mem 0x16000000-0x160fffff]
                pci 0002:01:00.0: [8086:2922] type 00 class 0x010601
                pci 0002:01:00.0: BAR 5: assigned [mem 0x16000000-0x16000fff]
                """;
        assertEquals(3, boots(log + log).chosen().size());
    }

    @Test
    void keepsADeviceThatComesBackInTheSameBoot() {
        assertEquals(8, boots(BOOT + """
                [   60.000000] pci 0000:00:01.0: [1b36:0007] type 00 class 0x080501
                [   60.000001] pci 0000:00:01.0: BAR 0: assigned [mem 0x10000000-0x100000ff]
                """).chosen().size());
    }

    @Test
    void windowsOfAScannedHostBridgeBelongToAnotherExcerpt() {
        assertEquals(6, boots(BOOT + """
                [   60.000000] pci_bus 0000:00: root bus resource [mem 0x300000000-0x33f6fffff]
                """).chosen().size());
    }

    /** Two sockets: the buses of the first may be above those of the second. */
    @Test
    void windowsOfAnotherHostBridgeDoNot() {
        assertEquals(9, boots(BOOT + """
                [   60.000000] pci 0000:7f:00.0: [8086:2014] type 00 class 0x088000
                [   60.000001] PCI host bridge to bus 0000:17
                [   60.000002] pci_bus 0000:17: root bus resource [mem 0x300000000-0x33f6fffff]
                """).chosen().size());
    }

    @Test
    void windowsBeforeTheirHostBridgeBelongToAnotherExcerpt() {
        assertEquals(2, boots("""
                pci_bus 0000:00: root bus resource [io  0x0000-0xffff window]
                rockchip-dw-pcie 3c0000000.pcie: PCI host bridge to bus 0000:00
                pci_bus 0000:00: root bus resource [mem 0x300000000-0x33f6fffff]
                pci 0000:00:00.0: [1d87:3566] type 01 class 0x060400
                """).chosen().get(0).number());
    }

    /** Without stamps, too: what comes back below a bridge was plugged again. */
    @Test
    void keepsWhatIsPluggedAgainBelowABridge() {
        assertEquals(7, boots("""
                PCI host bridge to bus 0000:00
                pci 0000:00:07.2: [8086:462f] type 01 class 0x060400
                pci 0000:40:00.0: [8086:0b26] type 01 class 0x060400
                pci 0000:00:07.2: bridge window [io  0x5000-0x8fff]: assigned
                pcieport 0000:00:07.2: pciehp: Slot(2): Link Up
                pci 0000:40:00.0: [8086:0b26] type 01 class 0x060400
                pcieport 0000:41:01.0: pciehp: Slot #1 AttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- HotPlug+ Surprise+
                """).chosen().size());
    }

    private static LogBoots boots(String text) {
        return LogBoots.of(LogLines.of(SourceText.of("dmesg.txt", text)).lines());
    }
}
