package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.RandomMachines.Scenario;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;

/** What holds of every assignment, whatever the machine, the kernel and the command line. */
class AssignerPropertyTest {

    @Provide
    Arbitrary<Scenario> boots() {
        return RandomMachines.scenarios();
    }

    @Property(tries = 300)
    void everyResourceOfTheTopologyIsReportedOnce(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        List<ResourceKey> described = new ArrayList<>();
        for (EnumeratedFunction function : assignment.functions()) {
            for (ResourceName name : names(function.description())) {
                described.add(new ResourceKey(function.address(), name));
            }
        }
        assertEquals(described, keys(assignment, key -> !key.name().isVfBar()));
    }

    @Property(tries = 300)
    void everyFunctionOfTheTopologyIsFound(@ForAll("boots") Scenario scenario) {
        int described = scenario.topology().hostBridges().stream().mapToInt(host -> count(host.functions())).sum();
        assertEquals(described, assign(withoutSteps(scenario)).functions().size());
    }

    /** A physical function whose set-up fails has no VF BARs at all, so they may be missing. */
    @Property(tries = 300)
    void vfBarsAreReportedAtMostOnce(@ForAll("boots") Scenario scenario) {
        List<ResourceKey> keys = keys(assign(scenario), key -> key.name().isVfBar());
        assertEquals(keys.size(), new HashSet<>(keys).size());
    }

    @Property(tries = 300)
    void placedSiblingsShareNoAddress(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Map<WindowId, List<AssignedResource>> siblings = placed(assignment).stream()
                .collect(Collectors.groupingBy(resource -> resource.window().orElseThrow()));
        siblings.values().forEach(AssignerPropertyTest::shareNothing);
    }

    private static void shareNothing(List<AssignedResource> siblings) {
        List<AssignedResource> sorted = new ArrayList<>(siblings);
        sorted.sort(Comparator.comparing(resource -> resource.range().orElseThrow()));
        for (int i = 1; i < sorted.size(); i++) {
            AssignedResource before = sorted.get(i - 1);
            AssignedResource after = sorted.get(i);
            assertTrue(!before.range().orElseThrow().overlaps(after.range().orElseThrow()), before + "\noverlaps " + after);
        }
    }

    @Property(tries = 300)
    void whatIsPlacedLiesInItsWindow(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Map<WindowId, AddressRange> windows = new HashMap<>();
        assignment.windows().forEach(window -> windows.put(window.id(), window.range()));
        for (AssignedResource resource : placed(assignment)) {
            AddressRange window = windows.get(resource.window().orElseThrow());
            assertTrue(window.contains(resource.range().orElseThrow()), resource + " is not in " + window);
        }
    }

    @Property(tries = 300)
    void whatTheKernelPlacesIsAligned(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Set<ResourceKey> firmwares = keysOf(assignment, TraceEvent.FirmwareAddressKept.class, TraceEvent.FirmwareAddressKept::resource);
        Set<PciAddress> cardBus = assignment.functions().stream().filter(AssignerPropertyTest::isCardBus)
                .map(EnumeratedFunction::address).collect(Collectors.toSet());
        for (AssignedResource resource : placed(assignment)) {
            // Whose size is no multiple of its alignment may start below an aligned address: windows, BARs of CardBus bridges.
            boolean tail = resource.key().name().isWindow() || cardBus.contains(resource.key().function());
            boolean kernelsChoice = resource.state() == ResourceState.ASSIGNED && !firmwares.contains(resource.key());
            assertTrue(tail || !kernelsChoice
                    || Unsigned.isAligned(resource.range().orElseThrow().start(), resource.alignment()), resource::toString);
        }
    }

    private static boolean isCardBus(EnumeratedFunction function) {
        return function.description().bridge().filter(bridge -> bridge.kind() == BridgeKind.CARDBUS).isPresent();
    }

    /** Below a nested hotplug bridge windows take what is left over, to the byte (C14). */
    @Property(tries = 300)
    void windowsOpenInWholeSteps(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Map<PciAddress, EnumeratedFunction> functions = assignment.functions().stream()
                .collect(Collectors.toMap(EnumeratedFunction::address, found -> found));
        for (AssignedResource window : placed(assignment)) {
            ResourceName name = window.key().name();
            if (name.isWindow() && !name.isCardBusWindow() && window.state() == ResourceState.ASSIGNED
                    && !isBelowHotplug(functions, functions.get(window.key().function()))) {
                long step = name == ResourceName.IO_WINDOW ? 0x1000 : 0x100000;
                AddressRange range = window.range().orElseThrow();
                assertTrue(Unsigned.isAligned(range.start(), step) && Unsigned.isAligned(range.end() + 1, step), window::toString);
            }
        }
    }

    private static boolean isBelowHotplug(Map<PciAddress, EnumeratedFunction> functions, EnumeratedFunction function) {
        return function.parent().map(functions::get)
                .filter(above -> above.description().bridge().filter(Bridge::hotplug).isPresent() || isBelowHotplug(functions, above))
                .isPresent();
    }

    @Property(tries = 300)
    void whatIsClaimedStaysWhereFirmwareLeftIt(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Map<ResourceKey, Function> functions = new HashMap<>();
        assignment.functions().forEach(function -> names(function.description())
                .forEach(name -> functions.put(new ResourceKey(function.address(), name), function.description())));
        for (AssignedResource resource : assignment.resources()) {
            ResourceName name = resource.key().name();
            if (resource.state() == ResourceState.CLAIMED && (name.isBar() || name == ResourceName.ROM)) {
                assertEquals(firmwareStart(functions.get(resource.key()), name),
                        OptionalLong.of(resource.range().orElseThrow().start()), resource::toString);
            }
        }
    }

    @Property(tries = 300)
    void usedAndFreeMakeTheWindow(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        for (WindowUse use : assignment.windows()) {
            assertEquals(use.range().size(), use.used() + use.free(), use::toString);
            assertTrue(Unsigned.lessOrEqual(use.largestHole(), use.free()), use::toString);
        }
    }

    @Property(tries = 300)
    void aPlaceIsAsLargeAsTheResource(@ForAll("boots") Scenario scenario) {
        for (AssignedResource resource : assign(scenario).resources()) {
            resource.range().ifPresent(range -> assertEquals(resource.size(), range.size(), resource::toString));
        }
    }

    @Property(tries = 300)
    void whatHasNoPlaceIsInNoWindow(@ForAll("boots") Scenario scenario) {
        Assignment assignment = assign(scenario);
        Set<ResourceKey> firmwares = keysOf(assignment, TraceEvent.FirmwareAddressKept.class, TraceEvent.FirmwareAddressKept::resource);
        for (AssignedResource resource : assignment.resources()) {
            // Shadow ROMs are outside of the tree, and firmware's address may be outside of all windows.
            boolean elsewhere = resource.state() == ResourceState.SHADOW || firmwares.contains(resource.key());
            assertTrue(elsewhere || resource.range().isPresent() == resource.window().isPresent(), resource::toString);
        }
    }

    @Property(tries = 300)
    void theSameInputGivesTheSameOutput(@ForAll("boots") Scenario scenario) {
        assertEquals(assign(scenario), assign(scenario));
    }

    /** Without steps nothing is removed. */
    private static Scenario withoutSteps(Scenario scenario) {
        Boot boot = scenario.boot();
        return new Scenario(scenario.topology(), Boot.of(boot.name(), boot.rules(), boot.pageSize(), boot.commandLine()));
    }

    private static Assignment assign(Scenario scenario) {
        PciOptions options = PciOptions.of(scenario.boot().commandLine(), scenario.boot().rules(),
                scenario.topology().platform().architecture());
        return Assigner.assign(scenario.topology(), options, scenario.boot().pageSize(), scenario.boot().steps());
    }

    /** What has a place in a window, but for what powernv opens to the whole host window afterwards (C4): those overlap. */
    private static List<AssignedResource> placed(Assignment assignment) {
        Set<ResourceKey> opened = keysOf(assignment, TraceEvent.WindowOpened.class, TraceEvent.WindowOpened::window);
        return assignment.resources().stream()
                .filter(resource -> resource.window().isPresent() && !opened.contains(resource.key())).toList();
    }

    private static <E extends TraceEvent> Set<ResourceKey> keysOf(Assignment assignment, Class<E> kind,
            java.util.function.Function<E, ResourceKey> key) {
        return assignment.trace().events().stream().filter(kind::isInstance).map(kind::cast).map(key).collect(Collectors.toSet());
    }

    private static List<ResourceKey> keys(Assignment assignment, Predicate<ResourceKey> which) {
        return assignment.resources().stream().map(AssignedResource::key).filter(which).toList();
    }

    private static List<ResourceName> names(Function function) {
        List<ResourceName> names = new ArrayList<>();
        function.bars().forEach(bar -> names.add(ResourceName.bar(bar.index())));
        function.rom().ifPresent(rom -> names.add(ResourceName.ROM));
        function.bridge().ifPresent(bridge -> {
            if (bridge.kind() == BridgeKind.CARDBUS) {
                names.addAll(List.of(ResourceName.CARDBUS_WINDOW0, ResourceName.CARDBUS_WINDOW1, ResourceName.CARDBUS_WINDOW2,
                        ResourceName.CARDBUS_WINDOW3));
            }
            bridge.io().ifPresent(window -> names.add(ResourceName.IO_WINDOW));
            bridge.memory().ifPresent(window -> names.add(ResourceName.MEM_WINDOW));
            bridge.prefetchable().ifPresent(window -> names.add(ResourceName.PREF_WINDOW));
        });
        return names;
    }

    private static int count(List<Function> functions) {
        return functions.stream().mapToInt(function -> 1 + function.bridge().map(bridge -> count(bridge.functions())).orElse(0))
                .sum();
    }

    private static OptionalLong firmwareStart(Function function, ResourceName name) {
        return name == ResourceName.ROM ? function.rom().orElseThrow().firmwareStart()
                : function.bar(name.register()).orElseThrow().firmwareStart();
    }
}
