package org.pcitopo.simulator.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Topology;

/** What a person is told when a boot, a kernel, a page size or a machine changes. */
class ComparisonTest {

    private static final PaperMachine FOUR_DRIVES = PaperMachine.arm64("""
            04.0 NV
            05.0 NV
            """);

    private static Comparison compare(Simulation before, Simulation after) {
        return Comparison.between(before, after);
    }

    private static Simulation boot(PaperMachine machine, String kernel, String pci, long pageSize) {
        return machine.boot(kernel, pci, pageSize).simulation();
    }

    private static String resources(Comparison comparison) {
        return comparison.resources().stream().map(change -> change.key() + " "
                + change.kinds().stream().map(ResourceChange.Kind::id).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String mappings(Comparison comparison) {
        return comparison.mappings().stream().map(change -> change.function() + " BAR " + change.bar() + " " + change.kind().id()
                + ": " + change.before().map(one -> one.verdict().id()).orElse("-") + " -> "
                + change.after().map(one -> one.verdict().id()).orElse("-")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String functions(Comparison comparison) {
        return comparison.functions().stream().map(change -> change.before().map(one -> one.address().toString()).orElse("-")
                + " -> " + change.after().map(one -> one.address().toString()).orElse("-") + " " + change.kind().id())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void nothingDiffersFromItself() {
        assertTrue(compare(boot(FOUR_DRIVES, "6.12", "", 4096), boot(FOUR_DRIVES, "6.12", "", 4096)).isEmpty());
    }

    @Test
    void aRequestMovesAndEnlargesWhatItNames() {
        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 65536),
                boot(FOUR_DRIVES, "6.12", "resource_alignment=16@pci:1b36:1000", 65536));

        assertEquals("""
                0000:00:04.0 BAR 0 grew
                0000:00:05.0 BAR 0 moved, grew
                """, resources(comparison));
    }

    @Test
    void mappingsThatAreWonAreTold() {
        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 65536),
                boot(FOUR_DRIVES, "6.12", "resource_alignment=16@pci:1b36:1000", 65536));

        assertEquals("""
                0000:00:04.0 BAR 0 better: emulated -> mapped
                0000:00:05.0 BAR 0 better: emulated -> mapped
                """, mappings(comparison));
    }

    @Test
    void anotherPageSizeChangesWhatVfioSaysAndNoPlace() {
        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 4096), boot(FOUR_DRIVES, "6.12", "", 65536));

        assertEquals(List.of(), comparison.resources());
        assertTrue(comparison.mappings().stream().allMatch(MappingChange::becomesUnmapped));
    }

    @Test
    void hostWindowsTellHowMuchOfThemIsUsed() {
        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 65536),
                boot(FOUR_DRIVES, "6.12", "resource_alignment=16@pci:1b36:1000", 65536));

        assertEquals(List.of("0x8000 -> 0x20000"), comparison.hostWindows().stream()
                .map(change -> String.format("0x%x -> 0x%x", change.before().orElseThrow().used(),
                        change.after().orElseThrow().used())).toList());
    }

    @Test
    void ofTwoKernelsWindowsShrinkAndMove() {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 BR {
                    01.0 p64:1M p64:256M p64:4M
                }
                """);

        assertEquals("""
                0000:00:01.0 pref window shrank
                """, resources(compare(boot(machine, "6.12", "", 4096), boot(machine, "7.3", "", 4096))));
    }

    @Test
    void whatFindsNoPlaceAnyMoreIsUnassigned() {
        PaperMachine machine = PaperMachine.arm64("""
                04.0 m32:64K
                05.0 m32:64K
                """).windows("mem 0x10000000-0x100fffff");

        assertEquals("""
                0000:00:04.0 BAR 0 grew
                0000:00:05.0 BAR 0 unassigned
                """, resources(compare(boot(machine, "6.12", "", 4096),
                        boot(machine, "6.12", "resource_alignment=20@00:04.0", 4096))));
    }

    @Test
    void portsCountAsMemoryDoes() {
        PaperMachine full = PaperMachine.arm64("""
                01.0 BR {
                    01.0 io:256
                }
                """);
        Comparison comparison = compare(boot(full.windows("io 0x0-0xffff", "mem 0x10000000-0x3efeffff"), "6.12", "", 4096),
                boot(full.windows("mem 0x10000000-0x3efeffff"), "6.12", "", 4096));

        assertEquals("""
                0000:00:01.0 io window unassigned
                0000:01:01.0 BAR 0 unassigned
                """, resources(comparison));
    }

    @Test
    void aFunctionThatIsGoneTakesItsResourcesWithIt() {
        PaperMachine one = PaperMachine.arm64("04.0 NV\n");
        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 4096), boot(one, "6.12", "", 4096));

        assertEquals("0000:00:05.0 -> - disappeared\n", functions(comparison));
        assertEquals(List.of(), comparison.resources());
        assertEquals(List.of(), comparison.mappings());
    }

    @Test
    void busNumbersMayChangeAndTheFunctionsStayThemselves() {
        Comparison comparison = compare(onBus("2"), onBus("9"));

        assertEquals(List.of(), comparison.mappings());
        assertEquals("0000:02:04.0 -> 0000:09:04.0 renumbered\n", functions(comparison));
    }

    private static Simulation onBus(String number) {
        return boot(PaperMachine.x86("""
                01.0 BR bus=1 {
                }
                02.0 BR bus=%s {
                    04.0 NV
                }
                """.formatted(number)), "6.12", "", 4096);
    }

    @Test
    void anotherDeviceInTheSlotIsToldAsSuch() {
        PaperMachine other = PaperMachine.arm64("""
                04.0 NV
                05.0 SD
                """);

        Comparison comparison = compare(boot(FOUR_DRIVES, "6.12", "", 4096), boot(other, "6.12", "", 4096));

        assertEquals("0000:00:05.0 -> 0000:00:05.0 replaced\n", functions(comparison));
        assertEquals("""
                0000:00:05.0 BAR 0 retyped, moved, shrank
                """, resources(comparison));
    }

    @Test
    void aNameLeadsFromSlotToSlot() {
        Comparison comparison = compare(named(4, 5), named(5, 4));

        assertEquals("""
                0000:00:04.0 -> 0000:00:05.0 renumbered
                0000:00:05.0 -> 0000:00:04.0 renumbered
                """, functions(comparison));
    }

    /** Two drives, the one called {@code first} in slot {@code first}. */
    private static Simulation named(int first, int second) {
        Topology drawn = FOUR_DRIVES.topology();
        HostBridge host = drawn.hostBridges().get(0);
        List<Function> functions = host.functions().stream().map(function -> function.device() == first
                ? function.toBuilder().name("first").build()
                : function.device() == second ? function.toBuilder().name("second").build() : function).toList();
        return Simulator.simulate(drawn.withHostBridges(List.of(host.withFunctions(functions))),
                Boot.of("paper", KernelRules.mainline(KernelRelease.of("6.12")), 4096, ""));
    }

    @Test
    void virtualFunctionsAppearAmongTheMappings() {
        String nic = "04.0 p64:16K vf:p64:16K*2\n";
        Simulation with = PaperMachine.arm64(nic).then(new BootStep.EnableVfs(PciAddress.parse("00:04.0").orElseThrow(), 2))
                .boot("6.12").simulation();

        assertEquals("""
                0000:00:14.0 BAR 0 appeared: - -> mapped
                0000:00:14.1 BAR 0 appeared: - -> mapped
                """, mappings(compare(boot(PaperMachine.arm64(nic), "6.12", "", 4096), with)));
    }
}
