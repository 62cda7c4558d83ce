package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Nothing better is left out: on small machines made from seeds every command line is tried that names any choice of functions,
 * by address and by ids, with each order, and none of them is better than what was advised.
 */
class OptimalityTest {

    private static final int HIGHEST_ORDER = 17;

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bruteForceFindsNothingBetter(int seed) {
        Random random = new Random(seed);
        Simulation before = machine(random);
        Set<PciAddress> wanted = new TreeSet<>();
        before.mappings().stream().map(mapping -> mapping.function()).distinct()
                .filter(function -> random.nextInt(3) > 0).forEach(wanted::add);
        Question question = Question.of(before, wanted);
        Outcome outcome = new Outcome(before, question.wanted());
        assumeTrue(!outcome.unmetBefore().isEmpty() && outcome.unmetBefore().size() <= 6);

        Advice advice = Advisor.advise(question, () -> false, HIGHEST_ORDER);
        Optional<Cost> found = advice.best().map(Proposal::cost);

        assertTrue(advice.complete());
        Trials trials = new Trials(List.of(outcome));
        for (String line : lines(before)) {
            Trials.Trial trial = trials.with(line).orElseThrow();
            boolean works = trial.unmet() == 0 && trial.lost() == 0;
            assertTrue(!works || found.isPresent() && found.get().compareTo(trial.cost()) <= 0,
                    () -> trial.cost() + " is better than " + found + "; before: " + before.boot().commandLine() + " "
                            + before.boot().rules() + "\n" + before.assignment().resources());
        }
    }

    private static Simulation machine(Random random) {
        String[] kernels = {"4.5", "4.10", "5.10", "6.1", "6.12", "6.18", "7.3", "v4"};
        String kernel = kernels[random.nextInt(kernels.length)];
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        String[] lines = {"", "", "quiet", "pci=realloc", "pci=resource_alignment=13@00:02.0", "pci=resource_alignment=12@00:01.0;16@00:02.0"};
        String line = lines[random.nextInt(lines.length)];
        long pageSize = random.nextInt(3) == 0 ? 4096 : 65536;
        StringBuilder text = new StringBuilder();
        boolean x86 = random.nextBoolean();
        long next = 0x80000000L;
        int functions = 2 + random.nextInt(4);
        boolean bridge = random.nextInt(3) == 0;
        if (bridge) {
            text.append(x86 ? "01.0 RPn bus=1 mem=0x80000000-0x800fffff {\n" : "01.0 RPn {\n");
        }
        for (int i = 0; i < functions; i++) {
            text.append(String.format("%02x.0", i + 1));
            int bars = 1 + random.nextInt(2);
            for (int bar = 0; bar < bars; bar++) {
                int size = 1 << 8 + 2 * random.nextInt(4);
                next = next + size - 1 & -size;
                String place = x86 && random.nextInt(5) > 0 ? String.format("@0x%x", next) : "";
                next += size;
                text.append(random.nextInt(4) == 0 ? " SD" + place : " m32:" + size + place);
                if (text.toString().endsWith("SD" + place)) {
                    break;
                }
            }
            text.append('\n');
        }
        text.append(bridge ? "}\n" : "");
        PaperMachine machine = x86 ? PaperMachine.x86(text.toString()) : PaperMachine.arm64(text.toString());
        if (random.nextInt(4) == 0) {
            machine.windows("mem 0x80000000-0x8003ffff");
        }
        return Simulator.simulate(machine.topology(), Boot.of("random", rules, pageSize, line));
    }

    /** Every line: any set of names with one order, in front of each choice of old entries, with and without realloc. */
    private static Set<String> lines(Simulation before) {
        KernelRules rules = before.boot().rules();
        Set<String> names = new LinkedHashSet<>();
        for (EnumeratedFunction function : before.assignment().functions()) {
            names.add(function.address().toString().substring(5));
            if (rules.has(Behaviour.ID_FORM)) {
                names.add("pci:" + function.description().ids());
            }
        }
        List<String> all = new ArrayList<>(names);
        String line = before.boot().commandLine();
        List<String> old = line.contains("resource_alignment=") ? List.of(line.substring(line.lastIndexOf('=') + 1).split(";")) : List.of();
        Set<String> lists = new LinkedHashSet<>(List.of(""));
        String[] suffixes = rules.has(Behaviour.NORESIZE_AND_WILDCARDS) ? new String[] {"", ":noresize"} : new String[] {""};
        for (int order = Long.numberOfTrailingZeros(before.boot().pageSize()); order <= HIGHEST_ORDER; order++) {
            boolean page = 1L << order == before.boot().pageSize();
            for (String suffix : suffixes) {
                for (int bits = 0; bits < 1 << all.size(); bits++) {
                    List<String> entries = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        if ((bits >> i & 1) != 0) {
                            entries.add((page ? "" : order + "@") + all.get(i) + suffix);
                        }
                    }
                    for (int kept = 0; kept < 1 << old.size(); kept++) {
                        List<String> list = new ArrayList<>(entries);
                        for (int i = 0; i < old.size(); i++) {
                            if ((kept >> i & 1) != 0) {
                                list.add(old.get(i));
                            }
                        }
                        lists.add(String.join(";", list));
                    }
                }
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        for (String list : lists) {
            String option = list.isEmpty() ? "" : "resource_alignment=" + list;
            for (String realloc : List.of("", "realloc")) {
                String pci = String.join(",", Stream.of(realloc, option).filter(text -> !text.isEmpty()).toList());
                String whole = line.startsWith("quiet") ? "quiet" + (pci.isEmpty() ? "" : " pci=" + pci) : pci.isEmpty() ? "" : "pci=" + pci;
                lines.add(whole);
            }
        }
        return lines;
    }
}
