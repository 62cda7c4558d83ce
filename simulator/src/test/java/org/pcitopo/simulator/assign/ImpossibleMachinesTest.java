package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.RandomMachines.Scenario;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** Machines that cannot be end in one clear message or a sane result, never in a crash or a loop. */
class ImpossibleMachinesTest {

    /** Eras whose algorithms differ. */
    static final List<String> KERNELS = RandomMachines.KERNELS;

    private static Assignment assign(Topology topology, String kernel, String commandLine) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        return Simulator.simulate(topology, Boot.of("b", rules, 4096, commandLine)).assignment();
    }

    private static Topology machine(Function... functions) {
        Topology paper = PaperMachine.arm64("").topology();
        HostBridge host = paper.hostBridges().get(0);
        return paper.withHostBridges(List.of(host.withFunctions(List.of(functions))));
    }

    /** {@code depth} bridges, one below the other, and a BAR below the last. */
    private static Function nested(int depth, OptionalInt bus) {
        Function below = Function.at(0, 0).ids(DeviceIds.of(1, 1, 0x020000)).bar(Bar.of(0, ResourceType.MEM32, 4096)).build();
        for (int i = 0; i < depth; i++) {
            Bridge bridge = Bridge.of(BridgeKind.PCI, List.of(below));
            Bridge numbered = bus.isPresent() ? bridge.withBuses(bus.getAsInt(), bus.getAsInt()) : bridge;
            below = Function.at(0, 0).ids(DeviceIds.of(1, 2, 0x060400)).bridge(numbered).build();
        }
        return below;
    }

    @ParameterizedTest
    @FieldSource("KERNELS")
    void asManyNestedBridgesAsThereAreBuses(String kernel) {
        assertEquals(256, assign(machine(nested(255, OptionalInt.empty())), kernel, "pci=realloc").functions().size());
    }

    @Test
    void oneMoreHasNoBusNumber() {
        String message = assertThrows(TopologyException.class,
                () -> assign(machine(nested(256, OptionalInt.empty())), "6.12", "")).getMessage();
        assertEquals("0000:ff:00.0: no bus number is left for what is below it; host 0000:00 ends with bus ff", message);
    }

    /** With equal numbers they never run out. */
    @Test
    void bridgesThatShareANumberAreNotNestedForEver() {
        String message = assertThrows(TopologyException.class,
                () -> assign(machine(nested(5000, OptionalInt.of(1))), "6.12", "")).getMessage();
        assertTrue(message.contains("more bridges are nested than a domain has buses"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void aBridgeWhoseBusIsTakenIsPlacedAllTheSame(int bus) {
        assertEquals(3, assign(machine(nested(2, OptionalInt.of(bus))), "6.12", "").functions().size());
    }

    @Test
    void functionsAtOneAddressAreBothPlaced() {
        Function function = Function.at(1, 0).ids(DeviceIds.of(1, 1, 0x020000)).bar(Bar.of(0, ResourceType.MEM32, 4096)).build();
        assertEquals(2, assign(machine(function, function), "6.12", "").resources().stream()
                .filter(resource -> resource.state() == ResourceState.ASSIGNED).map(AssignedResource::range).distinct().count());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # BAR of a size that hardware cannot have, what becomes of it
            m32:0,      unassigned
            m32:3000,   assigned
            m32:3,      assigned
            io:0,       unassigned
            m64:8E,     unassigned
            p64:8E,     unassigned
            rom:0,      absent
            """)
    void oddSizes(String bar, String state) {
        PaperMachine.arm64("01.0 " + bar).boot("6.12").states("00:01.0 bar0 " + state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0xfffffffffffffff"})
    void aShadowRomMayHaveAnySize(String size) {
        PaperMachine.x86("01.0 rom:" + size + "@0xf000000000000000,shadow").boot("6.12").states("00:01.0 rom shadow");
    }

    @ParameterizedTest
    @FieldSource("KERNELS")
    void oddSizesBehindABridgeHarmNoOther(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    00.0 m32:0 p64:8E
                    01.0 m64:8E p64:3000
                    02.0 rom:0
                }
                02.0 ED
                """).boot(kernel).states("00:02.0 bar0 assigned");
    }

    @Test
    void halfOfAllAddressesFindRoomWhereThereIsThatMuch() {
        PaperMachine.arm64("01.0 p64:8E").windows("mem 0x0-0xffffffffffffffff").boot("6.12")
                .places("00:01.0 bar0 0x8000000000000000-0xffffffffffffffff");
    }

    @ParameterizedTest
    @FieldSource("KERNELS")
    void windowsMayEndWithTheLastAddress(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    00.0 p64:1M
                }
                02.0 p64:1M
                """).windows("mem 0xffffffffffe00000-0xffffffffffffffff").boot(kernel).places("""
                00:01.0 pref 0xffffffffffe00000-0xffffffffffefffff
                01:00.0 bar0 0xffffffffffe00000-0xffffffffffefffff
                00:02.0 bar0 0xfffffffffff00000-0xffffffffffffffff
                """);
    }

    @Test
    void theLastAddressMayBeTaken() {
        PaperMachine.x86("01.0 p64:1M@0xfffffffffff00000\n02.0 p64:1M").windows("mem 0xffffffffffe00000-0xffffffffffffffff")
                .reserve("mem 0xffffffffffffffff-0xffffffffffffffff PNP").boot("6.12").places("""
                        00:01.0 bar0 0xfffffffffff00000-0xffffffffffffffff
                        00:02.0 bar0 0xffffffffffe00000-0xffffffffffefffff
                        """);
    }

    @Test
    void firmwaresRangesThatWrapAroundAreNone() {
        PaperMachine.x86("01.0 p64:1M@0xfffffffffffff000").boot("6.12").places("00:01.0 bar0 0x80000000-0x800fffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm64", "arm64Acpi", "x86", "powernv9", "pseries"})
    void aHostWithoutWindowsPlacesNothing(String machine) {
        String functions = "00.0 BR {\n 00.0 ED\n }\n01.0 ED rom:64K vf:m64:64K*2";
        PaperMachine paper = switch (machine) {
            case "arm64" -> PaperMachine.arm64(functions);
            case "arm64Acpi" -> PaperMachine.arm64Acpi(functions);
            case "x86" -> PaperMachine.x86(functions);
            case "powernv9" -> PaperMachine.powernv9(functions);
            default -> PaperMachine.pseries(functions);
        };
        paper.windows().boot("6.12").movesNothing().states("00:01.0 bar0 unassigned");
    }

    @Test
    void aMachineWithoutHostsHasNothing() {
        assertEquals(List.of(), assign(machine().withHostBridges(List.of()), "6.12", "").functions());
    }

    @Test
    void aHostWithoutFunctionsHasWindows() {
        assertEquals(3, assign(machine(), "6.12", "").windows().size());
    }

    @Test
    void hostWindowsThatOverlapDoNotStopTheBoot() {
        PaperMachine.arm64("01.0 ED\n02.0 ED").windows("mem 0x10000000-0x1fffffff", "mem 0x10000000-0x2fffffff").boot("6.12")
                .states("00:02.0 bar0 assigned");
    }

    @Test
    void aHostWindowThatWrapsAroundOnTheBusOffersNothing() {
        PaperMachine.arm64("01.0 ED").windows("mem 0x10000000-0x1fffffff bus 0xfffffffffff00000").boot("6.12")
                .places("00:01.0 bar0 -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hpmemsize=16E", "hpmemsize=8E", "hpiosize=16E", "hpmmiosize=0xffffffffffffffff", "cbmemsize=8E",
        "resource_alignment=63@pci:0:0", "resource_alignment=-1@pci:0:0"})
    void optionsBeyondAllMeasure(String option) {
        for (String kernel : KERNELS) {
            PaperBoot boot = PaperMachine.arm64("""
                    01.0 RP {
                        00.0 RP {
                            00.0 ED
                        }
                    }
                    02.0 CB {
                    }
                    """).boot(kernel, option);
            assertEquals(5, boot.simulation().assignment().functions().size());
        }
    }

    @Provide
    Arbitrary<Scenario> oddMachines() {
        return RandomMachines.oddScenarios();
    }

    /** Sizes, addresses, bus numbers and alignments that nobody would write: a result or one message. */
    @Property(tries = 500)
    void nothingElseIsEverThrown(@ForAll("oddMachines") Scenario scenario) {
        String message = refusal(scenario);
        assertTrue(message.isEmpty() || message.startsWith("0000:"), message);
    }

    /** Why there can be no such machine, naming a function; empty where the simulator thinks that there can. */
    private static String refusal(Scenario scenario) {
        try {
            Simulator.simulate(scenario.topology(), scenario.boot());
            return "";
        } catch (TopologyException impossible) {
            return impossible.getMessage();
        }
    }
}
