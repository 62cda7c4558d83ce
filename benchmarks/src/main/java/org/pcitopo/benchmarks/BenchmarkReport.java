package org.pcitopo.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the simulation benchmark and prints time and allocation for each function. */
public final class BenchmarkReport {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final int FLAT_FROM = 1000;
    private static final double FLAT_WITHIN = 3;
    private static final int ITERATIONS = 5;

    private record Row(int functions, double wallNanoseconds, double cpuNanoseconds, double bytes) {
        double nanosecondsEach() {
            return cpuNanoseconds / functions;
        }

        double bytesEach() {
            return bytes / functions;
        }
    }

    private BenchmarkReport() {
    }

    /** Exits with 1 where time or allocation for each function grows by more than the factor that is promised. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(SimulationBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTimeProfiler.class)
                .forks(1)
                .warmupIterations(ITERATIONS).warmupTime(TimeValue.seconds(2))
                .measurementIterations(ITERATIONS).measurementTime(TimeValue.seconds(2))
                .jvmArgs("-Xms4g", "-Xmx4g", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .build()).run();
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            rows.add(row(result));
        }
        rows.sort((a, b) -> Integer.compare(a.functions(), b.functions()));
        System.out.println();
        System.out.println("functions   wall ms per boot   CPU ms per boot   CPU us per function   KiB per function");
        for (Row row : rows) {
            System.out.printf("%9d   %16.3f   %15.3f   %19.3f   %16.2f%n", row.functions(), row.wallNanoseconds() / 1e6,
                    row.cpuNanoseconds() / 1e6, row.nanosecondsEach() / 1e3, row.bytesEach() / 1024);
        }
        List<Row> large = rows.stream().filter(row -> row.functions() >= FLAT_FROM).toList();
        double time = spread(large.stream().map(Row::nanosecondsEach).toList());
        double allocation = spread(large.stream().map(Row::bytesEach).toList());
        System.out.printf("%nfrom %d functions on: CPU time for each function within a factor of %.2f, allocation within %.2f"
                + " (promised: %.0f)%n", FLAT_FROM, time, allocation, FLAT_WITHIN);
        System.exit(time <= FLAT_WITHIN && allocation <= FLAT_WITHIN ? 0 : 1);
    }

    private static Row row(RunResult result) {
        return new Row(Integer.parseInt(result.getParams().getParam("functions")), result.getPrimaryResult().getScore(),
                secondary(result, CpuTimeProfiler.LABEL), secondary(result, ALLOCATION));
    }

    private static double secondary(RunResult result, String label) {
        for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
            if (entry.getKey().endsWith(label)) {
                return entry.getValue().getScore();
            }
        }
        throw new IllegalStateException("JMH did not measure " + label);
    }

    private static double spread(List<Double> values) {
        double smallest = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return largest / smallest;
    }
}
