package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.topology.Unsigned;

/** Writes the command line that names certain functions. New entries stand in front of those that stay, since the first match decides. */
final class Composer {

    private final List<Simulation> boots;
    private final Targets targets;
    private final PciOptions options;
    private final LineEditor editor;
    private final EntryCover cover;
    private final long largestPage;
    private final Map<List<Integer>, BitSet> named = new HashMap<>();

    Composer(List<Simulation> boots, Targets targets, PciOptions options) {
        this.boots = boots;
        this.targets = targets;
        this.options = options;
        this.editor = new LineEditor(options);
        this.cover = new EntryCover(targets.all(), boots.stream().map(Simulation::boot).map(Boot::rules).toList());
        this.largestPage = boots.stream().map(one -> one.boot().pageSize()).reduce(Unsigned::max).orElseThrow();
    }

    /** Bytes that the new entries of {@code variant} ask for on the boot with the largest pages. */
    long alignment(Variant variant) {
        return variant.alignment(largestPage);
    }

    String text(Variant variant, BitSet wanted) {
        BitSet untouchable = (BitSet) namedByKept(variant.kept()).clone();
        targets.all().stream().filter(target -> target.feels(alignment(variant)))
                .forEach(target -> untouchable.set(target.index()));
        untouchable.andNot(wanted);
        List<String> entries = wanted.isEmpty() ? List.of() : cover.entries(wanted, untouchable, variant);
        String list = String.join(";", Stream.concat(entries.stream(), kept(variant.kept()).stream()).toList());
        return editor.with(list, variant.options());
    }

    private List<String> kept(List<Integer> entries) {
        List<AlignmentEntry> written = options.alignmentRequests().entries();
        List<String> texts = new ArrayList<>();
        entries.forEach(at -> texts.add(written.get(at).text().text()));
        return texts;
    }

    /** The functions that entries which stay ask something for, on any of the boots. */
    private BitSet namedByKept(List<Integer> entries) {
        return named.computeIfAbsent(entries, unused -> {
            BitSet found = new BitSet();
            for (Simulation boot : boots) {
                AlignmentRequests requests = AlignmentRequests.of(new Token(0, String.join(";", kept(entries))),
                        boot.boot().rules(), options.architecture());
                targets.all().stream().filter(target -> requests.scan(target.match(), boot.boot().pageSize(), 0, false)
                        .matched().isPresent()).forEach(target -> found.set(target.index()));
            }
            return found;
        });
    }
}
