package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.PciAddress;

/** What is said of every resource and window in the end. */
class AssignmentReportTest {

    private static AssignedResource resource(PaperBoot boot, String name) {
        return boot.simulation().assignment().resources().stream()
                .filter(resource -> PaperBoot.name(resource.key()).equals(name)).findFirst().orElseThrow();
    }

    private static WindowUse window(PaperBoot boot, String id) {
        return boot.simulation().assignment().windows().stream()
                .filter(use -> (use.id().bridgeId() + " " + use.id().windowName()).equals(id)).findFirst().orElseThrow();
    }

    private static String use(PaperBoot boot, String id) {
        WindowUse use = window(boot, id);
        return String.format("used 0x%x free 0x%x hole 0x%x", use.used(), use.free(), use.largestHole());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # functions, resource, state
            'ED@0x90000000',                bar0,  claimed
            'ED',                           bar0,  assigned
            'm32:8G',                       bar0,  unassigned
            'm32:1M@0x90000000,fixed',      bar0,  fixed
            'm32:1M@0x40000000,fixed',      bar0,  unassigned
            'rom:128K@0xc0000,shadow',      rom,   shadow
            'BR',                           mem,   disabled
            'm32:1M',                       bar1,  absent
            """)
    void everyResourceHasAState(String function, String name, String state) {
        PaperMachine.x86("01.0 " + function).boot("6.12").states("00:01.0 " + name + " " + state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void aWindowThatFoundNoPlaceIsUnassigned(String kernel) {
        PaperMachine.x86("01.0 BR {\n 00.0 m32:8G\n }").boot(kernel).states("00:01.0 mem unassigned");
    }

    @Test
    void aDisabledWindowHasNoSize() {
        PaperMachine.x86("01.0 BR {\n }").boot("6.12").sizes("00:01.0 mem 0x0");
    }

    @Test
    void aRequestEnlargesTheResourceNotTheHardware() {
        AssignedResource bar = resource(PaperMachine.arm64("01.0 SD").boot("6.12", "resource_alignment=16@00:01.0"), "00:01.0 bar0");
        assertEquals("10000 100", Long.toHexString(bar.size()) + " " + Long.toHexString(bar.hardwareSize()));
    }

    @Test
    void theHardwareSizeOfAVfBarIsThatOfOne() {
        AssignedResource bar = resource(PaperMachine.arm64("01.0 NV vf:m64:16K*4").boot("6.12"), "00:01.0 vfbar0");
        assertEquals("10000 4000", Long.toHexString(bar.size()) + " " + Long.toHexString(bar.hardwareSize()));
    }

    @ParameterizedTest
    @CsvSource({"ED@0x90000000, false", "ED, true", "ED@0x40000000, true", "m32:8G@0x40000000, false"})
    void movedMeansAPlaceOtherThanFirmwares(String function, boolean moved) {
        assertEquals(moved, resource(PaperMachine.x86("01.0 " + function).boot("6.12"), "00:01.0 bar0").moved());
    }

    @Test
    void aResourceNamesTheWindowAroundIt() {
        PaperBoot boot = PaperMachine.arm64("01.0 BR {\n 00.0 ED\n }").boot("6.12");
        assertEquals("0000:00:01.0 mem", resource(boot, "01:00.0 bar0").window()
                .map(id -> id.bridgeId() + " " + id.windowName()).orElse("none"));
        assertEquals("host 0000:00 1", resource(boot, "00:01.0 mem").window().map(id -> id.bridgeId() + " " + id.windowName())
                .orElse("none"));
    }

    @Test
    void whatIsUsedIsWhatLiesDirectlyInIt() {
        PaperBoot boot = PaperMachine.arm64WithoutHighWindow("01.0 BR {\n 00.0 m32:64K\n }\n02.0 m32:4K").boot("6.12");
        assertEquals("used 0x101000 free 0x2eeef000 hole 0x2eeef000", use(boot, "host 0000:00 1"));
        assertEquals("used 0x10000 free 0xf0000 hole 0xf0000", use(boot, "0000:00:01.0 mem"));
    }

    @Test
    void theLargestHoleIsOneOfSeveral() {
        PaperBoot boot = PaperMachine.x86("01.0 ED@0x80100000\n02.0 ED@0x80500000").windows("mem 0x80000000-0x807fffff").boot("6.12");
        assertEquals("used 0x200000 free 0x600000 hole 0x300000", use(boot, "host 0000:00 0"));
    }

    @Test
    void aFullWindowHasNoHole() {
        PaperBoot boot = PaperMachine.x86("01.0 ED@0x80000000").windows("mem 0x80000000-0x800fffff").boot("6.12");
        assertEquals("used 0x100000 free 0x0 hole 0x0", use(boot, "host 0000:00 0"));
    }

    @Test
    void whatOthersOwnIsUsed() {
        PaperBoot boot = PaperMachine.x86("").windows("mem 0x80000000-0x80ffffff").reserve("mem 0x80000000-0x80000fff PNP").boot("6.12");
        assertEquals("used 0x1000 free 0xfff000 hole 0xfff000", use(boot, "host 0000:00 0"));
    }

    @Test
    void theWindowOfAllAddressesIsOneByteShort() {
        PaperBoot boot = PaperMachine.arm64("").windows("mem 0x0-0xffffffffffffffff").boot("6.12");
        assertEquals("used 0x0 free 0xffffffffffffffff hole 0xffffffffffffffff", use(boot, "host 0000:00 0"));
    }

    @Test
    void closedWindowsAreNotListed() {
        PaperBoot boot = PaperMachine.arm64("01.0 BR {\n 00.0 ED\n }").boot("6.12");
        assertEquals(List.of("0", "1", "2", "mem"), boot.simulation().assignment().windows().stream()
                .map(use -> use.id().windowName()).toList());
    }

    /** Neighbours of one sort become one (5.14), under the name of the first. */
    @Test
    void adjoiningHostWindowsAreOne() {
        PaperBoot boot = PaperMachine.arm64("").windows("mem 0x10000000-0x1fffffff", "mem 0x20000000-0x2fffffff").boot("6.12");
        assertEquals(0x20000000L, window(boot, "host 0000:00 0").range().size());
    }

    @Test
    void functionsAreInScanOrder() {
        PaperBoot boot = PaperMachine.x86("02.0 SD\n01.0 BR {\n 00.0 SD\n }\n01.1 SD").boot("6.12");
        assertEquals(List.of("00:01.0", "01:00.0", "00:01.1", "00:02.0"), boot.simulation().assignment().functions().stream()
                .map(EnumeratedFunction::address).map(PaperBoot::shortName).toList());
    }

    @Test
    void functionsKnowTheBridgeAboveThem() {
        PaperBoot boot = PaperMachine.x86("01.0 BR {\n 00.0 SD\n }").boot("6.12");
        assertEquals(List.of("-", "00:01.0"), boot.simulation().assignment().functions().stream()
                .map(function -> function.parent().map((PciAddress parent) -> PaperBoot.shortName(parent)).orElse("-")).toList());
    }
}
