package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Device;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Makes a device type of what a device says, or lets a device say what its type says. What is meant stays the same. */
final class TypeOffers implements OfferParticipant {

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<Device> device = place.found().map(Found::subject).flatMap(TypeOffers::device)
                .filter(found -> Regions.of(found).file().equals(place.snapshot().file().toString()));
        if (device.isEmpty()) {
            return List.of();
        }
        boolean typed = device.get().getType() != null && !device.get().getType().eIsProxy();
        return (typed ? inline(place, device.get()) : extract(place, device.get())).stream().toList();
    }

    private static Optional<Device> device(Subject subject) {
        EObject element = subject instanceof Subject.Named named ? named.element()
                : subject instanceof Subject.Resource resource ? resource.statement() : null;
        return Optional.ofNullable(element).map(found -> EcoreUtil2.getContainerOfType(found, Device.class));
    }

    private static Optional<Offer> extract(Place place, Device device) {
        Optional<TextRegion> body = body(device);
        Host host = EcoreUtil2.getContainerOfType(device, Host.class);
        if (body.isEmpty() || device.getMembers().isEmpty() || host == null || device.getType() != null) {
            return Optional.empty();
        }
        String name = freeName(place, device.getName() == null ? "device" : device.getName());
        String text = place.snapshot().text();
        String members = text.substring(body.get().offset() + 1, body.get().end() - 1).strip().indent(4)
                .replaceAll("(?m)^ {4,}", "    ");
        TextRegion afterName = Regions.of(device, device.getName() == null ? ModelPackage.Literals.FUNCTION__ADDRESS
                : ModelPackage.Literals.FUNCTION__NAME);
        int blank = body.get().offset();
        while (blank > 0 && Character.isWhitespace(text.charAt(blank - 1))) {
            blank--;
        }
        TextRegion wholeBody = new TextRegion(body.get().file(), blank, body.get().end() - blank);
        TextRegion before = new TextRegion(body.get().file(), Regions.of(host).offset(), 0);
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(before, "device-type " + name + " {\n" + members + "}\n\n")));
        if (afterName.end() == blank) {
            edits.add(new TextEdit(wholeBody, " : " + name));
        } else {
            edits.add(new TextEdit(new TextRegion(afterName.file(), afterName.end(), 0), " : " + name));
            edits.add(new TextEdit(wholeBody, ""));
        }
        return Optional.of(Offer.of("Extract device type '" + name + "'", CodeActionKind.RefactorExtract, edits));
    }

    private static String freeName(Place place, String wanted) {
        String base = wanted.replaceFirst("[0-9]+$", "") + "-type";
        String name = base;
        List<String> taken = place.snapshot().document().model().getElements().stream().map(element -> String.valueOf(element.getName())).toList();
        for (int i = 2; taken.contains(name); i++) {
            name = base + i;
        }
        return name;
    }

    private static Optional<Offer> inline(Place place, Device device) {
        Map<String, String> members = new LinkedHashMap<>();
        collect(device.getType(), members, 0);
        device.getMembers().forEach(member -> members.remove(key(member)));
        device.getAttributes().forEach(member -> members.remove(key(member)));
        TextRegion type = Regions.of(device, ModelPackage.Literals.FUNCTION__TYPE);
        String text = place.snapshot().text();
        int colon = text.lastIndexOf(':', type.offset());
        if (colon < Regions.of(device).offset() || members.isEmpty()) {
            return Optional.empty();
        }
        while (colon > 0 && Character.isWhitespace(text.charAt(colon - 1))) {
            colon--;
        }
        String indent = indent(place, Regions.of(device).offset()) + "    ";
        StringBuilder lines = new StringBuilder();
        members.values().forEach(member -> lines.append('\n').append(indent).append(member));
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(new TextRegion(type.file(), colon, type.end() - colon), "")));
        Optional<TextRegion> body = body(device);
        if (body.isPresent()) {
            edits.add(new TextEdit(new TextRegion(type.file(), body.get().offset() + 1, 0), lines.toString()));
        } else {
            edits.add(new TextEdit(new TextRegion(type.file(), Regions.of(device).end(), 0),
                    " {" + lines + "\n" + indent.substring(4) + "}"));
        }
        return Optional.of(Offer.of("Inline device type '" + device.getType().getName() + "'", CodeActionKind.RefactorInline, edits));
    }

    /** What the type says, and what those say that it extends, unless it is overridden. */
    private static void collect(DeviceType type, Map<String, String> members, int depth) {
        if (type == null || type.eIsProxy() || depth > 20) {
            return;
        }
        collect(type.getBase(), members, depth + 1);
        for (Statement member : type.getMembers()) {
            ICompositeNode node = NodeModelUtils.findActualNodeFor(member);
            members.put(key(member), NodeModelUtils.getTokenText(node));
        }
    }

    private static String key(Statement member) {
        return member.eClass().getName() + (member instanceof Bar bar ? " " + bar.getIndex() + bar.getRegister() : "");
    }

    private static String indent(Place place, int offset) {
        String line = place.snapshot().lines().line(place.snapshot().lines().lineOf(offset));
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** The block of a device, braces included: its last brace and the first one of the device itself. */
    private static Optional<TextRegion> body(Device device) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(device);
        int open = -1;
        int close = -1;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.getText().equals("{") && open < 0) {
                open = leaf.getOffset();
            } else if (leaf.getText().equals("}")) {
                close = leaf.getEndOffset();
            }
        }
        return open < 0 || close < open ? Optional.empty()
                : Optional.of(new TextRegion(Regions.of(device).file(), open, close - open));
    }
}
