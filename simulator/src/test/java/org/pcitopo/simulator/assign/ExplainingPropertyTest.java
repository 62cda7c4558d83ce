package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.explain.Explainer;
import org.pcitopo.simulator.explain.Explanation;
import org.pcitopo.simulator.explain.Topic;

/** Whatever a machine looks like, each of its resources can be explained. */
class ExplainingPropertyTest {

    @Provide
    Arbitrary<RandomMachines.Scenario> boots() {
        return RandomMachines.scenarios();
    }

    @Property(tries = 40)
    void everyResourceIsExplained(@ForAll("boots") RandomMachines.Scenario scenario) {
        Simulation simulation = Simulator.simulate(scenario.topology(), scenario.boot());
        Explainer explainer = new Explainer(simulation);
        for (AssignedResource resource : simulation.assignment().resources()) {
            Explanation explanation = explainer.explain(resource.key()).orElseThrow();
            assertTrue(explanation.steps().stream().allMatch(step -> step.text().endsWith(".") || step.text().endsWith(":")),
                    explanation::toString);
        }
    }

    @Property(tries = 100)
    void whatFindsNoPlaceSaysWhy(@ForAll("boots") RandomMachines.Scenario scenario) {
        Simulation simulation = Simulator.simulate(scenario.topology(), scenario.boot());
        Explainer explainer = new Explainer(simulation);
        List<String> silent = simulation.assignment().resources().stream()
                .filter(resource -> resource.state() == ResourceState.UNASSIGNED).limit(3)
                .map(resource -> explainer.explain(resource.key()).orElseThrow())
                .filter(explanation -> explanation.steps().stream().noneMatch(step -> step.topic() == Topic.PLACE))
                .map(Explanation::title).toList();
        assertEquals(List.of(), silent);
    }
}
