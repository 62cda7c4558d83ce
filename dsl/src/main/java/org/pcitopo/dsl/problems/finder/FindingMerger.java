package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.source.TextRegion;

/** Makes problems of findings: what is said of one place in several boots is said once. */
final class FindingMerger {

    /** Problems of text without effect. Where it has one with other kernels or page sizes of its boot, it is no mistake, and has to stay. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("PCI203", "PCI214", "PCI217", "PCI218", "PCI219");

    private final Lines lines;
    private final BootNames names;
    private final Map<String, Optional<Severity>> severities;

    FindingMerger(Lines lines, BootNames names, Map<String, Optional<Severity>> severities) {
        this.lines = lines;
        this.names = names;
        this.severities = severities;
    }

    /** Findings that say the same. */
    private record Key(String code, TextRegion region, String message) {

        static Key of(Finding finding) {
            return new Key(finding.kind().code(), finding.region(), finding.message());
        }
    }

    /** In the order of the first finding of each. */
    List<Problem> merge(List<Finding> findings) {
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(Key.of(finding), key -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(this::problem).flatMap(Optional::stream).toList();
    }

    private Optional<Problem> problem(List<Finding> group) {
        Finding first = group.get(0);
        List<BootId> boots = group.stream().flatMap(finding -> finding.boot().stream()).distinct().toList();
        boolean elsewhere = WITHOUT_EFFECT.contains(first.kind().code()) && names.areSome(boots);
        Severity worst = elsewhere ? Severity.INFO : group.stream().map(Finding::severity).min(Severity::compareTo).orElse(first.severity());
        Optional<Severity> severity = severities.getOrDefault(first.kind().code(), Optional.of(worst));
        String message = first.message().replace(Finding.IN_BOOTS, boots.isEmpty() ? "" : names.in(boots))
                .replace(Finding.KERNELS, names.kernels(boots));
        return severity.map(found -> new Problem(first.kind().code(), found, message + where(first.message(), boots), lines.place(first.region()),
                first.related().stream()
                        .map(related -> new Problem.RelatedPlace(lines.place(related.region()), related.message())).toList(),
                elsewhere ? Optional.empty() : help(group), elsewhere ? List.of() : fixes(group), first.function(), first.bar(), boots));
    }

    /** What is said of some kernels and page sizes alone tells of which; unless the message does so in its own words. */
    private String where(String message, List<BootId> boots) {
        boolean told = message.contains(Finding.IN_BOOTS) || message.contains(Finding.KERNELS);
        return told || !names.areSome(boots) ? "" : "; so it is" + names.in(boots);
    }

    /** The help of all; where boots need different ones, each with its boots. */
    private Optional<String> help(List<Finding> group) {
        Map<String, List<BootId>> boots = new LinkedHashMap<>();
        for (Finding finding : group) {
            finding.help().ifPresent(help -> boots.computeIfAbsent(help, key -> new ArrayList<>())
                    .addAll(finding.boot().stream().toList()));
        }
        if (boots.size() < 2) {
            return boots.keySet().stream().findFirst();
        }
        List<String> parts = boots.entrySet().stream().map(entry -> named(entry.getValue(), entry.getKey()))
                .toList();
        return Optional.of(String.join("; ", parts));
    }

    private String named(List<BootId> boots, String help) {
        return boots.isEmpty() ? help : (names.in(boots) + ": " + help).strip();
    }

    private static List<Fix> fixes(List<Finding> group) {
        Set<Fix> fixes = new LinkedHashSet<>();
        group.forEach(finding -> fixes.addAll(finding.fixes()));
        return List.copyOf(fixes);
    }
}
