package org.pcitopo.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.Topology;

/** One boot of machines of several sizes, from the topology to the mappings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SimulationBenchmark {

    /** Functions of the machine, bridges among them. */
    @Param({"100", "1000", "10000", "100000"})
    public int functions;

    private Topology topology;

    @Setup
    public void generate() {
        topology = GeneratedMachine.of(functions);
    }

    @Benchmark
    public Simulation simulate() {
        return GeneratedMachine.simulate(topology);
    }
}
