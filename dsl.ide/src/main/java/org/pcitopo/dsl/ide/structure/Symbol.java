package org.pcitopo.dsl.ide.structure;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.SymbolKind;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** An element of the outline. */
record Symbol(String name, SymbolKind kind, TextRegion region, String detail) {

    static Optional<Symbol> of(EObject element) {
        if (element instanceof Function function) {
            return Optional.of(function(function));
        }
        if (element instanceof HostBridge bridge) {
            return Optional.of(new Symbol("host-bridge " + bridge.getAddress(), SymbolKind.Package,
                    Regions.of(bridge, ModelPackage.Literals.HOST_BRIDGE__ADDRESS), text(bridge.getLabel())));
        }
        if (element instanceof Bar bar) {
            String name = bar.getIndex() == null ? "reg " + bar.getRegister() : "BAR " + bar.getIndex();
            boolean sized = bar.getPlace() != null && bar.getPlace().getResource() != null;
            return Optional.of(new Symbol(name, SymbolKind.Field, Regions.of(bar),
                    sized && bar.getPlace().getResource().getSize() != null ? bar.getPlace().getResource().getSize() : ""));
        }
        return element instanceof Element named && named.getName() != null ? Optional.of(new Symbol(named.getName(), kind(named),
                Regions.of(named, ModelPackage.Literals.ELEMENT__NAME), detail(named))) : Optional.empty();
    }

    private static Symbol function(Function function) {
        boolean named = function.getName() != null;
        String type = function.getType() == null || function.getType().eIsProxy() ? "" : function.getType().getName();
        String detail = ((named ? function.getAddress() + " " : "") + type + " " + text(function.getLabel())).strip();
        return new Symbol(named ? function.getName() : function.getAddress(),
                function instanceof Bridge ? SymbolKind.Interface : SymbolKind.Object,
                Regions.of(function, named ? ModelPackage.Literals.FUNCTION__NAME : ModelPackage.Literals.FUNCTION__ADDRESS), detail);
    }

    private static SymbolKind kind(Element element) {
        if (element instanceof DeviceType) {
            return SymbolKind.Class;
        }
        if (element instanceof Host) {
            return SymbolKind.Namespace;
        }
        return element instanceof Boot ? SymbolKind.Event : SymbolKind.Module;
    }

    private static String detail(Element element) {
        String label = text(element.getLabel());
        if (label.isEmpty() && element instanceof DeviceType type) {
            return type.getMembers().stream().filter(Identity.class::isInstance).map(member -> ((Identity) member).getIds())
                    .findFirst().map(ids -> Ids.inWords(ids).orElse(ids)).orElse("");
        }
        if (element instanceof Boot boot) {
            return (whatItBoots(boot) + " " + label).strip();
        }
        if (element instanceof Host host && host.getPlatform() != null && host.getPlatform().getName() != null) {
            return ("on " + host.getPlatform().getName() + " " + label).strip();
        }
        return label;
    }

    private static String whatItBoots(Boot boot) {
        return boot.getHost() != null && boot.getHost().getName() != null ? "of " + boot.getHost().getName()
                : boot.getBase() != null && boot.getBase().getName() != null ? "extends " + boot.getBase().getName() : "";
    }

    private static String text(String label) {
        return label == null ? "" : label;
    }
}
