package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;

/** What is worth saying about the entries of one list, from their text alone. */
final class EntryFindings {

    private final AlignmentRequests requests;
    private final KernelRules rules;
    private final long pageSize;
    private final long dead;
    private final String lastReached;
    private final List<CommandLineFinding> found = new ArrayList<>();

    private EntryFindings(AlignmentRequests requests, long pageSize) {
        this.requests = requests;
        this.rules = requests.rules();
        this.pageSize = pageSize;
        this.dead = requests.entries().stream().filter(entry -> !entry.reached()).count();
        this.lastReached = requests.entries().stream().filter(AlignmentEntry::reached)
                .reduce((first, second) -> second).map(entry -> entry.text().text()).orElse("");
    }

    static List<CommandLineFinding> of(AlignmentRequests requests, long pageSize) {
        EntryFindings findings = new EntryFindings(requests, pageSize);
        requests.entries().forEach(findings::entry);
        return findings.found;
    }

    private void entry(AlignmentEntry entry) {
        if (!entry.reached()) {
            add(Kind.DEAD_ENTRY, entry.text(), Map.of("entry", entry.text().text(), "behind", lastReached));
            return;
        }
        order(entry);
        if (entry.selector().wellFormed()) {
            readable(entry);
        } else {
            unreadable(entry);
        }
    }

    private void order(AlignmentEntry entry) {
        if (entry.order().isEmpty()) {
            return;
        }
        AlignmentEntry.Order order = entry.order().get();
        Map<String, ?> details = Map.of("order", order.value(), "alignment",
                Long.toUnsignedString(requests.alignmentOf(entry, pageSize)));
        if (order.value() < 0) {
            add(Kind.ORDER_NEGATIVE, order.token(), details);
        } else if (OrderShift.rejected(order.value(), rules)) {
            add(Kind.ORDER_TOO_LARGE, order.token(), details);
        } else if (order.value() > 30 && !rules.has(Behaviour.ORDER_LIMIT)) {
            add(Kind.ORDER_OVERFLOWS, order.token(), details);
        }
    }

    private void unreadable(AlignmentEntry entry) {
        String device = entry.device().text();
        if (entry.text().isEmpty()) {
            add(Kind.EMPTY_ENTRY, entry.text(), Map.of("dead", dead));
        } else if (device.startsWith(IdReader.PREFIX) && !rules.has(Behaviour.ID_FORM)) {
            add(Kind.IDS_TOO_NEW, entry.device(), Map.of("since", since(Behaviour.ID_FORM)));
        } else if (device.contains("*") && !rules.has(Behaviour.NORESIZE_AND_WILDCARDS)) {
            add(Kind.WILDCARD, entry.device(), Map.of("dead", dead));
        } else if (entry.hasNoresize() && readableWithoutSuffix(entry)) {
            add(Kind.NORESIZE_ON_ADDRESS, entry.suffix().orElseThrow(), Map.of("dead", dead));
        } else {
            add(Kind.MALFORMED_ENTRY, entry.text(), Map.of("entry", entry.text().text(), "dead", dead));
        }
    }

    private boolean readableWithoutSuffix(AlignmentEntry entry) {
        return AlignmentRequests.of(entry.device(), rules, requests.architecture()).entries().stream().findFirst()
                .map(alone -> alone.selector().wellFormed()).orElse(false);
    }

    private void readable(AlignmentEntry entry) {
        entry.suffix().ifPresent(suffix -> suffix(entry, suffix));
        if (entry.selector() instanceof Selector.ById ids) {
            ids(entry, ids);
        } else if (entry.selector() instanceof Selector.ByFields fields) {
            fields(entry, fields);
        } else if (entry.selector() instanceof Selector.ByPath path) {
            path.head().ifPresent(head -> numbers(entry, head));
        }
    }

    private void suffix(AlignmentEntry entry, Token suffix) {
        boolean byIds = entry.selector() instanceof Selector.ById;
        if (entry.hasNoresize()) {
            if (!rules.has(Behaviour.NORESIZE_AND_WILDCARDS)) {
                add(byIds ? Kind.NORESIZE_ON_IDS : Kind.NORESIZE_ON_ADDRESS, suffix, Map.of("dead", dead));
            }
        } else if (suffix.text().startsWith("/") && !rules.has(Behaviour.PATH_FORM)) {
            add(Kind.PATH_TOO_NEW, entry.text(),
                    Map.of("since", since(Behaviour.PATH_FORM), "read", entry.device().text()));
        } else {
            add(Kind.JUNK_ENDS_LIST, suffix, Map.of("text", suffix.text(), "dead", dead));
        }
    }

    private void ids(AlignmentEntry entry, Selector.ById ids) {
        if (ids.vendor() == 0 && ids.device() == 0 && ids.subsystemVendor() == 0 && ids.subsystemDevice() == 0) {
            add(Kind.MATCHES_EVERYTHING, entry.device(), Map.of());
        }
        Token list = entry.device().part(IdReader.PREFIX.length());
        KernelScanner scanner = new KernelScanner(list.text(), 0);
        do {
            int start = scanner.position();
            if (scanner.hex() && scanner.number() > 0xffff) {
                add(Kind.ID_TRUNCATED, list.part(start, scanner.position()), Map.of("written",
                        Long.toHexString(scanner.number()), "read", Long.toHexString(scanner.number() & 0xffff)));
            }
        } while (scanner.skip(':'));
    }

    private void fields(AlignmentEntry entry, Selector.ByFields fields) {
        fields.bus().ifPresent(bus -> within(entry, "bus", bus, 0xff));
        fields.slot().ifPresent(slot -> within(entry, "slot", slot, 0x1f));
        fields.function().ifPresent(function -> within(entry, "function", function, 7));
    }

    /** The devfn has lost the upper bits, so the numbers are read once more from the text. */
    private void numbers(AlignmentEntry entry, Selector.PathHead head) {
        within(entry, "bus", head.bus(), 0xff);
        for (String element : entry.device().text().split("/")) {
            String last = element.substring(element.lastIndexOf(':') + 1);
            KernelScanner scanner = new KernelScanner(last, 0);
            if (scanner.hex()) {
                aliased(entry, "slot", scanner.number(), 0x1f);
            }
            if (scanner.skip('.') && scanner.hex()) {
                aliased(entry, "function", scanner.number(), 7);
            }
        }
    }

    private void within(AlignmentEntry entry, String field, long value, int highest) {
        if (value > highest) {
            add(Kind.NEVER_MATCHES, entry.device(), Map.of("field", field, "value", Long.toHexString(value), "highest",
                    Integer.toHexString(highest)));
        }
    }

    private void aliased(AlignmentEntry entry, String field, long value, int mask) {
        if (value > mask) {
            add(Kind.TAKEN_FOR_ANOTHER, entry.device(), Map.of("field", field, "value", Long.toHexString(value), "read",
                    Long.toHexString(value & mask)));
        }
    }

    private static String since(Behaviour behaviour) {
        return behaviour.spans().get(0).first().toString();
    }

    private void add(Kind kind, Token where, Map<String, ?> details) {
        found.add(CommandLineFinding.of(kind, where, details));
    }
}
