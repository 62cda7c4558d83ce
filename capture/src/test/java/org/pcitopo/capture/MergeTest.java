package org.pcitopo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** How findings of several sources become one machine. */
class MergeTest {

    private static final PciAddress PORT = address("0000:00:01.0");
    private static final PciAddress NIC = address("0000:01:00.0");
    private static final Origin LOG = Origin.read("dmesg.txt", 7);
    private static final Origin CONFIG = Origin.read("sysfs/config", 0);

    @Test
    void nothingFoundSaysWhatToGive() {
        CaptureException e = assertThrows(CaptureException.class, () -> Capture.merge(List.of(log())));
        assertTrue(e.getMessage().contains("pcitopo gather") && e.getMessage().lines().count() == 1, e.getMessage());
    }

    @Test
    void functionsStandBelowTheirBridge() throws CaptureException {
        assertEquals(List.of("00.0"), names(port(merge(portAndNic())).functions()));
    }

    /** Firmware may number bridges in an order of its own. */
    @Test
    void theBusesBesideABridgeAreNotBelowIt() throws CaptureException {
        CapturedMachine machine = merge(log(bridge("0000:00:01.0"), bridge("0000:00:03.0"),
                new Finding.Buses(address("0000:00:01.0"), 3, 3, LOG), new Finding.Buses(address("0000:00:03.0"), 2, 2, LOG)));
        assertEquals(2, machine.topology().hostBridges().get(0).functions().get(1).bridge().orElseThrow().subordinate().getAsInt());
    }

    private static ResourceType assumedPrefetchable(Finding... more) throws CaptureException {
        List<Finding> findings = new ArrayList<>(portAndNic().findings());
        findings.addAll(List.of(more));
        return port(merge(log(findings.toArray(Finding[]::new)))).prefetchable().orElseThrow().type();
    }

    @Test
    void aWindowThatNothingShowsHas64Bits() throws CaptureException {
        assertEquals(ResourceType.MEM64_PREF, assumedPrefetchable());
    }

    @Test
    void unlessTheMachineShowsNarrowOnesAlone() throws CaptureException {
        assertEquals(ResourceType.MEM32_PREF, assumedPrefetchable(bridge("0000:00:02.0"), new Finding.FirmwareWindow(
                address("0000:00:02.0"), ResourceName.PREF_WINDOW, ResourceType.MEM32_PREF, Optional.empty(), LOG)));
    }

    @Test
    void orItsIdsAreKnownToHaveANarrowOne() throws CaptureException {
        assertEquals(ResourceType.MEM32_PREF, assumedPrefetchable(new Finding.VendorDevice(PORT, 0x16c3, 0xabcd, LOG)));
    }

    @Test
    void bridgesAreNumberedAsTheKernelDoesWhereNothingTells() throws CaptureException {
        CapturedMachine machine = merge(log(
                bridge("0000:00:01.0"), bridge("0000:00:02.0"), bridge("0000:01:00.0"), present("0000:02:00.0"), present("0000:03:00.0")));
        assertEquals("1 2 3", secondary(machine, 0) + " " + machine.topology().hostBridges().get(0).functions().get(0).bridge()
                .orElseThrow().functions().get(0).bridge().orElseThrow().secondary().getAsInt() + " " + secondary(machine, 1));
    }

    @Test
    void aBridgeThatIsItsOwnParentLeavesAMachine() throws CaptureException {
        CapturedMachine machine = merge(log(bridge("0000:00:01.0"), new Finding.Buses(PORT, 1, 1, LOG), bridge("0000:01:00.0"),
                new Finding.Buses(NIC, 1, 1, LOG), present("0000:05:00.0")));
        assertTrue(machine.remarks().stream().anyMatch(remark -> remark.text().contains("which cannot be")));
    }

    @Test
    void aBusWithoutABridgeGetsAHostBridge() throws CaptureException {
        assertEquals(2, merge(log(present("0000:00:01.0"), present("0000:7f:01.0"))).topology().hostBridges().size());
    }

    @Test
    void twoHundredFiftySixNestedBridges() throws CaptureException {
        Finding[] chain = new Finding[256 * 2];
        for (int bus = 0; bus < 256; bus++) {
            PciAddress address = new PciAddress(0, bus, 0, 0);
            chain[2 * bus] = new Finding.HeaderType(address, 1, LOG);
            chain[2 * bus + 1] = new Finding.ClassCode(address, 0x060400, LOG);
        }
        assertEquals(1, merge(log(chain)).topology().hostBridges().get(0).functions().size());
    }

    @Test
    void windowsThatNoSourceShowsAreAssumedAndSaidSo() throws CaptureException {
        CapturedMachine machine = merge(portAndNic());
        assertEquals(Optional.of(BridgeWindow.closed(ResourceType.MEM64_PREF)), port(machine).prefetchable());
        assertEquals(Origin.Certainty.ASSUMED,
                machine.provenance().of(FactNames.function(PORT, "pref")).orElseThrow().certainty());
    }

    @Test
    void aWindowThatHardwareLacksIsAbsent() throws CaptureException {
        CapturedMachine machine = Capture.merge(List.of(portAndNic(),
                sysfs(new Finding.WindowType(PORT, ResourceName.IO_WINDOW, Optional.empty(), CONFIG))));
        assertTrue(port(machine).io().isEmpty());
    }

    @Test
    void sizesComeFromTheLog() throws CaptureException {
        CapturedMachine machine = Capture.merge(List.of(
                sysfs(new Finding.CommandLine("pci=resource_alignment=16@01:00.0", CONFIG), bar(65536, CONFIG)), portAndNic()));
        assertEquals(4096, nic(machine).bar(0).orElseThrow().size());
        assertEquals(List.of(), machine.contradictions());
    }

    @Test
    void sizesThatDisagreeWithoutARequestAreAContradiction() throws CaptureException {
        CapturedMachine machine = Capture.merge(List.of(sysfs(bar(65536, CONFIG)), portAndNic()));
        assertEquals("0000:01:00.0 bar0: MEM32 of 4096 bytes, MEM32 of 65536 bytes",
                machine.contradictions().stream().map(one -> one.fact().subject() + " " + one.fact().aspect() + ": " + one.kept() + ", "
                        + one.other()).findFirst().orElse("none"));
    }

    @Test
    void capabilitiesComeFromConfigurationSpace() throws CaptureException {
        CapturedMachine machine = Capture.merge(List.of(
                log(new Finding.Hotplug(PORT, true, Origin.derived("dmesg.txt", 9, "add_size"))), portAndNic(),
                sysfs(new Finding.Hotplug(PORT, false, CONFIG))));
        assertFalse(port(machine).hotplug());
    }

    @Test
    void everyBarKeepsItsLine() throws CaptureException {
        assertEquals(LOG, merge(portAndNic()).provenance().of(FactNames.function(NIC, "bar0")).orElseThrow());
    }

    @Test
    void aRegisterBehindA64BitBarIsNoBar() throws CaptureException {
        CapturedMachine machine = merge(log(present("0000:01:00.0"),
                new Finding.Register(NIC, ResourceName.BAR0, ResourceType.MEM64, 4096, LOG),
                new Finding.Register(NIC, ResourceName.BAR1, ResourceType.MEM32, 4096, LOG)));
        assertEquals(List.of(0), machine.topology().hostBridges().get(0).functions().get(0).bars().stream()
                .map(bar -> bar.index()).toList());
    }

    @Test
    void sizesThatAreNoPowerOfTwoAreLeftOutWithARemark() throws CaptureException {
        CapturedMachine machine = merge(log(present("0000:00:01.0"), new Finding.Register(PORT, ResourceName.BAR0, ResourceType.MEM32, 3000, LOG)));
        assertTrue(machine.remarks().get(0).text().contains("no power of two"));
    }

    @Test
    void functionsThatCameLaterAreNotPartOfTheMachine() throws CaptureException {
        CapturedMachine machine = Capture.merge(List.of(portAndNic(), log(new Finding.AppearedLater(NIC, LOG))));
        assertEquals(List.of("0000:01:00.0"), machine.notComparable().stream().map(NotComparable::what).toList());
        assertEquals(List.of(), port(machine).functions());
    }

    @Test
    void virtualFunctionsHaveTheSizeOfOne() throws CaptureException {
        CapturedMachine machine = merge(log(present("0000:01:00.0"),
                new Finding.SriovCapability(NIC, 64, 0, 0, 0, Set.of(), LOG),
                new Finding.Register(NIC, ResourceName.VF_BAR0, ResourceType.MEM64_PREF, 65536, LOG),
                new Finding.FirmwareAddress(NIC, ResourceName.VF_BAR0, OptionalLong.of(0), LOG)));
        assertEquals("64 65536", machine.topology().hostBridges().get(0).functions().get(0).sriov()
                .map(sriov -> sriov.totalVfs() + " " + sriov.vfBars().get(0).size()).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, 6.1.0-50-amd64, 4096, DERIVED",
        "AARCH64, 6.12.107+deb13-arm64-16k, 16384, DERIVED",
        "PPC64LE, 7.2.13+deb14-powerpc64le-64k, 65536, DERIVED",
        "AARCH64, 4.18.0-80.el8.aarch64, 65536, ASSUMED",
        "AARCH64, 6.12.107+deb13-arm64, 4096, ASSUMED",
        "PPC64LE, 5.4.0, 65536, ASSUMED"})
    void pageSizeWhereNoLineTells(Architecture architecture, String kernel, long pageSize, Origin.Certainty certainty)
            throws CaptureException {
        CapturedBoot boot = merge(log(present("0000:00:01.0"), new Finding.ArchitectureIs(architecture, LOG),
                new Finding.KernelText(kernel, LOG))).boot();
        assertEquals(pageSize + " " + certainty, boot.pageSize().value() + " " + boot.pageSize().origin().certainty());
    }

    @Test
    void theStableLevelThatDebianHidesIsTaken() throws CaptureException {
        assertEquals("6.1.176", merge(log(present("0000:00:01.0"), new Finding.KernelText("6.1.0-50-amd64", LOG),
                new Finding.Release(KernelRelease.of("6.1.176"), LOG))).boot().releases().value().toString());
    }

    @Test
    void anUnknownReleaseIsARange() throws CaptureException {
        ReleaseRange range = new ReleaseRange(KernelRelease.of("6.8"), KernelRelease.NEWEST);
        assertEquals("6.8 to 7.3", merge(log(present("0000:00:01.0"),
                new Finding.ReleaseWithin(range, Origin.derived("dmesg.txt", 3, "wording")))).boot().releases().value().toString());
    }

    @Test
    void whatFollowsFromAnAssumedArchitectureIsAssumed() throws CaptureException {
        assertEquals(Set.of("architecture", "machine", "pageSize", "kernel", "commandLine"),
                Set.copyOf(merge(log(present("0000:00:01.0"))).assumptions().stream().map(one -> one.what())
                        .filter(what -> Set.of("architecture", "machine", "pageSize", "kernel", "commandLine").contains(what)).toList()));
    }

    private static SourceFindings portAndNic() {
        return log(bridge("0000:00:01.0"), new Finding.Buses(PORT, 1, 1, LOG), new Finding.KindOfBridge(PORT, BridgeKind.ROOT_PORT, LOG),
                new Finding.VendorDevice(NIC, 0x8086, 0x1572, LOG), bar(4096, LOG),
                new Finding.FirmwareAddress(NIC, ResourceName.BAR0, OptionalLong.of(0), LOG));
    }

    private static Finding bar(long size, Origin origin) {
        return new Finding.Register(NIC, ResourceName.BAR0, ResourceType.MEM32, size, origin);
    }

    private static Finding bridge(String address) {
        return new Finding.HeaderType(address(address), 1, LOG);
    }

    private static Finding present(String address) {
        return new Finding.VendorDevice(address(address), 0x1234, 0x5678, LOG);
    }

    private static SourceFindings log(Finding... findings) {
        return new SourceFindings(SourceKind.KERNEL_LOG, "dmesg.txt", List.of(findings), List.of(), List.of());
    }

    private static SourceFindings sysfs(Finding... findings) {
        return new SourceFindings(SourceKind.SYSFS, "sysfs", List.of(findings), List.of(), List.of());
    }

    private static CapturedMachine merge(SourceFindings findings) throws CaptureException {
        return Capture.merge(List.of(findings));
    }

    private static Bridge port(CapturedMachine machine) {
        HostBridge host = machine.topology().hostBridges().get(0);
        return host.functions().get(0).bridge().orElseThrow();
    }

    private static Function nic(CapturedMachine machine) {
        return port(machine).functions().get(0);
    }

    private static int secondary(CapturedMachine machine, int index) {
        return machine.topology().hostBridges().get(0).functions().get(index).bridge().orElseThrow().secondary().getAsInt();
    }

    private static List<String> names(List<Function> functions) {
        return functions.stream().map(function -> String.format("%02x.%x", function.device(), function.function())).toList();
    }

    private static PciAddress address(String text) {
        return PciAddress.parse(text).orElseThrow();
    }
}
