package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.dsl.problems.finder.Machines;

class UnmappableBarTest {

    @Test
    void tellsWhereWhyAndWhatCures() {
        check(new UnmappableBar(), """
                platform p9 {
                    architecture ppc64le
                    machine      powernv
                    page-size    64K
                    linux        6.12
                }
                device-type sdhci { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }
                device-type p4510 { id 8086:0a54 class 0x010802 BAR 0 [mem size 16K 64bit] }
                host talos on p9 {
                    host-bridge 0000:00 {
                        window [mem 0x600c000000000-0x600c07ffeffff] bus 0x80000000
                        window [mem 0x6000000000000-0x6003fbfffffff 64bit pref]
                        ioda pes 512
                        bridge 00.0 root-port {
                            bridge 00.0 pcie-to-pci {
                                device 01.0 «sd0» : sdhci passthrough
                                device 02.0 «nvme0» : p4510 passthrough
                                device 03.0 «sd1» : sdhci passthrough
                            }
                        }
                    }
                }
                boot worse of talos {
                    command-line "pci=resource_alignment=12@pci:1b36:0007"
                }
                """)
                .isOf(Severity.WARNING)
                .saysAll("BAR 0 (256 B) of 0000:02:01.0 sd0 stays unmappable in boot \"worse\": it starts at 0x600c000004000, "
                        + "inside the 64K page 0x600c000000000-0x600c00000ffff, which nvme0 BAR 0 and sd1 BAR 0 use as well; "
                        + "vfio-pci does not let user space map it and every guest access exits to the VMM")
                .helps("remove 12@pci:1b36:0007 (the platform aligns to 64K by itself), or write 16@pci:1b36:0007")
                .fixRemoves("pci=resource_alignment");
    }

    @Test
    void acceptsThePlatformsOwnAlignment() {
        check(new UnmappableBar(), """
                platform p9 {
                    architecture ppc64le
                    machine      powernv
                    page-size    64K
                    linux        6.12
                }
                device-type sdhci { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }
                device-type p4510 { id 8086:0a54 class 0x010802 BAR 0 [mem size 16K 64bit] }
                host talos on p9 {
                    host-bridge 0000:00 {
                        window [mem 0x600c000000000-0x600c07ffeffff] bus 0x80000000
                        window [mem 0x6000000000000-0x6003fbfffffff 64bit pref]
                        ioda pes 512
                        bridge 00.0 root-port {
                            bridge 00.0 pcie-to-pci {
                                device 01.0 sd0 : sdhci passthrough
                                device 02.0 nvme0 : p4510 passthrough
                                device 03.0 sd1 : sdhci passthrough
                            }
                        }
                    }
                }
                boot stock of talos { linux 6.1, 6.12, 7.2 }
                """);
    }

    @Test
    void addsARequestWhereThereIsNone() {
        check(new UnmappableBar(), Machines.pcBoot("""
                device 01.0 a { «BAR 0 [mem size 256]» }
                device 02.0 b passthrough { «BAR 0 [mem size 256]» }
                """, """

                """))
                .isOf(Severity.INFO)
                .helps("add pci=resource_alignment=12@0000:00:01.0 to the command line")
                .fixLeaves("command-line \"pci=resource_alignment=12@0000:00:01.0\"");
    }

    @Test
    void saysTheSameOfSeveralBootsOnce() {
        check(new UnmappableBar(), Machines.pcBoot("""
                device 01.0 a { «BAR 0 [mem size 256]» }
                device 02.0 b { «BAR 0 [mem size 256]» }
                """, """
                    linux 6.1, 6.12
                """))
                .says("stays unmappable in boot \"b\": it begins the 4K page");
    }

    @Test
    void saysThatAFixedBarStays() {
        check(new UnmappableBar(), Machines.pc("""
                device 01.0 { «BAR 0 [mem 0x80000100-0x800001ff] fixed» }
                """))
                .helps("this BAR is fixed");
    }

    @Test
    void countsWhatThePersonChose() {
        check(new UnmappableBar(), Machines.pc("""
                device 01.0 a { «BAR 0 [mem size 256]» }
                device 02.0 b { «BAR 0 [mem size 256]» }
                """), CheckOptions.AS_WRITTEN.withPassthrough(List.of("0000:00:01.0")))
                .isOf(Severity.WARNING);
    }

    @Test
    void countsWhatTheCommandLineBindsToVfio() {
        check(new UnmappableBar(), Machines.pcBoot("""
                device 01.0 a { id 1b36:0007 «BAR 0 [mem size 256]» }
                device 02.0 b { «BAR 0 [mem size 256]» }
                """, """
                    command-line "vfio-pci.ids=1b36:0007"
                """))
                .isOf(Severity.WARNING);
    }
}
