package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.PciAddress;

/** Numbers names that differ in a number alone, {@code nvme7} and {@code nvme2}, in the order of their addresses: nvme0, nvme1. */
final class NumberOffers implements OfferParticipant {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]+)");

    private final Workspace workspace;

    NumberOffers(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorRewrite);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<Host> host = place.found().map(Found::subject).filter(Subject.Named.class::isInstance).map(named -> ((Subject.Named) named).element())
                .filter(Host.class::isInstance).map(Host.class::cast)
                .filter(found -> Regions.of(found).file().equals(place.snapshot().file().toString()));
        Map<Function, String> names = host.map(found -> names(place, found)).orElse(Map.of());
        boolean known = names.isEmpty() || workspace.files().stream().filter(file -> !file.equals(place.snapshot().file()))
                .anyMatch(file -> workspace.file(file).filter(other -> names.keySet().stream()
                        .anyMatch(function -> other.text().contains(function.getName())) && imports(other, place)).isPresent());
        return known ? List.of() : List.of(Offer.of("Number names by address", CodeActionKind.RefactorRewrite, edits(place, names)));
    }

    private static boolean imports(Snapshot other, Place place) {
        return other.text().contains("import") && other.document().model().getImports().stream().anyMatch(statement ->
                Imports.resolve(statement).uri().filter(place.snapshot().file()::equals).isPresent());
    }

    /** The functions that get another name. */
    private static Map<Function, String> names(Place place, Host host) {
        Map<Function, PciAddress> addresses = new HashMap<>();
        for (BootView boot : place.snapshot().outcomes().bootsOfHost(host)) {
            for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
                boot.lowered().sources().of(function.description()).ifPresent(text -> addresses.putIfAbsent(text.function(), function.address()));
            }
        }
        Map<String, List<Function>> byStem = new LinkedHashMap<>();
        for (Function function : EcoreUtil2.getAllContentsOfType(host, Function.class)) {
            Matcher name = NUMBERED.matcher(function.getName() == null ? "" : function.getName());
            if (name.matches() && addresses.containsKey(function)) {
                byStem.computeIfAbsent(name.group(1), stem -> new ArrayList<>()).add(function);
            }
        }
        Map<Function, String> names = new LinkedHashMap<>();
        byStem.forEach((stem, functions) -> {
            functions.sort(Comparator.comparing(addresses::get));
            for (int i = 0; i < functions.size() && functions.size() > 1; i++) {
                if (!functions.get(i).getName().equals(stem + i)) {
                    names.put(functions.get(i), stem + i);
                }
            }
        });
        return names;
    }

    private static List<TextEdit> edits(Place place, Map<Function, String> names) {
        List<TextEdit> edits = new ArrayList<>();
        names.forEach((function, name) -> edits.add(new TextEdit(Regions.of(function, ModelPackage.Literals.FUNCTION__NAME), name)));
        for (NameSelector selector : EcoreUtil2.getAllContentsOfType(place.snapshot().document().model(), NameSelector.class)) {
            EObject target = selector.getTarget();
            if (target instanceof Function function && names.containsKey(function)) {
                edits.add(new TextEdit(Regions.of(selector), names.get(function)));
            }
        }
        return edits;
    }
}
