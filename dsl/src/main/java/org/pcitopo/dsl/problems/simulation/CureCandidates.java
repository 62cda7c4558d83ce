package org.pcitopo.dsl.problems.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;

/** Changes of the command line that may make a BAR mappable, the smallest first. */
final class CureCandidates {

    private final BootContext boot;
    private final String line;
    private final int pageOrder;

    CureCandidates(BootContext boot) {
        this.boot = boot;
        this.line = boot.boot().commandLine();
        this.pageOrder = Unsigned.log2(boot.boot().pageSize());
    }

    /**
     * One change.
     *
     * @param title what it does
     * @param text the entry that it is about
     * @param edit the change
     * @param changesWhatIsThere whether it removes or changes an entry instead of adding one
     */
    record Candidate(String title, String text, CommandLineEdit edit, boolean changesWhatIsThere) {
    }

    List<Candidate> of(ResourceKey bar) {
        List<PciAddress> involved = new ArrayList<>();
        involved.add(bar.function());
        boot.mapping(bar).ifPresent(mapping -> mapping.sharedWith().stream().map(ResourceKey::function)
                .filter(function -> !involved.contains(function)).forEach(involved::add));
        List<Candidate> candidates = new ArrayList<>();
        for (PciAddress function : involved) {
            boot.requestFor(function).ifPresent(entry -> changes(entry, candidates));
        }
        candidates.add(adding(List.of(byAddress(bar.function()))));
        byId(bar.function()).ifPresent(entry -> candidates.add(adding(List.of(entry))));
        if (involved.size() > 1) {
            candidates.add(adding(involved.stream().map(this::byAddress).toList()));
        }
        return candidates;
    }

    private void changes(AlignmentEntry entry, List<Candidate> to) {
        String text = entry.text().text();
        to.add(new Candidate("remove " + text + boot.defaultAlignmentWords(), text,
                Removal.of(line, entry.text().offset(), entry.text().end()), true));
        String better = pageOrder + "@" + entry.device().text() + entry.suffix().map(Token::text).orElse("");
        if (!better.equals(text)) {
            to.add(new Candidate("write " + better, better,
                    new CommandLineEdit(entry.text().offset(), entry.text().end(), better), true));
        }
    }

    private String byAddress(PciAddress function) {
        return pageOrder + "@" + function;
    }

    private Optional<String> byId(PciAddress function) {
        boolean readable = boot.boot().rules().has(Behaviour.ID_FORM);
        return boot.function(function).map(found -> found.description().ids())
                .filter(ids -> readable && ids.vendor() != 0 && ids.device() != 0)
                .map(ids -> pageOrder + "@pci:" + ids);
    }

    /** Entries in front of those that are there, since the first match decides. */
    private Candidate adding(List<String> entries) {
        String text = String.join(";", entries);
        Token list = boot.options().alignmentRequests().text();
        if (!list.isEmpty()) {
            return new Candidate("write " + text + "; in front of the list of resource_alignment=", text,
                    new CommandLineEdit(list.offset(), list.offset(), text + ";"), false);
        }
        String option = "pci=resource_alignment=" + text;
        return new Candidate("add " + option + " to the command line", text,
                new CommandLineEdit(line.length(), line.length(), (line.isEmpty() ? "" : " ") + option), false);
    }
}
