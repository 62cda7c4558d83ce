package org.pcitopo.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

public class GrammarTest {

    /** The example that the language was designed with. */
    public static final String POWER9 = """
            /* POWER9 host with 64K pages: three small BARs behind one bridge */
            platform power9 {
                architecture ppc64le
                machine      powernv
                page-size    64K
                linux        6.12                    // the release whose rules are simulated
                isolated-msi                         // the host bridge filters MSIs (IOMMU_CAP_INTR_REMAP until 6.2)
            }

            device-type sdhci "SD host controller" {
                id    1b36:0007
                class 0x080501
                BAR 0 [mem size 256]
            }

            device-type p4510 "Intel SSD DC P4510" {
                id    8086:0a54 subsystem 8086:4702
                class 0x010802
                BAR 0 [mem size 16K 64bit]
                msi-x 136 table BAR 0 offset 0x2000 pba BAR 0 offset 0x3000
            }

            device-type x710 "Intel X710 NIC" {
                id    8086:1572
                class 0x020000
                BAR 0 [mem size 8M 64bit pref]
                BAR 3 [mem size 32K 64bit pref]
                ROM   [mem size 512K]
                msi-x 129 table BAR 3 offset 0x0 pba BAR 3 offset 0x1000
                sr-iov { total-vfs 64  offset 16  stride 1  page-sizes 4K 64K
                         VF BAR 0 [mem size 64K 64bit pref] }
            }

            host talos on power9 {
                host-bridge 0000:00 {
                    window [mem 0x600c000000000-0x600c07ffeffff] bus 0x80000000
                    window [mem 0x6000000000000-0x6003fbfffffff 64bit pref]
                    ioda pes 512
                    bridge 00.0 "root port" {
                        bridge 00.0 "PCIe-to-PCI" { BAR 0 [mem size 256 64bit]
                            device 01.0 sd0 : sdhci passthrough
                            device 02.0 nvme0 : p4510 passthrough
                            device 03.0 sd1 : sdhci passthrough
                        }
                    }
                }
            }

            boot stock of talos {
                linux 6.1, 6.12, 7.2                 // each is a boot of its own: a matrix
                command-line "root=/dev/nvme0n1p2 quiet"
                expect every passthrough BAR mapped
                expect no BAR unassigned
            }

            boot worse of talos {
                command-line "pci=resource_alignment=12@pci:1b36:0007"   // replaces the platform's 64K default
                expect sd1 BAR 0 emulated because unaligned
                expect nvme0 BAR 0 emulated because page-shared          // innocent: its neighbours moved in
            }

            boot series of talos {
                rules vfio-mmap-v4                   // the 2016 patch series as a set of rules of its own
                command-line "pci=resource_alignment=*:*:*.*:noresize"
                expect every passthrough BAR mapped
            }
            """;

    @Test
    void parsesTheExampleOfTheDesign() {
        assertEquals(List.of(), Parsed.errors(POWER9));
    }
}
