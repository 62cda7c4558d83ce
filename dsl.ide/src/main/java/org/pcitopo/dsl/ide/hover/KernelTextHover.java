package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelWord;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.KernelWords;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.topology.ResourceKey;

/** Inside the command line: what an option does, which functions an entry of an alignment list means, and what it moves. */
final class KernelTextHover implements HoverParticipant {

    private static final int MOST_NAMED = 8;
    private static final int MOST_READINGS = 4;

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.KernelText subject)) {
            return Optional.empty();
        }
        List<LoweredBoot> readers = subject.string().boots(snapshot.document());
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        return KernelWord.at(subject.string(), readers.get(0), subject.index()).flatMap(word -> {
            if (word instanceof KernelWord.Entry entry) {
                return Optional.of(ofEntry(snapshot, subject, entry));
            }
            if (word instanceof KernelWord.Option) {
                return Optional.of(ofOption(subject, readers));
            }
            return KernelWords.word(((KernelWord.Word) word).word());
        });
    }

    /** Each kernel reads it in its way. */
    private static Markdown ofOption(Subject.KernelText subject, List<LoweredBoot> readers) {
        List<PciPiece> readings = new ArrayList<>();
        List<LoweredBoot> boots = new ArrayList<>();
        for (LoweredBoot reader : readers) {
            KernelWord.at(subject.string(), reader, subject.index()).filter(KernelWord.Option.class::isInstance).ifPresent(word -> {
                readings.add(((KernelWord.Option) word).piece());
                boots.add(reader);
            });
        }
        return KernelWords.option(readings, boots);
    }

    /** The characters to mark: the piece under the mouse. */
    static TextRegion region(Snapshot snapshot, Subject.KernelText subject) {
        return subject.string().boots(snapshot.document()).stream().findFirst()
                .flatMap(boot -> KernelWord.at(subject.string(), boot, subject.index()))
                .map(word -> subject.string().region(word.token().offset(), word.token().end()))
                .orElse(subject.string().literal());
    }

    /** How a boot takes an entry, as far as other boots may take it otherwise. */
    private record Reading(String alignment, List<String> matches) {
    }

    private static Markdown ofEntry(Snapshot snapshot, Subject.KernelText subject, KernelWord.Entry word) {
        Markdown text = new Markdown();
        String title = "**alignment request** " + Markdown.code(word.entry().text().text());
        Map<Reading, List<BootView>> readings = new LinkedHashMap<>();
        Map<BootView, AlignmentEntry> entries = new HashMap<>();
        for (BootView boot : snapshot.outcomes().boots()) {
            if (subject.string().isReadBy(boot.lowered())) {
                KernelWord.at(subject.string(), boot.lowered(), subject.index()).filter(KernelWord.Entry.class::isInstance)
                        .map(KernelWord.Entry.class::cast).ifPresent(entry -> {
                            readings.computeIfAbsent(reading(boot, entry), same -> new ArrayList<>()).add(boot);
                            entries.put(boot, entry.entry());
                        });
            }
        }
        if (readings.size() != 1) {
            text.paragraph(title);
        }
        BootNames names = new BootNames(snapshot.outcomes().boots());
        readings.entrySet().stream().limit(MOST_READINGS).forEach(reading -> {
            BootView boot = reading.getValue().get(0);
            text.paragraph((readings.size() == 1 ? title : "**" + Markdown.plain(names.of(reading.getValue())) + "**") + ": " + reading.getKey().alignment());
            if (!reading.getKey().matches().isEmpty()) {
                moved(text.list(reading.getKey().matches()), snapshot, subject, boot, entries.get(boot));
            }
        });
        return readings.size() <= MOST_READINGS ? text
                : text.paragraph("and otherwise in " + Quantities.count(readings.size() - MOST_READINGS, "more way"));
    }

    private static Reading reading(BootView boot, KernelWord.Entry word) {
        AlignmentEntry entry = word.entry();
        if (!entry.selector().wellFormed()) {
            return new Reading("Linux " + boot.id().kernel() + " cannot read " + Markdown.code(entry.device().text()) + ".", List.of());
        }
        long alignment = word.requests().alignmentOf(entry, boot.pageSize());
        String words = alignment == 0 ? "no alignment at all" : "memory BARs start at multiples of " + Quantities.size(alignment)
                + (entry.order().isEmpty() ? " (one page, since no order is written)" : "");
        String reached = entry.reached() ? "" : "; Linux " + boot.id().kernel() + " never gets here: an entry before it ends the list";
        return new Reading(words + reached, matches(boot, word.requests(), entry));
    }

    private static List<String> matches(BootView boot, AlignmentRequests requests, AlignmentEntry entry) {
        List<String> lines = new ArrayList<>();
        for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
            if (entry.selector().match(boot.target(function)) == Selector.Outcome.MATCH) {
                boolean decides = requests.scan(boot.target(function), boot.pageSize(), 0, false).matched().orElse(-1) == entry.index();
                lines.add("matches " + Markdown.code(function.address().toString()) + " " + Markdown.plain(function.description().name())
                        + (decides ? "" : ", for which an entry before it decides"));
            }
        }
        if (lines.size() > MOST_NAMED) {
            int more = lines.size() - MOST_NAMED;
            lines = new ArrayList<>(lines.subList(0, MOST_NAMED));
            lines.add("and " + Quantities.count(more, "more function"));
        }
        return lines.isEmpty() ? List.of("matches no function of " + Markdown.plain(boot.id().host())) : lines;
    }

    private static Markdown moved(Markdown text, Snapshot snapshot, Subject.KernelText subject, BootView boot, AlignmentEntry entry) {
        if (subject.string().isAlignmentList()) {
            return text;
        }
        CommandLineEdit removal = Removal.of(subject.string().value(), entry.text().offset(), entry.text().end());
        Optional<Simulation> without = snapshot.variants().withCommandLine(boot.simulation(), removal.applyTo(subject.string().value()));
        if (without.isEmpty()) {
            return text;
        }
        Gains gains = Gains.between(without.get(), boot.simulation());
        List<String> lines = new ArrayList<>();
        add(lines, "makes mappable", boot, gains.won());
        add(lines, "costs", boot, gains.lost());
        add(lines, "moves", boot, movedBars(without.get(), boot));
        return text.list(lines.isEmpty() ? List.of("changes nothing: without it everything is where it is") : lines);
    }

    private static void add(List<String> lines, String what, BootView boot, List<ResourceKey> keys) {
        if (!keys.isEmpty()) {
            lines.add(what + " " + Markdown.plain(Quantities.list(keys.stream().map(boot::nameOf).toList(), MOST_NAMED)));
        }
    }

    private static List<ResourceKey> movedBars(Simulation without, BootView boot) {
        return without.assignment().resources().stream().filter(resource -> resource.key().name().isBar())
                .filter(old -> !old.range().map(range -> range.start()).equals(
                        boot.resource(old.key()).flatMap(AssignedResource::range).map(range -> range.start())))
                .map(AssignedResource::key).toList();
    }
}
