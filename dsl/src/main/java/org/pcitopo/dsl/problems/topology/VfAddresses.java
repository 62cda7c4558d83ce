package org.pcitopo.dsl.problems.topology;

import java.util.Optional;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.SrIov;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Sriov;

/** VFs whose routing ids leave the buses of their host bridge or meet other functions. */
public final class VfAddresses implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI124", "VFs get addresses that cannot be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (EnumeratedFunction physical : boot.simulation().assignment().functions()) {
            physical.description().sriov().filter(sriov -> sriov.totalVfs() > 0)
                    .ifPresent(sriov -> check(boot, physical, sriov, report));
        }
    }

    private static void check(BootContext boot, EnumeratedFunction physical, Sriov sriov, Report report) {
        if (sriov.offset() == 0 || sriov.totalVfs() > 1 && sriov.stride() == 0) {
            String zero = sriov.offset() == 0 ? "offset" : "stride";
            report.add(finding(boot, physical, zero + " 0 gives several VFs, or a VF and its physical function, one address")
                    .withHelp("lspci -vv prints 'VF offset' and 'stride' of the capability"));
            return;
        }
        long base = (long) physical.address().bus() << 8 | physical.address().devfn();
        long last = base + sriov.offset() + (long) sriov.stride() * (sriov.totalVfs() - 1);
        int highest = lastBus(boot, physical);
        if (last >> 8 > highest) {
            report.add(finding(boot, physical, "VF " + (sriov.totalVfs() - 1) + " would be on bus "
                    + Long.toHexString(last >> 8) + ", but the buses end at " + Literals.busText(highest)
                    + "; the kernel enables only VFs whose bus it has")
                    .withHelp("give the bridge above more buses, or use fewer VFs"));
        }
        meetings(boot, physical, sriov, base, report);
    }

    private static void meetings(BootContext boot, EnumeratedFunction physical, Sriov sriov, long base, Report report) {
        for (int k = 0; k < sriov.totalVfs(); k++) {
            long id = base + sriov.offset() + (long) sriov.stride() * k;
            PciAddress address = new PciAddress(physical.address().domain(), (int) (id >> 8 & 0xff), (int) (id >> 3 & 0x1f),
                    (int) (id & 7));
            if (id <= 0xffff && boot.function(address).isPresent()) {
                report.add(finding(boot, physical, "VF " + k + " would be at " + address + ", where "
                        + boot.nameOf(address) + " is; only one of them can answer")
                        .withRelated(boot.region(address), "the function at that address")
                        .withHelp("lspci -vv prints 'VF offset' and 'stride' of the capability"));
                return;
            }
        }
    }

    private static int lastBus(BootContext boot, EnumeratedFunction physical) {
        Optional<Integer> above = physical.parent().flatMap(boot::function)
                .filter(bridge -> bridge.description().bridge().map(side -> side.subordinate().isPresent()).orElse(false))
                .map(EnumeratedFunction::subordinate);
        return above.orElseGet(() -> boot.simulation().topology().hostBridges().stream()
                .filter(host -> host.domain() == physical.address().domain() && host.firstBus() <= physical.address().bus()
                        && physical.address().bus() <= host.lastBus())
                .map(HostBridge::lastBus).findFirst().orElse(0xff));
    }

    private static Finding finding(BootContext boot, EnumeratedFunction physical, String message) {
        TextRegion region = boot.machine().statement(physical.description(), SrIov.class).map(Regions::of)
                .orElseGet(() -> boot.region(physical.address()));
        return Finding.of(KIND, region, message).about(physical.address()).in(boot.id());
    }
}
