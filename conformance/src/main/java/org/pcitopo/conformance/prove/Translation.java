package org.pcitopo.conformance.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.conformance.machine.Counterpart;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Says of the machine in QEMU what a person says of her own: functions have other addresses there, and other ids. An entry by
 * ids becomes entries by address, one for each function that it means.
 */
final class Translation {

    private final Map<PciAddress, PciAddress> addresses = new HashMap<>();
    private final Map<PciAddress, Counterpart> counterparts = new LinkedHashMap<>();
    private final KernelRules rules;
    private final Architecture architecture;

    /** @param built the addresses in QEMU's machine */
    Translation(List<Counterpart> all, Addresses wanted, Addresses built, KernelRules rules, Architecture architecture) {
        this.rules = rules;
        this.architecture = architecture;
        for (Counterpart counterpart : all) {
            Optional<PciAddress> from = wanted.of(counterpart.wanted());
            Optional<PciAddress> to = counterpart.built().flatMap(built::of);
            if (from.isPresent() && to.isPresent()) {
                addresses.put(from.get(), to.get());
                counterparts.put(from.get(), counterpart);
            }
        }
    }

    /** The command line {@code text} for QEMU's machine. */
    String commandLine(String text) {
        return requests(text, PciOptions.of(text, rules, architecture).alignmentRequests());
    }

    /** The step for QEMU's machine; empty where nothing stands for the function that it means. */
    Optional<BootStep> step(BootStep step) {
        if (step instanceof BootStep.WriteResourceAlignment write) {
            return Optional.of(new BootStep.WriteResourceAlignment(requests(write.text(),
                    AlignmentRequests.of(new Token(0, write.text()), rules, architecture))));
        }
        if (step instanceof BootStep.Remove remove) {
            return address(remove.function()).map(BootStep.Remove::new);
        }
        if (step instanceof BootStep.EnableVfs enable) {
            return address(enable.function()).map(found -> new BootStep.EnableVfs(found, enable.count()));
        }
        if (step instanceof BootStep.ResizeBar resize) {
            return address(resize.function()).map(found -> new BootStep.ResizeBar(found,
                    counterparts.get(resize.function()).bars().getOrDefault(resize.bar(), resize.bar()), resize.size()));
        }
        return Optional.of(step);
    }

    private Optional<PciAddress> address(PciAddress wanted) {
        return Optional.ofNullable(addresses.get(wanted));
    }

    /** From the end, so that what stands before keeps its place. */
    private String requests(String text, AlignmentRequests requests) {
        StringBuilder changed = new StringBuilder(text);
        List<AlignmentEntry> entries = requests.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            AlignmentEntry entry = entries.get(i);
            Optional<String> replacement = entry.selector() instanceof Selector.ById byId ? byAddress(entry, byId) : moved(entry);
            replacement.ifPresent(other -> changed.replace(entry.text().offset(), entry.text().end(), other));
        }
        return changed.toString();
    }

    private Optional<String> moved(AlignmentEntry entry) {
        String[] path = entry.device().text().split("/", 2);
        return PciAddress.parse(path[0]).flatMap(this::address).filter(other -> !PciAddress.parse(path[0]).get().equals(other))
                .map(other -> order(entry) + other + (path.length > 1 ? "/" + path[1] : "")
                        + entry.suffix().map(Token::text).orElse(""));
    }

    private static String order(AlignmentEntry entry) {
        return entry.order().map(order -> order.token().text() + "@").orElse("");
    }

    /** Empty where the entry can stay: it means any function, or the very same ones there. */
    private Optional<String> byAddress(AlignmentEntry entry, Selector.ById selector) {
        if (selector.vendor() == 0) {
            return Optional.empty();
        }
        List<PciAddress> meant = new ArrayList<>();
        List<PciAddress> meantThere = new ArrayList<>();
        counterparts.forEach((address, counterpart) -> {
            if (selector.match(new MatchTarget(address, counterpart.function().ids(), List.of())) == Selector.Outcome.MATCH) {
                meant.add(address);
            }
            if (counterpart.ids().filter(ids -> selector.match(new MatchTarget(address, ids, List.of())) == Selector.Outcome.MATCH)
                    .isPresent()) {
                meantThere.add(address);
            }
        });
        if (meant.isEmpty() || meant.equals(meantThere)) {
            return Optional.empty();
        }
        return Optional.of(meant.stream().map(address -> order(entry) + addresses.get(address) + entry.suffix().map(Token::text).orElse(""))
                .collect(Collectors.joining(";")));
    }
}
