package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.RandomMachines;
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
    /** Larger machines take too long for a test that everybody runs. */
    private static final int MOST_LINES = Integer.getInteger("lines", 4_000);
    private static final int MOST_UNMAPPABLE = 6;
    private static final String LIST = "resource_alignment=";

    /** All that counts; which of two equal lines is told does not. */
    private static final Comparator<Cost> WORTH = Comparator.comparingInt(Cost::moved).thenComparingInt(Cost::enlarged)
            .thenComparingInt(Cost::entries).thenComparing(Cost::space, Long::compareUnsigned)
            .thenComparingInt(cost -> cost.text().length());

    /** A machine with something to cure, on which every line can be tried. */
    private record Trouble(Simulation before, Question question, Outcome outcome, Set<String> lines, int highestOrder) {

        /** Empty where nothing is to be cured, or too much. */
        static Optional<Trouble> of(Simulation before, Random random, int highestOrder) {
            Set<PciAddress> wanted = new TreeSet<>();
            before.mappings().stream().map(mapping -> mapping.function()).distinct()
                    .filter(function -> random.nextInt(3) > 0).forEach(wanted::add);
            Question question = Question.of(before, wanted);
            Outcome outcome = new Outcome(before, question.wanted());
            return Optional.of(outcome).filter(one -> !one.unmetBefore().isEmpty() && one.unmetBefore().size() <= MOST_UNMAPPABLE)
                    .map(one -> new Trouble(before, question, one, OptimalityTest.lines(before, highestOrder), highestOrder))
                    .filter(trouble -> trouble.lines().size() <= MOST_LINES);
        }
    }

    static Stream<Integer> smallSeeds() {
        return seeds(OptimalityTest::small);
    }

    static Stream<Integer> anySeeds() {
        return seeds(OptimalityTest::any);
    }

    /** The first seeds that make trouble. */
    private static Stream<Integer> seeds(IntFunction<Optional<Trouble>> maker) {
        return IntStream.iterate(0, seed -> seed + 1).boxed().filter(seed -> maker.apply(seed).isPresent())
                .limit(Integer.getInteger("seeds", 32));
    }

    @ParameterizedTest
    @MethodSource("smallSeeds")
    void bruteForceFindsNothingBetter(int seed) {
        check(small(seed).orElseThrow());
    }

    /** The same on machines of every architecture, with bridges, odd firmware and whatever stands on their command lines. */
    @ParameterizedTest
    @MethodSource("anySeeds")
    void nothingIsBetterOnMachinesOfAnySort(int seed) {
        check(any(seed).orElseThrow());
    }

    private static Optional<Trouble> small(int seed) {
        Random random = new Random(seed);
        return Trouble.of(machine(random), random, HIGHEST_ORDER);
    }

    private static Optional<Trouble> any(int seed) {
        Random random = new Random(seed);
        RandomMachines.Scenario scenario = RandomMachines.small(2 + random.nextInt(5), seed);
        Simulation before = Simulator.simulate(scenario.topology(), scenario.boot());
        return Trouble.of(before, random, Long.numberOfTrailingZeros(before.boot().pageSize()) + 2);
    }

    private static void check(Trouble trouble) {
        Simulation before = trouble.before();
        Advice advice = Advisor.advise(trouble.question(), () -> false, trouble.highestOrder());
        Optional<Cost> found = advice.best().map(Proposal::cost);

        assertTrue(advice.complete());
        Trials trials = new Trials(List.of(trouble.outcome()));
        for (String line : trouble.lines()) {
            Trials.Trial trial = trials.with(line).orElseThrow();
            boolean works = trial.unmet() == 0 && trial.lost() == 0;
            assertTrue(!works || found.isPresent() && WORTH.compare(found.get(), trial.cost()) <= 0,
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

    /** Every line: any set of names with one order, in front of each choice of old entries, with and without other options. */
    private static Set<String> lines(Simulation before, int highestOrder) {
        List<String> words = List.of(before.boot().commandLine().split(" "));
        List<String> pieces = words.stream().filter(word -> word.startsWith("pci="))
                .flatMap(word -> Stream.of(word.substring(4).split(","))).toList();
        String rest = String.join(" ", words.stream().filter(word -> !word.startsWith("pci=") && !word.isEmpty()).toList());
        List<String> lists = pieces.stream().filter(piece -> piece.startsWith(LIST)).toList();
        List<String> old = lists.isEmpty() ? List.of() : List.of(lists.get(lists.size() - 1).substring(LIST.length()).split(";"));
        List<String> other = pieces.stream().filter(piece -> !piece.startsWith(LIST) && !isReserve(piece) && !isRealloc(piece)).toList();
        Set<List<String>> realloc = new LinkedHashSet<>(List.of(pieces.stream().filter(OptimalityTest::isRealloc).toList(),
                List.of(), List.of("realloc")));
        Set<List<String>> reserves =
                new LinkedHashSet<>(List.of(pieces.stream().filter(OptimalityTest::isReserve).toList(), List.of()));
        Set<String> lines = new LinkedHashSet<>();
        for (String list : requests(before, old, highestOrder)) {
            for (List<String> one : realloc) {
                for (List<String> two : reserves) {
                    List<String> all = new ArrayList<>(other);
                    all.addAll(one);
                    all.addAll(two);
                    if (!list.isEmpty()) {
                        all.add(LIST + list);
                    }
                    String pci = all.isEmpty() ? "" : "pci=" + String.join(",", all);
                    lines.add((rest + " " + pci).strip());
                }
            }
        }
        return lines;
    }

    private static boolean isReserve(String piece) {
        return piece.matches("hp(io|mmio|mmiopref|mem)size=.*");
    }

    private static boolean isRealloc(String piece) {
        return piece.startsWith("realloc");
    }

    private static Set<String> requests(Simulation before, List<String> old, int highestOrder) {
        KernelRules rules = before.boot().rules();
        Set<String> names = new LinkedHashSet<>();
        for (EnumeratedFunction function : before.assignment().functions()) {
            names.add(function.address().toString().substring("0000:".length()));
            if (rules.has(Behaviour.ID_FORM)) {
                names.add("pci:" + function.description().ids());
            }
        }
        List<String> all = new ArrayList<>(names);
        String[] suffixes = rules.has(Behaviour.NORESIZE_AND_WILDCARDS) ? new String[] {"", ":noresize"} : new String[] {""};
        Set<String> lists = new LinkedHashSet<>();
        for (int order = Long.numberOfTrailingZeros(before.boot().pageSize()); order <= highestOrder; order++) {
            String prefix = 1L << order == before.boot().pageSize() ? "" : order + "@";
            for (String suffix : suffixes) {
                for (int bits = 0; bits < 1 << all.size(); bits++) {
                    List<String> entries = chosen(all.stream().map(name -> prefix + name + suffix).toList(), bits);
                    for (int kept = 0; kept < 1 << old.size(); kept++) {
                        lists.add(String.join(";", Stream.concat(entries.stream(), chosen(old, kept).stream()).toList()));
                    }
                }
            }
        }
        return lists;
    }

    private static List<String> chosen(List<String> from, int bits) {
        return IntStream.range(0, from.size()).filter(at -> (bits >> at & 1) != 0).mapToObj(from::get).toList();
    }
}
