package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;

/**
 * Everything that is said of one function: by the types that its type extends, by its type, in its head line and in its body,
 * in this order, so that the last word counts.
 */
final class FunctionMembers {

    private final List<Statement> statements = new ArrayList<>();

    static FunctionMembers of(Function function, Problems problems) {
        FunctionMembers members = new FunctionMembers();
        List<DeviceType> types = new ArrayList<>();
        DeviceType next = function.getType();
        while (next != null && !next.eIsProxy()) {
            if (types.contains(next)) {
                problems.add(LoweringProblem.Kind.EXTENDS_ITSELF, next, ModelPackage.Literals.DEVICE_TYPE__BASE,
                        "device-type '" + next.getName() + "' extends itself");
                break;
            }
            types.add(0, next);
            next = next.getBase();
        }
        types.forEach(type -> members.statements.addAll(type.getMembers()));
        members.statements.addAll(function.getAttributes());
        members.statements.addAll(function.getMembers());
        return members;
    }

    /** What is said with statements of {@code kind}, general first. */
    <T extends Statement> List<T> all(Class<T> kind) {
        List<T> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (kind.isInstance(statement)) {
                all.add(kind.cast(statement));
            }
        }
        return all;
    }

    /** The word that counts. */
    <T extends Statement> Optional<T> last(Class<T> kind) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (kind.isInstance(statements.get(i))) {
                return Optional.of(kind.cast(statements.get(i)));
            }
        }
        return Optional.empty();
    }
}
