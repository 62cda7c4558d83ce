package org.pcitopo.dsl.problems.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** Two elements of one sort, or two functions of one host, with the same name: a reference can mean only one of them. */
public final class DuplicateName implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI008", "two things have the same name");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        Map<String, Statement> elements = new HashMap<>();
        for (Element element : file.model().getElements()) {
            String sort = element.eClass().getName();
            check(element, element.getName(), sort, ModelPackage.Literals.ELEMENT__NAME, elements, report);
            if (element instanceof Host host) {
                Map<String, Statement> names = new HashMap<>();
                host.getMembers().stream().filter(HostBridge.class::isInstance).map(HostBridge.class::cast)
                        .forEach(hostBridge -> functions(hostBridge.getFunctions(), names, report));
            }
        }
    }

    private static void functions(List<Function> functions, Map<String, Statement> names, Report report) {
        for (Function function : functions) {
            check(function, function.getName(), "Function", ModelPackage.Literals.FUNCTION__NAME, names, report);
            if (function instanceof Bridge bridge) {
                functions(bridge.getFunctions(), names, report);
            }
        }
    }

    private static String free(String name, String sort, Map<String, Statement> seen) {
        int number = 2;
        while (seen.containsKey(sort + " " + name + "-" + number)) {
            number++;
        }
        return name + "-" + number;
    }

    private static void check(Statement statement, String name, String sort, EStructuralFeature feature,
            Map<String, Statement> seen, Report report) {
        if (name == null) {
            return;
        }
        Statement first = seen.putIfAbsent(sort + " " + name, statement);
        if (first != null) {
            report.add(Finding.of(KIND, Regions.of(statement, feature), "'" + name
                    + "' is the name of something else already, and a reference means the first one")
                    .withRelated(Regions.of(first, feature), "the first '" + name + "'")
                    .withHelp("give one of them another name")
                    .withFix(Fix.replace("call this one " + free(name, sort, seen), Regions.of(statement, feature), free(name, sort, seen))));
        }
    }
}
