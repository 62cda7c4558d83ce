package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * The fewest entries that name certain functions and nothing else that would feel it.
 *
 * <p>What an entry can name is nested: one function, the functions with the same subsystem, with the same ids, of the same vendor,
 * all; for the 2016 series one function, its device, its bus, all. Of nested sets the largest that are allowed are the fewest that
 * cover everything, so that no search is needed. Among entries that name the same the shortest is taken; an entry that leaves ids or
 * fields open is taken only where it saves an entry, since it also reaches what is plugged in later.
 */
final class EntryCover {

    private static final String NORESIZE = ":noresize";

    private final List<Target> targets;
    private final boolean ids;
    private final boolean series;
    private final List<Optional<List<Group>>> known;

    EntryCover(List<Target> targets, List<KernelRules> kernels) {
        this.targets = targets;
        this.series = kernels.stream().allMatch(rules -> rules.has(Behaviour.NORESIZE_AND_WILDCARDS));
        this.ids = kernels.stream().allMatch(rules -> rules.has(Behaviour.ID_FORM) && !rules.has(Behaviour.NORESIZE_AND_WILDCARDS));
        this.known = new ArrayList<>(Collections.nCopies(targets.size(), Optional.empty()));
    }

    /**
     * A set of functions with a name.
     *
     * @param text as an entry writes it, without order
     * @param open whether it leaves something open
     * @param members by index
     */
    private record Group(String text, boolean open, BitSet members) {

        private BitSet within(BitSet wanted) {
            BitSet found = (BitSet) members.clone();
            found.and(wanted);
            return found;
        }
    }

    /**
     * The entries for {@code wanted}, in scan order.
     *
     * @param untouchable functions that no entry may name: they would feel it, and are not wanted
     * @param variant says the order
     */
    List<String> entries(BitSet wanted, BitSet untouchable, Variant variant) {
        String before = variant.order() == 0 ? "" : variant.order() + "@";
        String behind = variant.keepsSize() ? NORESIZE : "";
        List<String> entries = new ArrayList<>();
        BitSet left = (BitSet) wanted.clone();
        while (!left.isEmpty()) {
            Target first = targets.get(left.nextSetBit(0));
            List<Group> allowed = groups(first).stream().filter(group -> !group.members().intersects(untouchable)).toList();
            Group plain = shortest(allowed, wanted);
            Group open = allowed.get(0);
            boolean saves = open.open() && !open.within(left).equals(plain.within(left));
            Group taken = saves ? open : plain;
            entries.add(before + taken.text() + behind);
            left.andNot(taken.members());
        }
        return entries;
    }

    /** The shortest of those that name as many as the largest without anything left open. */
    private static Group shortest(List<Group> allowed, BitSet wanted) {
        List<Group> plain = allowed.stream().filter(group -> !group.open()).toList();
        BitSet most = plain.get(0).within(wanted);
        return plain.stream().filter(group -> group.within(wanted).equals(most))
                .min(Comparator.comparingInt(group -> group.text().length())).orElseThrow();
    }

    /** What an entry can name that contains {@code target}, the largest first; the last is the function alone. */
    private List<Group> groups(Target target) {
        List<Group> groups = known.get(target.index()).orElseGet(() -> namesOf(target));
        known.set(target.index(), Optional.of(groups));
        return groups;
    }

    private List<Group> namesOf(Target target) {
        List<Group> groups = new ArrayList<>();
        if (ids) {
            byIds(target.match().ids(), groups);
        } else if (series) {
            byFields(target.match().address(), groups);
        }
        groups.add(new Group(text(target.match().address()), false, members(other -> other == target)));
        return groups;
    }

    private void byIds(DeviceIds wanted, List<Group> to) {
        to.add(new Group("pci:0:0", true, members(other -> true)));
        if (wanted.vendor() == 0) {
            return;
        }
        to.add(new Group(String.format("pci:%04x:0", wanted.vendor()), true,
                members(other -> ids(other).vendor() == wanted.vendor())));
        if (wanted.device() == 0) {
            return;
        }
        Predicate<Target> same = other -> ids(other).vendor() == wanted.vendor() && ids(other).device() == wanted.device();
        to.add(new Group("pci:" + wanted, false, members(same)));
        if (wanted.subsystemVendor() != 0 && wanted.subsystemDevice() != 0) {
            to.add(new Group(String.format("pci:%s:%04x:%04x", wanted, wanted.subsystemVendor(), wanted.subsystemDevice()), false,
                    members(same.and(other -> ids(other).subsystemVendor() == wanted.subsystemVendor()
                            && ids(other).subsystemDevice() == wanted.subsystemDevice()))));
        }
    }

    private static DeviceIds ids(Target target) {
        return target.match().ids();
    }

    private void byFields(PciAddress wanted, List<Group> to) {
        to.add(new Group("*:*:*.*", true, members(other -> true)));
        Predicate<Target> bus = other -> other.match().address().domain() == wanted.domain()
                && other.match().address().bus() == wanted.bus();
        String text = text(wanted);
        to.add(new Group(text.substring(0, text.length() - "00.0".length()) + "*.*", true, members(bus)));
        to.add(new Group(text.substring(0, text.length() - 1) + "*", true,
                members(bus.and(other -> other.match().address().device() == wanted.device()))));
    }

    private BitSet members(Predicate<Target> test) {
        BitSet members = new BitSet(targets.size());
        targets.stream().filter(test).forEach(target -> members.set(target.index()));
        return members;
    }

    /** The domain may be left out where it is 0. */
    private static String text(PciAddress address) {
        String whole = address.toString();
        return address.domain() == 0 ? whole.substring(whole.indexOf(':') + 1) : whole;
    }

    /** The entry that names {@code target} by the bridges above it, which stays right when buses are numbered otherwise. */
    static Optional<String> path(Target target, List<KernelRules> kernels) {
        boolean known = kernels.stream().allMatch(rules -> rules.has(Behaviour.PATH_FORM));
        List<PciAddress> upstream = target.match().upstream();
        if (!known || upstream.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder path = new StringBuilder(text(upstream.get(upstream.size() - 1)));
        for (int i = upstream.size() - 2; i >= 0; i--) {
            path.append(element(upstream.get(i)));
        }
        return Optional.of(path.append(element(target.match().address())).toString());
    }

    private static String element(PciAddress address) {
        return String.format("/%02x.%x", address.device(), address.function());
    }
}
