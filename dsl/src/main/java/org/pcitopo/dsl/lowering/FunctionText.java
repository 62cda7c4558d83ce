package org.pcitopo.dsl.lowering;

import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.model.DeviceType;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * Where a function stands in the text.
 *
 * @param function the function as written
 * @param registers the statement that has the last word on each of its resources
 */
public record FunctionText(Function function, Map<ResourceName, Statement> registers) {

    public FunctionText {
        registers = Map.copyOf(registers);
    }

    /** The function's name, or its address where it has none. */
    public TextRegion region() {
        return Regions.of(function, function.getName() == null ? ModelPackage.Literals.FUNCTION__ADDRESS
                : ModelPackage.Literals.FUNCTION__NAME);
    }

    /** Where to point for {@code resource}: its statement if that stands in the function itself, else {@link #region()}. */
    public TextRegion region(ResourceName resource) {
        return statement(resource).filter(statement -> !isShared(statement)).map(Regions::of).orElseGet(this::region);
    }

    /** The statement in a device type that describes {@code resource}, where one does and the function itself does not. */
    public Optional<TextRegion> declaration(ResourceName resource) {
        return statement(resource).filter(FunctionText::isShared).map(Regions::of);
    }

    /** The statement that has the last word on {@code resource}. */
    public Optional<Statement> statement(ResourceName resource) {
        return Optional.ofNullable(registers.get(resource));
    }

    private static boolean isShared(Statement statement) {
        return EcoreUtil2.getContainerOfType(statement, DeviceType.class) != null;
    }
}
