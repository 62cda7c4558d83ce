package org.pcitopo.dsl.ide.testkit;

/** Machines for tests. */
public final class Samples {

    private Samples() {
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
