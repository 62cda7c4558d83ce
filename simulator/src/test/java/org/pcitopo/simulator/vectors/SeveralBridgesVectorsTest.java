package org.pcitopo.simulator.vectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.4: V20 to V25. */
class SeveralBridgesVectorsTest {

    private static final String TWO_BRIDGES = """
            01.0 BR {
                01.0 TD(1M)
                02.0 TD(256M)
                03.0 TD(4M)
            }
            02.0 BR {
                01.0 TD(1M)
                02.0 TD(256M)
                03.0 TD(4M)
            }
            """;
    private static final String TWO_BRIDGES_MEMORY = """
            00:01.0 mem 0x10000000-0x100fffff
            00:02.0 mem 0x10100000-0x101fffff
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192"})
    void v20OldAlignment(String kernel) {
        PaperMachine.arm64(TWO_BRIDGES).boot(kernel).places(TWO_BRIDGES_MEMORY + """
                00:01.0 pref 0x8000000000-0x8017ffffff
                00:02.0 pref 0x8018000000-0x802fffffff
                02:02.0 bar2 0x8020000000
                02:03.0 bar2 0x8018000000
                02:01.0 bar2 0x8018400000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0.13"})
    void v20NewAlignment(String kernel) {
        PaperMachine.arm64(TWO_BRIDGES).boot(kernel).places(TWO_BRIDGES_MEMORY + """
                00:01.0 pref 0x8000000000-0x80104fffff
                00:02.0 pref 0x8020000000-0x80304fffff
                02:02.0 bar2 0x8020000000
                02:03.0 bar2 0x8030000000
                02:01.0 bar2 0x8030400000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.1.13", "7.3.4"})
    void v20TheTailGoesBelowTheAlignedStart(String kernel) {
        PaperMachine.arm64(TWO_BRIDGES).boot(kernel).places(TWO_BRIDGES_MEMORY + """
                00:01.0 pref 0x8000000000-0x80104fffff
                00:02.0 pref 0x801fb00000-0x802fffffff
                02:02.0 bar2 0x8020000000
                02:03.0 bar2 0x801fc00000
                02:01.0 bar2 0x801fb00000
                """);
    }

    private static final String SWITCH = """
            01.0 RPn {
                00.0 UP {
                    00.0 DN {
                        00.0 TD(16M)
                    }
                    01.0 DN {
                        00.0 TD(2M)
                    }
                }
            }
            03.0 ED
            """;
    private static final String SWITCH_BELOW = """
            00:01.0 mem 0x10000000-0x101fffff
            01:00.0 mem 0x10000000-0x101fffff
            02:00.0 pref 0x8000000000-0x8000ffffff
            02:00.0 mem 0x10000000-0x100fffff
            02:01.0 pref 0x8001000000-0x80011fffff
            02:01.0 mem 0x10100000-0x101fffff
            00:03.0 bar0 0x10200000-0x102fffff
            00:01.0 io 0x1000-0x2fff
            01:00.0 io 0x1000-0x2fff
            02:00.0 io 0x1000-0x1fff
            02:01.0 io 0x2000-0x2fff
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12"})
    void v21ASwitchWithOldAlignment(String kernel) {
        PaperMachine.arm64(SWITCH).boot(kernel).places(SWITCH_BELOW + """
                00:01.0 pref 0x8000000000-0x80017fffff
                01:00.0 pref 0x8000000000-0x80017fffff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0.13", "7.3.4"})
    void v21ASwitchWithNewAlignment(String kernel) {
        PaperMachine.arm64(SWITCH).boot(kernel).places(SWITCH_BELOW + """
                00:01.0 pref 0x8000000000-0x80011fffff
                01:00.0 pref 0x8000000000-0x80011fffff
                """);
    }

    private static final String TO_PCI = """
            01.0 RPn {
                00.0 PP {
                    01.0 TD(1M)
                    02.0 TD(256M)
                    03.0 TD(4M)
                }
            }
            """;
    private static final String TO_PCI_MEMORY = """
            00:01.0 mem 0x10000000-0x101fffff
            01:00.0 mem 0x10000000-0x100fffff
            01:00.0 bar0 0x10100000-0x101000ff
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.12.107", "6.18.12"})
    void v22ABridgeToPciWithOldAlignment(String kernel) {
        PaperMachine.arm64(TO_PCI).boot(kernel).places(TO_PCI_MEMORY + """
                00:01.0 pref 0x8000000000-0x8017ffffff
                01:00.0 pref 0x8000000000-0x8017ffffff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.19.14", "7.0.13"})
    void v22ABridgeToPciWithNewAlignment(String kernel) {
        PaperMachine.arm64(TO_PCI).boot(kernel).places(TO_PCI_MEMORY + """
                00:01.0 pref 0x8000000000-0x80104fffff
                01:00.0 pref 0x8000000000-0x80104fffff
                """);
    }

    private static final String HOTPLUG = """
            01.0 RP {
                00.0 TD(1M)
            }
            02.0 RP {
            }
            """;
    private static final String HOTPLUG_MEMORY = """
            00:01.0 mem 0x10000000-0x101fffff
            00:01.0 pref 0x8000000000-0x80001fffff
            00:02.0 mem 0x10200000-0x103fffff
            00:02.0 pref 0x8000200000-0x80003fffff
            00:01.0 bar0 0x10400000
            00:02.0 bar0 0x10401000
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107"})
    void v23HotplugReserves(String kernel) {
        PaperMachine.arm64(HOTPLUG).boot(kernel).places(HOTPLUG_MEMORY + """
                00:01.0 io 0x1000-0x1fff
                00:02.0 io 0x2000-0x2fff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.18.12", "7.0.13", "7.3.4"})
    void v23HotplugReservesCountRequiredIoTwice(String kernel) {
        PaperMachine.arm64(HOTPLUG).boot(kernel).places(HOTPLUG_MEMORY + """
                00:01.0 io 0x1000-0x2fff
                00:02.0 io 0x3000-0x3fff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v23TheReserveIsOptional(String kernel) {
        PaperMachine.arm64(HOTPLUG).boot(kernel).optional("""
                00:01.0 pref 0x100000
                00:01.0 mem 0x100000
                00:02.0 pref 0x200000
                00:02.0 mem 0x200000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v24HotplugSizes(String kernel) {
        PaperMachine.arm64(HOTPLUG).boot(kernel, "hpmmiosize=16M,hpmmioprefsize=64M,hpiosize=8K").places("""
                00:01.0 mem 0x10000000-0x10ffffff
                00:01.0 pref 0x8000000000-0x8003ffffff
                00:01.0 io 0x1000-0x2fff
                00:02.0 mem 0x11000000-0x11ffffff
                00:02.0 pref 0x8004000000-0x8007ffffff
                00:02.0 io 0x3000-0x4fff
                00:01.0 bar0 0x12000000
                00:02.0 bar0 0x12001000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.3.4"})
    void v25VfBars(String kernel) {
        PaperMachine.arm64("""
                01.0 PORT {
                    00.0 m64:16K vf:m64:16K*4
                }
                """).boot(kernel).places("""
                00:01.0 mem 0x10000000-0x100fffff
                01:00.0 bar0 0x10000000-0x10003fff
                01:00.0 vfbar0 0x10004000-0x10013fff
                00:01.0 bar0 0x10100000
                """);
    }
}
