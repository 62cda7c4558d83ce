package org.pcitopo.conformance.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * The device of QEMU that stands in for an endpoint: the one whose BARs are most like the wanted ones.
 *
 * @param device what is built
 * @param bars which BAR of the device stands in for which wanted one: the device's index by the wanted index
 * @param differences how it differs from what was wanted, a sentence each; empty where all BARs, MSI-X and SR-IOV agree
 */
public record StandIn(QemuDevice device, Map<Integer, Integer> bars, List<String> differences) {

    private static final int MISSING_BAR = 200;
    private static final int MISSING_IO_BAR = 60;
    private static final int OTHER_WIDTH = 20;
    private static final int OTHER_PREFETCHABILITY = 30;
    private static final int FACTOR_OF_TWO = 8;
    private static final int ADDITIONAL_MEMORY_BAR = 12;
    private static final int ADDITIONAL_IO_BAR = 10;
    private static final int OTHER_MSIX = 3;
    private static final int NO_SRIOV = 100;
    private static final int OTHER_SRIOV = 40;

    public StandIn {
        bars = Map.copyOf(bars);
        differences = List.copyOf(differences);
    }

    /** Whether nothing that assignment or vfio look at differs. */
    public boolean isExact() {
        return differences.isEmpty();
    }

    /**
     * The best that QEMU has for {@code wanted}.
     *
     * @param express whether it stands on a PCI Express bus
     */
    public static StandIn of(Function wanted, boolean express) {
        Rating best = QemuDevices.candidates(wanted).stream().filter(device -> express || !device.expressOnly())
                .map(device -> rate(wanted, device)).min(Comparator.comparingInt(Rating::cost)).orElseThrow();
        return new StandIn(best.device, best.bars, best.differences);
    }

    private record Rating(QemuDevice device, int cost, Map<Integer, Integer> bars, List<String> differences) {
    }

    private static Rating rate(Function wanted, QemuDevice device) {
        List<String> differences = new ArrayList<>();
        Map<Integer, Integer> bars = new TreeMap<>();
        int cost = compareBars(wanted, device, bars, differences) + compareCapabilities(wanted, device, differences);
        // Among equals the very device, then one of the same class, then the first of the list.
        boolean same = wanted.ids().vendor() == device.ids().vendor() && wanted.ids().device() == device.ids().device();
        boolean alike = wanted.ids().baseAndSubClass() == device.ids().baseAndSubClass();
        return new Rating(device, cost * 4 - (same ? 2 : 0) - (alike ? 1 : 0), bars, differences);
    }

    private static int compareBars(Function wanted, QemuDevice device, Map<Integer, Integer> pairs, List<String> differences) {
        int cost = 0;
        List<Bar> largestFirst = new ArrayList<>(wanted.bars());
        largestFirst.sort(Comparator.comparing(Bar::size, Long::compareUnsigned).reversed());
        for (Bar bar : largestFirst) {
            Optional<Bar> nearest = device.bars().stream().filter(own -> !pairs.containsValue(own.index()))
                    .filter(own -> own.type().space() == bar.type().space())
                    .min(Comparator.comparingInt(own -> distance(bar, own)));
            if (nearest.isEmpty()) {
                cost += bar.type().isIo() ? MISSING_IO_BAR : MISSING_BAR;
                differences.add("no " + text(bar));
                continue;
            }
            pairs.put(bar.index(), nearest.get().index());
            int distance = distance(bar, nearest.get());
            cost += distance;
            if (distance > 0) {
                differences.add(text(nearest.get()) + " instead of " + text(bar));
            }
        }
        for (Bar own : device.bars()) {
            if (!pairs.containsValue(own.index())) {
                cost += own.type().isIo() ? ADDITIONAL_IO_BAR : ADDITIONAL_MEMORY_BAR + Unsigned.log2(own.size()) / 2;
                differences.add("an additional " + text(own));
            }
        }
        return cost;
    }

    private static int distance(Bar wanted, Bar own) {
        return (wanted.index() == own.index() ? 0 : 1)
                + FACTOR_OF_TWO * Math.abs(Unsigned.log2(wanted.size()) - Unsigned.log2(own.size()))
                + (wanted.type().is64Bit() == own.type().is64Bit() ? 0 : OTHER_WIDTH)
                + (wanted.type().prefetchable() == own.type().prefetchable() ? 0 : OTHER_PREFETCHABILITY);
    }

    private static int compareCapabilities(Function wanted, QemuDevice device, List<String> differences) {
        int cost = 0;
        boolean sameTable = wanted.msix().map(table -> table.tableBar()).equals(device.msix().map(table -> table.tableBar()));
        if (!sameTable) {
            cost += OTHER_MSIX;
            differences.add(device.msix().map(table -> "MSI-X table in BAR " + table.tableBar()).orElse("no MSI-X")
                    + " instead of " + wanted.msix().map(table -> "in BAR " + table.tableBar()).orElse("none"));
        }
        if (wanted.sriov().isPresent() != device.sriov().isPresent()) {
            cost += NO_SRIOV;
            differences.add(device.sriov().isPresent() ? "an additional SR-IOV capability" : "no SR-IOV");
        } else if (wanted.sriov().isPresent() && !sameVfs(wanted, device)) {
            cost += OTHER_SRIOV;
            differences.add("other VFs");
        }
        return cost;
    }

    private static boolean sameVfs(Function wanted, QemuDevice device) {
        return wanted.sriov().orElseThrow().totalVfs() == device.sriov().orElseThrow().totalVfs()
                && wanted.sriov().orElseThrow().vfBars().stream().map(StandIn::text).toList()
                .equals(device.sriov().orElseThrow().vfBars().stream().map(StandIn::text).toList());
    }

    private static String text(Bar bar) {
        String flags = bar.type().flagsText();
        return String.format("BAR %d [%s size 0x%08x%s]", bar.index(), bar.type().isIo() ? "io" : "mem", bar.size(),
                flags.isEmpty() ? "" : " " + flags);
    }
}
