package org.pcitopo.dsl.ide.hierarchy;

import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.workspace.FileUris;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * For a device: the devices that share a page with it (incoming), and the bridges above it (outgoing), in the first boot that has it.
 */
public final class HierarchyFeature {

    private final FileUris uris;

    public HierarchyFeature(FileUris uris) {
        this.uris = uris;
    }

    /** The device at {@code position}. */
    public List<CallHierarchyItem> prepare(Snapshot snapshot, Position position) {
        return Cursor.at(snapshot.document(), snapshot.lines().offset(position)).map(found -> found.subject())
                .flatMap(HierarchyFeature::function).flatMap(function -> snapshot.outcomes().functions(function).stream().findFirst())
                .flatMap(seen -> item(snapshot, seen)).stream().toList();
    }

    private static Optional<Function> function(Subject subject) {
        EObject element = subject instanceof Subject.Named named ? named.element()
                : subject instanceof Subject.Resource resource ? resource.statement() : null;
        return Optional.ofNullable(element).map(found -> EcoreUtil2.getContainerOfType(found, Function.class));
    }

    /** What shares a page with the device of {@code item}. */
    public List<CallHierarchyIncomingCall> incoming(Snapshot snapshot, CallHierarchyItem item) {
        Map<String, CallHierarchyIncomingCall> calls = new LinkedHashMap<>();
        for (Seen.OfFunction seen : seen(snapshot, item)) {
            for (Mapping mapping : seen.boot().simulation().mappings()) {
                if (mapping.function().equals(seen.function().address())) {
                    for (ResourceKey other : mapping.sharedWith()) {
                        seen.boot().function(other.function()).flatMap(function -> item(snapshot, new Seen.OfFunction(seen.boot(), function)))
                                .ifPresent(found -> calls.putIfAbsent(found.getName(),
                                        new CallHierarchyIncomingCall(found, List.of(found.getSelectionRange()))));
                    }
                }
            }
        }
        return List.copyOf(calls.values());
    }

    /** The bridges above the device of {@code item}, the nearest first. */
    public List<CallHierarchyOutgoingCall> outgoing(Snapshot snapshot, CallHierarchyItem item) {
        List<CallHierarchyOutgoingCall> calls = new ArrayList<>();
        seen(snapshot, item).stream().findFirst().ifPresent(seen -> seen.boot().target(seen.function()).upstream()
                .forEach(bridge -> seen.boot().function(bridge).flatMap(function -> item(snapshot, new Seen.OfFunction(seen.boot(), function)))
                        .ifPresent(found -> calls.add(new CallHierarchyOutgoingCall(found, List.of(item.getSelectionRange()))))));
        return calls;
    }

    private static List<Seen.OfFunction> seen(Snapshot snapshot, CallHierarchyItem item) {
        String address = item.getData() instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(item.getData());
        return snapshot.outcomes().boots().stream().flatMap(boot -> boot.simulation().assignment().functions().stream()
                .filter(function -> (boot.id().host() + " " + function.address()).equals(address))
                .map(function -> new Seen.OfFunction(boot, function))).toList();
    }

    private Optional<CallHierarchyItem> item(Snapshot snapshot, Seen.OfFunction seen) {
        EnumeratedFunction function = seen.function();
        return seen.boot().lowered().sources().of(function.description()).map(text -> text.function())
                .filter(text -> Regions.of(text).file().equals(snapshot.file().toString())).map(text -> {
                    TextRegion name = Regions.of(text, text.getName() == null ? ModelPackage.Literals.FUNCTION__ADDRESS
                            : ModelPackage.Literals.FUNCTION__NAME);
                    Range all = snapshot.lines().range(Regions.of(text));
                    CallHierarchyItem item = new CallHierarchyItem(seen.boot().nameOf(function.address()), SymbolKind.Object,
                            uris.written(snapshot.file().toString()), all, snapshot.lines().range(name));
                    item.setDetail(function.address().toString());
                    item.setData(new JsonPrimitive(seen.boot().id().host() + " " + function.address()));
                    return item;
                });
    }
}
