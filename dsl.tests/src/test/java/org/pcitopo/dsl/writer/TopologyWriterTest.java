package org.pcitopo.dsl.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.tests.Parsed;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

class TopologyWriterTest {

    private static final KernelRules RULES = KernelRules.mainline(KernelRelease.of("6.12"));

    private static String write(Topology topology, Boot boot, Provenance provenance) {
        return Parsed.language().writer().write(topology, List.of(boot), provenance, List.of());
    }

    private static Topology with(Function function) {
        return new Topology("box", Platform.of(Architecture.X86_64, Machine.X86, 0x1000), List.of(HostBridge.of(
                List.of(HostWindow.of(ResourceType.MEM32, new AddressRange(0x80000000L, 0xfebfffffL))), List.of(function))), List.of());
    }

    @Property(tries = 300)
    void whatIsWrittenReadsBackAsTheSameTopology(@ForAll long seed) {
        RandomTopologies topologies = new RandomTopologies(seed);
        Topology topology = topologies.topology();
        Provenance provenance = topologies.provenance();
        String text = write(topology, Boot.of("b", RULES, topology.platform().pageSize(), "quiet"), provenance);
        assertEquals(topology, Parsed.boot(text).topology());
    }

    @Property(tries = 100)
    void whatIsWrittenReadsBackWithItsOrigins(@ForAll long seed) {
        RandomTopologies topologies = new RandomTopologies(seed);
        Topology topology = topologies.topology();
        Provenance written = topologies.provenance();
        String text = write(topology, Boot.of("b", RULES, topology.platform().pageSize(), "quiet"), written);
        assertEquals(written, Parsed.boot(text).provenance());
    }

    @Test
    void aBootReadsBackWithItsSteps() {
        PciAddress nic = new PciAddress(0, 0, 3, 0);
        Boot boot = new Boot("b", RULES, 0x10000, "a=\"b c\" pci=nocrs", List.of(new BootStep.WriteResourceAlignment("16@00:03.0"),
                new BootStep.Remove(nic), new BootStep.Rescan(), new BootStep.EnableVfs(nic, 4), new BootStep.ResizeBar(nic, 0, 1 << 30)));
        assertEquals(boot, Parsed.boot(write(with(Function.at(3, 0).build()), boot, Provenance.NONE)).boot());
    }

    @Test
    void theSeriesReadsBack() {
        Boot boot = Boot.of("b", KernelRules.vfioMmapV4(), 0x1000, "");
        assertEquals(boot, Parsed.boot(write(with(Function.at(3, 0).build()), boot, Provenance.NONE)).boot());
    }

    @Test
    void aNameThatIsNoNameIsChanged() {
        Function function = Function.at(3, 0).name("host").build();
        Topology topology = new Topology("3com: my box", Platform.of(Architecture.X86_64, Machine.X86, 0x1000),
                List.of(HostBridge.of(List.of(), List.of(function))), List.of());
        LoweredBoot read = Parsed.boot(write(topology, Boot.of("boot", RULES, 0x1000, ""), Provenance.NONE));
        assertEquals(List.of("m-3com-my-box", "boot", "host"), List.of(read.topology().name(), read.boot().name(),
                read.topology().hostBridges().get(0).functions().get(0).name()));
    }

    @Test
    void theTextReadsLikeAKernelLog() {
        Function nvme = Function.at(1, 0).name("nvme0").label("Intel SSD DC P4510")
                .ids(new DeviceIds(0x8086, 0x0a54, 0x8086, 0x4702, 0x010802))
                .bar(Bar.at(0, ResourceType.MEM64, 0x4000, 0xfe800000L)).build();
        PciAddress address = new PciAddress(0, 0, 1, 0);
        Provenance provenance = Provenance.of(java.util.Map.of(new Fact(address.toString(), "present"), Origin.read("dmesg.txt", 7),
                new Fact(address.toString(), "bar0"), Origin.read("dmesg.txt", 8),
                new Fact("platform", "pageSize"), Origin.assumed("usual for x86_64")));
        assertEquals("""
                // From dmesg.txt
                platform box-platform {
                    architecture x86_64
                    machine x86
                    page-size 4K assumed "usual for x86_64"
                }

                host box on box-platform {
                    host-bridge 0000:00 [bus 00-ff] {
                        window [mem 0x80000000-0xfebfffff]
                        device 0000:00:01.0 nvme0 "Intel SSD DC P4510" from "dmesg.txt":7 {
                            id 8086:0a54 subsystem 8086:4702
                            class 0x010802
                            BAR 0 [mem 0xfe800000-0xfe803fff 64bit] from "dmesg.txt":8
                        }
                    }
                }

                boot recorded of box {
                    linux 6.12
                    command-line "quiet"
                }
                """, Parsed.language().writer().write(with(nvme), List.of(Boot.of("recorded", RULES, 0x1000, "quiet")), provenance,
                List.of("From dmesg.txt")));
    }
}
