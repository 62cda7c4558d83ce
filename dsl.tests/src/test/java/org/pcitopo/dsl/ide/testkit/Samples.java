package org.pcitopo.dsl.ide.testkit;

/** Machines for tests. */
public final class Samples {

    private Samples() {
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
