package org.pcitopo.dsl.ide.workspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.model.Plug;
import org.pcitopo.dsl.names.BootChain;
import org.pcitopo.dsl.names.Imports;

/**
 * The names in a file and in what it imports. They stay as they were while the model changes, so that whoever types need not wait for
 * it.
 *
 * @param elements the file's own first
 */
public record Names(List<NamedElement> elements) {

    /**
     * A platform, device type, machine or boot.
     *
     * @param kind its class in the model: {@code Platform}, {@code DeviceType}, {@code Host} or {@code Boot}
     * @param label empty where none is written
     * @param ids of a device type, its own or inherited
     * @param own whether it stands in the file itself
     * @param functions of a machine, its own; of a boot also those of its machine and of the boots that it extends
     */
    public record NamedElement(String kind, String name, String label, Optional<String> ids, boolean own, List<List<NamedFunction>> functions) {

        /** What {@link #functions} holds, one after the other. */
        public Stream<NamedFunction> allFunctions() {
            return functions.stream().flatMap(List::stream);
        }
    }

    /**
     * A device or bridge with a name.
     *
     * @param type the name of its type; empty where it has none
     */
    public record NamedFunction(String name, String address, String type) {
    }

    /** The names in {@code model}. Reads files that it imports. */
    static Names of(PcitopoFile model) {
        Reader reader = new Reader(model);
        reader.read(model);
        for (Resource imported : Imports.allOf(model.eResource())) {
            if (!imported.getContents().isEmpty() && imported.getContents().get(0) instanceof PcitopoFile file) {
                reader.read(file);
            }
        }
        return new Names(List.copyOf(reader.elements));
    }

    private static final class Reader {

        private final PcitopoFile own;
        private final List<NamedElement> elements = new ArrayList<>();
        private final Map<Element, List<NamedFunction>> functions = new IdentityHashMap<>();

        Reader(PcitopoFile own) {
            this.own = own;
        }

        void read(PcitopoFile file) {
            for (Element element : file.getElements()) {
                if (element.getName() != null) {
                    elements.add(new NamedElement(element.eClass().getName(), element.getName(),
                            Optional.ofNullable(element.getLabel()).orElse(""), ids(element), file == own,
                            holders(element).stream().map(this::functionsIn).toList()));
                }
            }
        }

        private static Optional<String> ids(Element element) {
            Element next = element;
            for (int depth = 0; next instanceof DeviceType type && !type.eIsProxy() && depth < 20; depth++) {
                Optional<String> ids = type.getMembers().stream().filter(Identity.class::isInstance)
                        .map(member -> ((Identity) member).getIds()).findFirst();
                if (ids.isPresent()) {
                    return ids;
                }
                next = type.getBase();
            }
            return Optional.empty();
        }

        private static List<Element> holders(Element element) {
            if (!(element instanceof Boot written)) {
                return element instanceof Host ? List.of(element) : List.of();
            }
            List<Element> holders = new ArrayList<>();
            for (Boot boot : BootChain.of(written)) {
                holders.add(boot);
                if (boot.getHost() != null && !boot.getHost().eIsProxy()) {
                    holders.add(boot.getHost());
                }
            }
            return holders;
        }

        private List<NamedFunction> functionsIn(Element holder) {
            return functions.computeIfAbsent(holder, unknown -> {
                List<NamedFunction> found = new ArrayList<>();
                if (holder instanceof Host host) {
                    host.getMembers().stream().filter(HostBridge.class::isInstance)
                            .forEach(bridge -> ((HostBridge) bridge).getFunctions().forEach(function -> add(function, found)));
                } else if (holder instanceof Boot boot) {
                    boot.getMembers().stream().filter(Plug.class::isInstance).map(plug -> ((Plug) plug).getFunction())
                            .filter(function -> function != null).forEach(function -> add(function, found));
                }
                return List.copyOf(found);
            });
        }

        private static void add(Function function, List<NamedFunction> found) {
            if (function.getName() != null) {
                DeviceType type = function.getType();
                found.add(new NamedFunction(function.getName(), function.getAddress(),
                        type == null || type.eIsProxy() ? "" : type.getName()));
            }
            if (function instanceof Bridge bridge) {
                bridge.getFunctions().forEach(inner -> add(inner, found));
            }
        }
    }
}
