package org.pcitopo.dsl.problems.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * The smallest change of the command line that makes one BAR mappable and costs nothing else. A handful of changes is tried, each
 * proved by simulating it; where none works, the message says what stands in the way.
 */
final class SmallestCure {

    private final BootContext boot;
    private final CureCandidates candidates;

    SmallestCure(BootContext boot) {
        this.boot = boot;
        this.candidates = new CureCandidates(boot);
    }

    /** {@code finding} about {@code bar}, with how to mend it. */
    Finding addTo(Finding finding, AssignedResource bar) {
        Optional<String> obstacle = obstacle(bar);
        if (obstacle.isPresent()) {
            return finding.withHelp("no alignment request can help: " + obstacle.get());
        }
        List<CureCandidates.Candidate> working = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (CureCandidates.Candidate candidate : candidates.of(bar.key())) {
            if (!working.isEmpty() && !candidate.changesWhatIsThere()) {
                break;
            }
            Optional<String> failure = failure(candidate, bar.key());
            if (failure.isEmpty()) {
                working.add(candidate);
                if (!candidate.changesWhatIsThere()) {
                    break;
                }
            } else {
                failures.add(failure.get());
            }
        }
        return working.isEmpty() ? finding.withHelp(words(failures)) : withCures(finding, working);
    }

    private Finding withCures(Finding finding, List<CureCandidates.Candidate> working) {
        Finding result = finding.withHelp(working.stream().map(CureCandidates.Candidate::title).distinct()
                .collect(Collectors.joining(", or ")));
        for (CureCandidates.Candidate candidate : working) {
            Optional<Fix> fix = candidate.edit().fix(boot, candidate.title());
            if (fix.isPresent()) {
                result = result.withFix(fix.get());
            }
        }
        return result;
    }

    /** What keeps every request from this BAR. */
    private Optional<String> obstacle(AssignedResource bar) {
        if (bar.state() == ResourceState.FIXED) {
            return Optional.of("this BAR is fixed, and the kernel never moves it");
        }
        boolean ignored = boot.simulation().topology().platform().probeOnly()
                && boot.boot().rules().has(Behaviour.REQUESTS_RESPECT_FIRMWARE);
        return ignored ? Optional.of("the platform says probe-only, so the kernel ignores requests") : Optional.empty();
    }

    /** Why a candidate does not help, empty where it does. */
    private Optional<String> failure(CureCandidates.Candidate candidate, ResourceKey bar) {
        Optional<Simulation> trial = boot.trials().with(candidate.edit().applyTo(boot.boot().commandLine()));
        if (trial.isEmpty()) {
            return Optional.of("the machine is too large to try changes for every BAR; see the others first");
        }
        Gains gains = Gains.between(boot.simulation(), trial.get());
        if (!gains.lost().isEmpty()) {
            return Optional.of("'" + candidate.text() + "' would cost "
                    + Quantities.list(gains.lost().stream().map(boot::shortNameOf).toList(), 3));
        }
        boolean cured = gains.won().contains(bar);
        return cured ? Optional.empty() : Optional.of("'" + candidate.text() + "' does not change that");
    }

    private static String words(List<String> failures) {
        return failures.isEmpty() ? "no change of the command line was found that helps"
                : "no small change of the command line helps: " + String.join("; ", new LinkedHashSet<>(failures));
    }
}
