package org.pcitopo.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.dsl.tests.GrammarTest;
import org.pcitopo.dsl.tests.Parsed;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

class LoweringTest {

    private static final String X86 = "platform pc { architecture x86_64 linux 6.12 }\n";

    private static LoweredBoot host(String members) {
        return Parsed.boot(X86 + "host box on pc { host-bridge 0000:00 { " + members + " } }");
    }

    private static Function first(LoweredBoot boot) {
        return boot.topology().hostBridges().get(0).functions().get(0);
    }

    private static Function device(String body) {
        return first(host("device 01.0 { " + body + " }"));
    }

    private static Bridge bridge(String body) {
        return first(host("bridge 01.0 { " + body + " }")).bridge().orElseThrow();
    }

    @Test
    void aReleaseListIsAMatrix() {
        List<LoweredBoot> boots = Parsed.valid(GrammarTest.POWER9).lowered().boots();
        assertEquals(List.of("stock 6.1", "stock 6.12", "stock 7.2", "worse 6.12", "series 4.5"), boots.stream()
                .map(boot -> boot.boot().name() + " " + boot.boot().rules().release()).toList());
    }

    @Test
    void theSeriesIsARuleSetOfItsOwn() {
        List<LoweredBoot> boots = Parsed.valid(GrammarTest.POWER9).lowered().boots();
        assertEquals(KernelRules.vfioMmapV4(), boots.get(4).boot().rules());
    }

    @Test
    void segmentsFollowFromTheWindows() {
        LoweredBoot boot = Parsed.valid(GrammarTest.POWER9).lowered().boots().get(0);
        assertEquals(Optional.of(new Ioda(512, 511, 0x400000, 0x20000000, 0)), boot.topology().hostBridges().get(0).ioda());
    }

    @Test
    void aWindowOnAnotherBusAddressHasAnOffset() {
        LoweredBoot boot = Parsed.valid(GrammarTest.POWER9).lowered().boots().get(0);
        assertEquals(new AddressRange(0x80000000L, 0xfffeffffL), boot.topology().hostBridges().get(0).windows().get(0).busRange());
    }

    @Test
    void aKindMayStandInWordsOfLspci() {
        LoweredBoot boot = Parsed.valid(GrammarTest.POWER9).lowered().boots().get(0);
        Function below = first(boot).bridge().orElseThrow().functions().get(0);
        assertEquals(BridgeKind.PCIE_TO_PCI, below.bridge().orElseThrow().kind());
    }

    @Test
    void aTypeIsTakenOverAndItsBarsOverridden() {
        Function function = first(Parsed.boot(X86 + """
                device-type general { id 8086:0a54 class 0x010802 BAR 0 [mem size 16K 64bit] BAR 4 [io size 32] }
                device-type special extends general { BAR 4 absent }
                host box on pc { host-bridge 0000:00 { device 01.0 x : special { BAR 0 at 0xfe800000 } } }
                """));
        assertEquals(List.of(Bar.at(0, ResourceType.MEM64, 0x4000, 0xfe800000L)), function.bars());
    }

    @Test
    void aRegisterOfAnOldLogIsABar() {
        assertEquals(List.of(Bar.at(2, ResourceType.MEM64_PREF, 0x100000, 0xe0000000L)),
                device("reg 0x18: [mem 0xe0000000-0xe00fffff 64bit pref]").bars());
    }

    @Test
    void aBarWithoutAddressOfAWindowIsUnset() {
        assertEquals(OptionalLong.empty(), device("BAR 0 [mem size 0x00004000 64bit] unset").bars().get(0).firmwareStart());
    }

    @Test
    void addressesAreUnsigned() {
        assertEquals(0x8000_0000L, device("BAR 0 [mem 0xffffffff80000000-0xffffffffffffffff 64bit]").bars().get(0).size());
    }

    @Test
    void bridgeWindowsAreClosedUnlessWritten() {
        Bridge bridge = bridge("window [mem 0xfe800000-0xfe9fffff] window [mem 0xe0000000-0xe00fffff 64bit pref]");
        assertEquals(List.of(Optional.empty(), Optional.of(new AddressRange(0xfe800000L, 0xfe9fffffL)),
                Optional.of(new AddressRange(0xe0000000L, 0xe00fffffL))),
                List.of(bridge.io().orElseThrow().firmware(), bridge.memory().orElseThrow().firmware(),
                        bridge.prefetchable().orElseThrow().firmware()));
    }

    @Test
    void aBridgeMayLackAWindow() {
        assertEquals(Optional.empty(), bridge("no io window").io());
    }

    @Test
    void aPrefetchableWindowMayHave32Bits() {
        assertEquals(ResourceType.MEM32_PREF, bridge("pref window 32bit").prefetchable().orElseThrow().type());
    }

    @Test
    void addressesBelowTellTheSecondaryBus() {
        assertEquals(OptionalInt.of(4), bridge("device 04:00.0").secondary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "0a", "0e", "1E", "ff", "e0", "a4"})
    void busesAreTwoHexadecimalDigits(String bus) {
        assertEquals(OptionalInt.of(Integer.parseInt(bus, 16)), bridge("secondary " + bus).secondary());
    }

    @Test
    void stepsNameFunctionsByTheirAddresses() {
        LoweredBoot boot = Parsed.boot(X86 + """
                host box on pc { host-bridge 0000:00 { bridge 01.0 rp { device 00.0 nic } } }
                boot b of box {
                    then resource_alignment "16@01:00.0"
                    then remove nic
                    then rescan
                    then sriov_numvfs nic 4
                    then resize nic BAR 0 to 1G
                }
                """);
        PciAddress nic = new PciAddress(0, 1, 0, 0);
        assertEquals(List.of(new BootStep.WriteResourceAlignment("16@01:00.0"), new BootStep.Remove(nic), new BootStep.Rescan(),
                new BootStep.EnableVfs(nic, 4), new BootStep.ResizeBar(nic, 0, 1L << 30)), boot.boot().steps());
    }

    @Test
    void aBootTakesOverWhatItExtends() {
        List<LoweredBoot> boots = Parsed.valid(X86 + """
                host box on pc { host-bridge 0000:00 { device 01.0 nic } }
                boot a of box { linux 6.1 command-line "quiet" }
                boot b extends a { page-size 16K, 64K }
                """).lowered().boots();
        assertEquals(List.of("a 6.1 4096 quiet", "b 6.1 16384 quiet", "b 6.1 65536 quiet"), boots.stream().map(boot ->
                boot.boot().name() + " " + boot.boot().rules().release() + " " + boot.boot().pageSize() + " "
                        + boot.boot().commandLine()).toList());
    }

    @Test
    void aBootPlugsAndUnplugs() {
        LoweredBoot boot = Parsed.boot(X86 + """
                host box on pc { host-bridge 0000:00 { bridge 01.0 slot { } device 02.0 old } }
                boot b of box { plug device 00.0 new below slot unplug old }
                """);
        Function slot = first(boot);
        assertEquals(List.of(1, List.of("new")), List.of(boot.topology().hostBridges().get(0).functions().size(),
                slot.bridge().orElseThrow().functions().stream().map(Function::name).toList()));
    }

    @Test
    void aBootHandsFunctionsToAGuest() {
        LoweredBoot boot = Parsed.boot(X86 + """
                host box on pc { host-bridge 0000:00 { device 01.0 { id 8086:0a54 } device 02.0 { id 8086:1572 } } }
                boot b of box { passthrough 8086:1572 }
                """);
        assertEquals(List.of(false, true),
                boot.topology().hostBridges().get(0).functions().stream().map(Function::passthrough).toList());
    }

    @Test
    void groupsMayBeDeclaredAtTheHost() {
        LoweredBoot boot = Parsed.boot(X86 + """
                host box on pc { host-bridge 0000:00 { device 01.0 a device 02.0 b } iommu-group 7 { a 00:02.0 } }
                """);
        assertEquals(List.of(OptionalInt.of(7), OptionalInt.of(7)),
                boot.topology().hostBridges().get(0).functions().stream().map(Function::iommuGroup).toList());
    }

    @Test
    void originsAreKept() {
        LoweredBoot boot = host("device 01.0 { BAR 0 [mem size 4K] from \"dmesg.txt\":412 }");
        assertEquals(Optional.of(Origin.read("dmesg.txt", 412)), boot.provenance().of(new Fact("0000:00:01.0", "bar0")));
    }

    @Test
    void whatIsNotSaidIsAssumedAndKept() {
        assertEquals("pageSize", host("device 01.0").assumptions().get(0).what());
    }

    @Test
    void wordsOfOneArchitectureMeanItsMachine() {
        assertEquals(List.of(Architecture.AARCH64, Machine.ARM64_ACPI), platform("architecture arm64 machine acpi"));
    }

    private static List<Object> platform(String settings) {
        LoweredBoot boot = Parsed.boot("host box { " + settings + " linux 6.12 }");
        return List.of(boot.topology().platform().architecture(), boot.topology().platform().machine());
    }

    @Test
    void aResultLeadsBackToItsStatement() {
        String text = X86 + "host box on pc { host-bridge 0000:00 { device 01.0 nic { BAR 0 [mem size 4K] } } }";
        LoweredBoot boot = Parsed.boot(text);
        TextRegion region = boot.sources().of(first(boot)).orElseThrow().region(ResourceName.BAR0);
        assertEquals("BAR 0 [mem size 4K]", text.substring(region.offset(), region.end()));
    }

    @Test
    void aRegisterOfATypeLeadsToTheFunctionThatHasIt() {
        String text = X86 + "device-type t { BAR 0 [mem size 4K] } host box on pc { host-bridge 0000:00 { device 01.0 nic : t } }";
        LoweredBoot boot = Parsed.boot(text);
        TextRegion region = boot.sources().of(first(boot)).orElseThrow().region(ResourceName.BAR0);
        assertEquals("nic", text.substring(region.offset(), region.end()));
    }

    @Test
    void charactersOfTheCommandLineLeadToTheText() {
        String text = X86 + "host box on pc { } boot b of box { command-line \"a=\\\"b\\\" pci=nocrs\" }";
        LoweredBoot boot = Parsed.boot(text);
        int start = boot.boot().commandLine().indexOf("nocrs");
        TextRegion region = boot.commandLineRegion(start, start + "nocrs".length()).orElseThrow();
        assertEquals("nocrs", text.substring(region.offset(), region.end()));
    }

    @Test
    void somethingThatExtendsItselfIsAProblem() {
        List<LoweringProblem> problems = Parsed.document(X86 + """
                device-type t extends t { }
                host box on pc { host-bridge 0000:00 { device 01.0 : t } }
                """).lowered().problems();
        assertEquals(List.of(LoweringProblem.Kind.EXTENDS_ITSELF), problems.stream().map(LoweringProblem::kind).toList());
    }

    @Test
    void anAddressThatContradictsItsPlaceIsAProblem() {
        List<LoweringProblem> problems = Parsed.document(X86 + """
                host box on pc { host-bridge 0000:00 { bridge 01.0 [bus 01-02] { device 05:00.0 } } }
                """).lowered().problems();
        assertEquals(List.of(LoweringProblem.Kind.ADDRESS_CONTRADICTS_PLACE),
                problems.stream().map(LoweringProblem::kind).toList());
    }

    @Test
    void theBootsOfAMatrixShareTheirTopology() {
        List<LoweredBoot> boots = Parsed.valid(GrammarTest.POWER9).lowered().boots();
        assertSame(boots.get(0).topology(), boots.get(1).topology());
    }
}
