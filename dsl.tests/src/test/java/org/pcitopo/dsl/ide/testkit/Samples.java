package org.pcitopo.dsl.ide.testkit;

/** Machines for tests. */
public final class Samples {

    private Samples() {
    }

    /** One host of four host bridges in three domains, with bridges, and boots that reach across them. */
    public static String severalHostBridges(String architecture) {
        return """
                device-type ssd { id 144d:a808 class 0x010802 BAR 0 [mem size 16K 64bit] }
                device-type nic { id 8086:1572 BAR 0 [mem size 64K 64bit] sr-iov { total-vfs 4 offset 16 stride 1 VF BAR 0 [mem size 64K 64bit] } }
                host big {
                    architecture %s
                    page-size 64K
                    linux 6.12
                    iommu-group 7 { d0 d3 }
                    reserved [mem 0x8000010000-0x8000010fff] "PNP0C02:00"
                    host-bridge 0000:00 {
                        window [mem 0x8000000000-0x80ffffffff]
                        bridge 01.0 p0 root-port {
                            device 00.0 d0 : ssd passthrough
                            device 00.1 d1 : ssd
                        }
                        device 02.0 x0 { BAR 0 [mem size 4K 64bit] }
                    }
                    host-bridge 0001:00 [bus 00-7f] {
                        window [mem 0x8100000000-0x81ffffffff]
                        bridge 01.0 p1 root-port {
                            bridge 00.0 sw upstream-port {
                                bridge 00.0 down downstream-port {
                                    device 00.0 n0 : nic passthrough
                                }
                            }
                        }
                        device 02.0 d2 : ssd
                    }
                    host-bridge 0001:80 {
                        window [mem 0x8200000000-0x82ffffffff]
                        device 01.0 d3 : ssd
                        device 02.0 x1 { BAR 0 [mem 0x8200000000-0x8200000fff 64bit] }
                    }
                    host-bridge 0002:00 {
                        window [mem 0x8300000000-0x83000fffff]
                        device 01.0 d4 : ssd passthrough
                        device 02.0 big { BAR 0 [mem size 2M 64bit] }
                    }
                }
                boot stock of big {
                    command-line "quiet pci=resource_alignment=16@0000:01:00.0"
                    expect every passthrough BAR mapped
                }
                boot older of big {
                    linux 6.1
                    passthrough d2, d3
                    then sriov_numvfs n0 2
                    expect x1 BAR 0 assigned
                }
                boot plugged extends older {
                    plug device 03.0 extra : ssd below p0
                    unplug d4
                    command-line "pci=realloc,resource_alignment=16@pci:144d:a808"
                }
                """.formatted(architecture);
    }

    /** {@code count} hosts, most with a bridge, three functions and two boots, of which one builds on the other. */
    public static String rack(int count) {
        StringBuilder text = new StringBuilder(arm("device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd",
                "command-line \"quiet pci=resource_alignment=16@00:01.0\"\nexpect a BAR 0 mapped"));
        for (int host = 1; host < count; host++) {
            text.append("""
                    // The next one.
                    host h%1$d on arm {
                        host-bridge 0000:00 {
                            window [mem 0x10000000-0x3efeffff]
                            window [mem 0x8000000000-0x80000fffff]
                            bridge 01.0 port root-port {
                                device 00.0 a : ssd passthrough
                                device 00.1 c {
                                    id 8086:1572
                                    BAR 0 [mem size 4K]
                                }
                            }
                            device 02.0 b : ssd
                        }
                    }
                    boot stock%1$d of h%1$d {
                        expect a BAR 0 emulated
                    }
                    boot cured%1$d extends stock%1$d {
                        command-line "quiet pci=resource_alignment=16@01:00.0;16@pci:8086:1572"
                        passthrough b
                    }
                    """.formatted(host));
        }
        return text.toString();
    }

    /** Two small BARs in one 64K page, and one boot with {@code statements}. */
    public static String arm(String devices, String statements) {
        return """
                platform arm {
                    architecture aarch64
                    machine device-tree
                    page-size 64K
                    linux 6.12
                }
                device-type ssd { id 144d:a808 class 0x010802 BAR 0 [mem size 16K 64bit] }
                host cloud on arm {
                    host-bridge 0000:00 {
                        window [mem 0x10000000-0x3efeffff]
                        window [mem 0x8000000000-0x80000fffff]
                %s
                    }
                }
                boot stock of cloud {
                %s
                }
                """.formatted(devices.indent(8).stripTrailing(), statements.indent(4).stripTrailing());
    }
}
