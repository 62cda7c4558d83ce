package org.pcitopo.dsl.ide.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.lowering.FunctionText;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;

/** The way from a place of the text to one of the drawing, and back. */
public final class LocateFeature {

    private final Workspace workspace;

    public LocateFeature(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Where the other side of {@code question} is: for a position in the text a spot, else a place in the text; empty for none. */
    public Optional<Map<String, Object>> locate(Snapshot snapshot, DrawQuestion question) {
        if (question.position().isPresent()) {
            return new SpotFinder(snapshot, Spot.of(question)).at(question.position().get()).map(Spot::toJson);
        }
        return region(snapshot, Spot.of(question)).map(region -> {
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("uri", workspace.uris().written(region.file()));
            location.put("range", workspace.lines(snapshot, region.file()).range(region));
            return location;
        });
    }

    private static Optional<TextRegion> region(Snapshot snapshot, Spot spot) {
        List<BootView> views = snapshot.outcomes().boots();
        // The boot's name is the first to be doubted: it may have been renamed since the drawing was made.
        Stream<BootView> likely = Stream.concat(views.stream().filter(spot::isIn),
                views.stream().filter(view -> view.id().host().equals(spot.host())));
        return likely.flatMap(view -> region(view, spot).stream()).findFirst();
    }

    private static Optional<TextRegion> region(BootView view, Spot spot) {
        if (spot.function().isEmpty()) {
            return Optional.of(Regions.of(view.lowered().text().<EObject>map(boot -> boot).orElse(view.lowered().host()),
                    ModelPackage.Literals.ELEMENT__NAME));
        }
        Optional<TextRegion> bridge = view.simulation().topology().hostBridges().stream().filter(one -> one.id().equals(spot.function()))
                .findFirst().flatMap(one -> view.lowered().sources().of(one)).map(Regions::of);
        return bridge.or(() -> PciAddress.parse(spot.function()).flatMap(view::function)
                .flatMap(function -> view.lowered().sources().of(function.description()))
                .map(text -> region(text, spot.resource())));
    }

    private static TextRegion region(FunctionText text, String resource) {
        return ResourceName.ofJsonName(resource).map(text::region).orElseGet(text::region);
    }
}
