package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.facts.Finding;

/** A bridge that asks for more optional bytes than the bridges below it is a hotplug port. */
class HotplugByDemandTest {

    @Test
    void aPortThatAsksByItself() {
        assertEquals(List.of("0000:00:0b.0"), ports("""
                pci 0000:00:0b.0: bridge window [io  0x1000-0x0fff] to [bus 01] add_size 1000
                """));
    }

    @Test
    void aPortThatOnlyPassesOn() {
        assertEquals(List.of("0002:02:03.0"), ports("""
                pci 0002:02:03.0: bridge window [io  0x1000-0x0fff] to [bus 03] add_size 1000
                pci 0002:01:00.0: bridge window [io  0x1000-0x0fff] to [bus 02-03] add_size 1000
                """));
    }

    @Test
    void aPortThatAddsItsOwn() {
        assertEquals(List.of("0002:02:03.0", "0002:00:00.0"), ports("""
                pci 0002:02:03.0: bridge window [io  0x1000-0x0fff] to [bus 03] add_size 1000
                pci 0002:01:00.0: bridge window [io  0x1000-0x0fff] to [bus 02-03] add_size 1000
                pci 0002:00:00.0: bridge window [io  0x1000-0x0fff] to [bus 01-03] add_size 2000
                """));
    }

    @Test
    void prefetchableDemandOfVfBarsProvesNothing() {
        assertEquals(List.of(), ports("""
                pci 0000:01:00.0: [8086:1572] type 00 class 0x020000
                pci 0000:01:00.0: VF BAR 0 [mem 0x00000000-0x0000ffff 64bit pref]
                pci 0000:00:0b.0: bridge window [mem 0x00100000-0x000fffff 64bit pref] to [bus 01] add_size 200000 add_align 100000
                """));
    }

    @Test
    void prefetchableDemandOfAnEmptyWindowDoes() {
        assertEquals(List.of("0000:00:0b.0"), ports("""
                pci 0000:00:0b.0: bridge window [mem 0x00100000-0x000fffff 64bit pref] to [bus 01] add_size 200000 add_align 100000
                """));
    }

    /** Its two windows for ports are optional, and only the bridge above says so. */
    @Test
    void whatACardBusBridgeAsksForProvesNothing() {
        assertEquals(List.of(), ports("""
                pci 0000:00:1e.0: [8086:2448] type 01 class 0x060401
                pci 0000:0d:06.0: [1217:7136] type 02 class 0x060700
                pci 0000:00:1e.0: bridge window [io  0x1000-0x0fff] to [bus 0d-0e] add_size 1000
                """));
    }

    @Test
    void whatARescanAsksForProvesNothingOfTheBoot() {
        assertEquals(List.of(), ports("""
                pci_bus 0000:00: root bus resource [mem 0x80000000-0xfebfffff window]
                pci 0000:00:1c.5: [8086:9c1a] type 01 class 0x060400
                pci_bus 0000:00: resource 4 [mem 0x80000000-0xfebfffff window]
                pcieport 0000:00:1c.5: bridge window [io  0x1000-0x0fff] to [bus 09] add_size 1000
                """));
    }

    @Test
    void aPortWhoseDriverSawItGoneIsOne() {
        assertEquals(List.of("0000:21:02.0 true"), LogText.findings("""
                pcieport 0000:21:02.0: pciehp: Slot #0 AttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- HotPlug- Surprise- Interlock- NoCompl+
                """, Finding.Hotplug.class).stream().map(port -> port.function() + " " + port.capable()).toList());
    }

    private static List<String> ports(String log) {
        return LogText.findings(log, Finding.Hotplug.class).stream().map(port -> port.function().toString()).toList();
    }
}
