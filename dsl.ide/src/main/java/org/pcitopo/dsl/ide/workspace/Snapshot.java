package org.pcitopo.dsl.ide.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.pcitopo.dsl.ide.outcome.Outcomes;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.finder.ProblemFinder;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.dsl.problems.finder.Simulations;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.LiveDocument;

/**
 * One file at one moment. All that is known of it is computed once, when first asked for, by whichever thread asks; once the
 * snapshot is superseded, what is not known yet is not computed any more and {@link Superseded} is thrown instead.
 */
public final class Snapshot {

    private final URI file;
    private final int version;
    private final String text;
    private final long generation;
    private final CheckOptions options;
    private final Supplier<LiveDocument> reader;
    private final Lineage lineage;
    private final Models models;
    private final Memo<LineIndex> lines = new Memo<>();
    private final Memo<Document> document = new Memo<>();
    private final Memo<Names> names = new Memo<>();
    private final Memo<Simulations> simulations = new Memo<>();
    private final Memo<CheckResult> result = new Memo<>();
    private final Memo<Outcomes> outcomes = new Memo<>();
    private final Memo<Variants> variants = new Memo<>();
    private volatile boolean superseded;
    private volatile boolean modelLost;
    private volatile Recent before = Recent.NOTHING;

    /** What was last known of a file, that does not change with its model. */
    private record Recent(Optional<Names> names, Optional<Simulations> simulations) {
        private static final Recent NOTHING = new Recent(Optional.empty(), Optional.empty());
    }

    Snapshot(URI file, int version, String text, long generation, CheckOptions options, Supplier<LiveDocument> reader, Lineage lineage,
            Models models) {
        this.file = file;
        this.version = version;
        this.text = text;
        this.generation = generation;
        this.options = options;
        this.reader = reader;
        this.lineage = lineage;
        this.models = models;
    }

    /** The language's URI. */
    public URI file() {
        return file;
    }

    /** The editor's number for the text; 0 for a file that no editor has open. */
    public int version() {
        return version;
    }

    /** Grows with every snapshot of the workspace, so that no two are taken for each other. */
    public long generation() {
        return generation;
    }

    public String text() {
        return text;
    }

    public LineIndex lines() {
        return lines.get(() -> new LineIndex(text));
    }

    /**
     * Answers {@code question}, for which models stay as they are. That of an earlier text becomes this one's first, where that is
     * possible. The thread must not be looking at any snapshot yet.
     */
    public <T> T look(Function<Snapshot, T> question) {
        if (document.peek().isEmpty()) {
            models.change(this::takeModel);
        }
        return models.look(() -> question.apply(this));
    }

    private void takeModel() {
        if (document.peek().isEmpty() && !superseded) {
            lineage.handTo(this).ifPresent(document::set);
        }
    }

    /** A later snapshot has taken the model. */
    void loseModel() {
        modelLost = true;
    }

    /** The text, read and linked. Names are resolved, so that it can be looked at by several threads. */
    public Document document() {
        assert models.isLooking() : "models are read within look alone, or they change meanwhile";
        if (modelLost) {
            throw new Superseded();
        }
        Document read = document.get(() -> {
            checkCurrent();
            LiveDocument live = reader.get();
            lineage.adopt(this, live);
            return live.document();
        });
        names.get(() -> Names.of(read.model()));
        return read;
    }

    /** What is to be said of the file, with all boots simulated. */
    public CheckResult result() {
        return result.get(() -> ProblemFinder.check(document(), options, lineage.findings(), simulations(), this::checkCurrent));
    }

    private Simulations simulations() {
        return simulations.get(() -> Simulations.of(document(), options, lineage.findings(), this::checkCurrent));
    }

    /** As {@link #result}, if it is known already. */
    public Optional<CheckResult> knownResult() {
        return result.peek();
    }

    /** What the boots come to, from the text's point of view; waits for simulations, not for what rules find in them. */
    public Outcomes outcomes() {
        return outcomes.get(() -> Outcomes.of(simulations().boots()));
    }

    /** The boots with other page sizes and command lines. */
    public Variants variants() {
        return variants.get(() -> new Variants(this::checkCurrent));
    }

    /**
     * The names, or those of an earlier text of the file where they are known already: for somebody who types, and waits for no model.
     * The thread must not be looking at any snapshot yet.
     */
    public Names recentNames() {
        return recent().names().orElseGet(() -> look(newest -> {
            newest.document();
            return newest.recent().names().orElseThrow();
        }));
    }

    /** The boots, or those of an earlier text of the file where they are known already; as {@link #recentNames}. */
    public List<SimulatedBoot> recentBoots() {
        return recent().simulations().orElseGet(() -> look(Snapshot::simulations)).boots();
    }

    private Recent recent() {
        Recent old = before;
        return new Recent(names.peek().or(old::names), simulations.peek().or(old::simulations));
    }

    /** Remembers what is known of {@code old}, the snapshot that this one takes the place of. */
    void follow(Snapshot old) {
        before = old.recent();
    }

    /** What later snapshots of the same text and its imports can take over. */
    Lineage lineage() {
        return lineage;
    }

    /** Whether a newer snapshot of the file has taken its place. */
    public boolean isSuperseded() {
        return superseded;
    }

    void supersede() {
        superseded = true;
    }

    /** @throws Superseded where a newer snapshot has taken its place, so that no work on this one is wanted any more */
    public void checkCurrent() {
        if (superseded) {
            throw new Superseded();
        }
    }

    /** Whether what is known of this file may change with {@code other}: it imports it, directly or not, or tries to. */
    boolean dependsOn(URI other) {
        return document.peek().map(read -> importedBy(read).contains(other)).orElse(true);
    }

    private static Set<URI> importedBy(Document document) {
        Set<URI> imported = new HashSet<>();
        for (Resource resource : document.model().eResource().getResourceSet().getResources()) {
            imported.add(resource.getURI());
            if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof PcitopoFile file) {
                for (Import statement : file.getImports()) {
                    Imports.resolve(statement).uri().ifPresent(imported::add);
                }
            }
        }
        return imported;
    }
}
