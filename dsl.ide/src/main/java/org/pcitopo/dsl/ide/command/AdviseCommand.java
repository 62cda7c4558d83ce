package org.pcitopo.dsl.ide.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Wanted;
import org.pcitopo.dsl.ide.words.AdviceWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Variants;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.advise.Remedies;

/** The command line that maps what the boot hands to guests and costs least, on all its kernels and page sizes. */
final class AdviseCommand implements BootCommand {

    private static final long PATIENCE_SECONDS = 10;

    private final FileEdits edits;

    AdviseCommand(FileEdits edits) {
        this.edits = edits;
    }

    @Override
    public String name() {
        return "pcitopo.advise";
    }

    @Override
    public String title() {
        return "advise";
    }

    @Override
    public Answer answer(Snapshot snapshot, List<BootView> cells, Runnable checkpoint) {
        BootView boot = cells.get(0);
        BooleanSupplier shouldStop = patience(checkpoint);
        Optional<Advice> advice = snapshot.variants().advise(Wanted.simulations(cells), Wanted.bars(cells, Wanted.functions(boot)), Variants.ALL, shouldStop);
        String title = "advice for boot " + boot.name();
        if (advice.isEmpty()) {
            return Answer.of(title, "This machine cannot be simulated.", "This machine cannot be simulated.");
        }
        List<Answer.Proposal> proposals = new ArrayList<>();
        Stream.of(advice.get().best(), advice.get().simpler(), advice.get().closest()).flatMap(Optional::stream)
                .forEach(one -> proposal(boot, one).ifPresent(proposals::add));
        return new Answer(title, AdviceWords.summary(advice.get()), AdviceWords.text(advice.get(), Remedies.of(advice.get(), shouldStop), boot),
                proposals);
    }

    private static BooleanSupplier patience(Runnable checkpoint) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        return () -> {
            checkpoint.run();
            return System.nanoTime() > end;
        };
    }

    private Optional<Answer.Proposal> proposal(BootView boot, Proposal proposal) {
        String title = "Write " + AdviceWords.gist(proposal) + " (" + AdviceWords.cost(proposal) + ")";
        CommandLineEdit edit = new CommandLineEdit(proposal.change().from(), proposal.change().to(), proposal.change().replacement());
        return edit.fix(new BootContext(boot.lowered(), boot.simulation(), List.of()), title).map(Fix::edits).flatMap(edits::of)
                .map(change -> new Answer.Proposal(title, change));
    }
}
