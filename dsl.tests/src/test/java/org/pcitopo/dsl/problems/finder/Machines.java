package org.pcitopo.dsl.problems.finder;

/** Machines to put something into. */
public final class Machines {

    private Machines() {
    }

    /** An x86 machine named {@code box} with {@code onRootBus} on its root bus; 4K pages, Linux 6.12. */
    public static String pc(String onRootBus) {
        return """
                platform pc {
                    architecture x86_64
                    machine      x86
                    page-size    4K
                    linux        6.12
                }
                host box on pc {
                    host-bridge 0000:00 {
                        window [io  0x1000-0xffff]
                        window [mem 0x80000000-0x8fffffff]
                %s
                    }
                }
                """.formatted(onRootBus);
    }

    /** As {@link #pc} with a boot {@code b} of {@code box} that has {@code members}. */
    public static String pcBoot(String onRootBus, String members) {
        return pc(onRootBus) + "boot b of box {\n" + members + "\n}\n";
    }

    /** An arm64 machine named {@code box} that assigns everything afresh; 64K pages, Linux 6.12. */
    public static String arm64(String onRootBus) {
        return """
                platform virt {
                    architecture aarch64
                    machine      arm64-dt
                    page-size    64K
                    linux        6.12
                }
                host box on virt {
                    host-bridge 0000:00 {
                        window [mem 0x10000000-0x1fffffff]
                %s
                    }
                }
                """.formatted(onRootBus);
    }

    /** As {@link #arm64} with a boot {@code b} of {@code box} that has {@code members}. */
    public static String arm64Boot(String onRootBus, String members) {
        return arm64(onRootBus) + "boot b of box {\n" + members + "\n}\n";
    }

    /** A boot of {@link #pc} with one small BAR at 01.0 and this command line. */
    public static String commandLine(String marked) {
        return pcBoot("device 01.0 small { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }",
                "    command-line \"" + marked + "\"");
    }

    /** As {@link #commandLine(String)} on another release. */
    public static String commandLine(String release, String marked) {
        return pcBoot("device 01.0 small { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }",
                "    linux " + release + "\n    command-line \"" + marked + "\"");
    }
}
