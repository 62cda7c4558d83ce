package org.pcitopo.dsl.ide.lens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootReference;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.BootSummary;
import org.pcitopo.dsl.ide.workspace.FileUris;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.finder.CheckResult.PlacedExpectation;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Above each boot, and each machine without boots: how many BARs are mapped, and how many expectations hold. */
public final class LensFeature {

    private final FileUris uris;
    private final Function<BootReference, List<Command>> commands;

    /** @param commands what can be asked of a boot */
    public LensFeature(FileUris uris, Function<BootReference, List<Command>> commands) {
        this.uris = uris;
        this.commands = commands;
    }

    /** @param checkpoint called before each boot; what it throws ends the work */
    public List<CodeLens> lenses(Snapshot snapshot, Runnable checkpoint) {
        List<CodeLens> lenses = new ArrayList<>();
        for (Element element : snapshot.document().model().getElements()) {
            checkpoint.run();
            List<BootView> boots = boots(snapshot, element);
            if (!boots.isEmpty()) {
                add(lenses, snapshot, element, summary(snapshot, boots));
                expectations(snapshot, element).ifPresent(words -> add(lenses, snapshot, element, words));
                BootReference boot = BootReference.of(uris.written(snapshot.file().toString()), boots.get(0));
                commands.apply(boot).forEach(command -> lenses.add(new CodeLens(name(snapshot, element), command, null)));
            }
        }
        return lenses;
    }

    private static List<BootView> boots(Snapshot snapshot, Element element) {
        if (element instanceof Boot) {
            return snapshot.outcomes().bootsOf(element);
        }
        return element instanceof Host ? snapshot.outcomes().bootsOfHost(element).stream()
                .filter(boot -> boot.lowered().text().isEmpty()).toList() : List.of();
    }

    private static void add(List<CodeLens> lenses, Snapshot snapshot, EObject element, String title) {
        // Without a command the title is text to read and nothing to press.
        lenses.add(new CodeLens(name(snapshot, element), new Command(title, ""), null));
    }

    private static Range name(Snapshot snapshot, EObject element) {
        return snapshot.lines().range(Regions.of(element, ModelPackage.Literals.ELEMENT__NAME));
    }

    /** {@code 14 of 16 BARs mapped}; where kernels or page sizes differ, each number once. */
    private static String summary(Snapshot snapshot, List<BootView> boots) {
        Map<BootSummary, List<BootView>> same = new LinkedHashMap<>();
        boots.forEach(boot -> same.computeIfAbsent(BootSummary.of(boot), summary -> new ArrayList<>()).add(boot));
        BootNames names = new BootNames(snapshot.outcomes().boots());
        return same.entrySet().stream().map(entry -> words(entry.getKey())
                + (same.size() == 1 ? "" : " " + names.marks(entry.getValue()))).collect(Collectors.joining(", "));
    }

    private static String words(BootSummary summary) {
        return summary.all() == 0 ? "no memory BARs" : summary.mapped() + " of " + summary.all() + " BARs mapped";
    }

    private static Optional<String> expectations(Snapshot snapshot, Element element) {
        TextRegion region = Regions.of(element);
        List<PlacedExpectation> all = snapshot.result().expectations().stream()
                .filter(one -> one.place().file().equals(region.file()) && region.offset() <= one.place().offset()
                        && one.place().offset() < region.end()).toList();
        long passed = all.stream().filter(one -> one.result().passed()).count();
        return all.isEmpty() ? Optional.empty() : Optional.of(passed == all.size()
                ? (all.size() == 1 ? "the expectation holds" : "all " + all.size() + " expectations hold")
                : Quantities.count(all.size() - passed, "expectation") + " of " + all.size() + (all.size() - passed == 1 ? " fails" : " fail"));
    }
}
