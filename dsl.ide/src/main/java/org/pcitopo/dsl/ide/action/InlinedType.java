package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionKind;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Device;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.MsiX;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.SrIov;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Subsystem;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** All that a device and its types say of it, each thing once: registers and virtual functions are put together piece by piece. */
final class InlinedType {

    private static final int MOST_TYPES = 20;

    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, BarText> registers = new LinkedHashMap<>();
    private final Map<String, String> virtual = new LinkedHashMap<>();

    private InlinedType() {
    }

    static Optional<Offer> offer(Place place, Device device) {
        TextRegion type = Regions.of(device, ModelPackage.Literals.FUNCTION__TYPE);
        String text = place.snapshot().text();
        int colon = text.lastIndexOf(':', type.offset());
        InlinedType inherited = new InlinedType();
        inherited.collect(device.getType(), 0);
        if (colon < Regions.of(device).offset() || inherited.members.isEmpty()) {
            return Optional.empty();
        }
        while (colon > 0 && Character.isWhitespace(text.charAt(colon - 1))) {
            colon--;
        }
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(new TextRegion(type.file(), colon, type.end() - colon), "")));
        Stream.concat(device.getAttributes().stream(), device.getMembers().stream()).forEach(member -> inherited.leaveTo(member, edits));
        String indent = DeviceText.indent(place, device) + "    ";
        StringBuilder lines = new StringBuilder();
        inherited.members.values().forEach(member -> lines.append('\n').append(indent).append(member));
        Optional<TextRegion> body = DeviceText.block(device);
        if (body.isPresent()) {
            edits.add(new TextEdit(new TextRegion(type.file(), body.get().offset() + 1, 0), lines.toString()));
        } else {
            edits.add(new TextEdit(new TextRegion(type.file(), Regions.of(device).end(), 0), " {" + lines + "\n" + indent.substring(4) + "}"));
        }
        return Optional.of(Offer.of("Inline device type '" + device.getType().getName() + "'", CodeActionKind.RefactorInline, edits));
    }

    /** What the type says, after what those say that it extends. */
    private void collect(DeviceType type, int depth) {
        if (type == null || type.eIsProxy() || depth > MOST_TYPES) {
            return;
        }
        collect(type.getBase(), depth + 1);
        type.getMembers().forEach(this::add);
    }

    private void add(Statement member) {
        String key = key(member);
        if (isAbsent(member)) {
            members.remove(key);
            registers.remove(key);
            if (member instanceof SrIov) {
                virtual.clear();
            }
        } else if (member instanceof SrIov sriov) {
            sriov.getMembers().forEach(this::addVirtual);
            members.put(key, "sr-iov { " + String.join(" ", virtual.values()) + " }");
        } else {
            members.put(key, register(key, member).map(BarText::text).orElseGet(() -> identity(member)));
        }
    }

    private void addVirtual(Statement member) {
        if (isAbsent(member)) {
            virtual.remove(key(member));
            registers.remove(key(member));
        } else {
            virtual.put(key(member), register(key(member), member).map(BarText::text).orElseGet(() -> DeviceText.of(member)));
        }
    }

    private Optional<BarText> register(String key, Statement member) {
        return BarText.of(member).map(own -> registers.merge(key, own, (general, special) -> special.after(general)));
    }

    /** New ids keep the subsystem. */
    private String identity(Statement member) {
        String known = members.getOrDefault(key(member), "");
        boolean kept = member instanceof Identity identity && identity.getSubsystem() == null && known.contains(" subsystem ");
        return DeviceText.of(member) + (kept ? known.substring(known.indexOf(" subsystem ")) : "");
    }

    /** {@code own} is the device's: what the types say of the same is put into it, or gives way. */
    private void leaveTo(Statement own, List<TextEdit> edits) {
        String key = key(own);
        String known = members.remove(key);
        if (known == null || isAbsent(own)) {
            return;
        }
        if (own instanceof SrIov sriov) {
            DeviceText.block(sriov).ifPresent(block -> edits.add(new TextEdit(new TextRegion(block.file(), block.offset() + 1, 0), virtualOf(sriov, edits))));
        } else if (own instanceof Identity identity && identity.getSubsystem() == null && known.contains(" subsystem ")) {
            members.put("SUBSYSTEM", known.substring(known.indexOf(" subsystem ") + 1));
        } else if (own instanceof Subsystem) {
            members.remove("SUBSYSTEM");
        } else {
            merge(key, own, edits);
        }
    }

    private String virtualOf(SrIov sriov, List<TextEdit> edits) {
        Map<String, String> left = new LinkedHashMap<>(virtual);
        for (Statement own : sriov.getMembers()) {
            if (left.remove(key(own)) != null && !isAbsent(own)) {
                merge(key(own), own, edits);
            }
        }
        return left.isEmpty() ? "" : " " + String.join(" ", left.values()) + " ";
    }

    private void merge(String key, Statement own, List<TextEdit> edits) {
        Optional<BarText> special = BarText.of(own);
        Optional<BarText> merged = special.map(one -> registers.containsKey(key) ? one.after(registers.get(key)) : one);
        if (merged.isPresent() && !merged.equals(special)) {
            edits.add(new TextEdit(Regions.of(own), merged.get().text()));
        }
    }

    private static boolean isAbsent(Statement member) {
        return member instanceof Bar bar && bar.isAbsent() || member instanceof Rom rom && rom.isAbsent() || member instanceof VfBar vf && vf.isAbsent()
                || member instanceof SrIov sriov && sriov.isAbsent() || member instanceof MsiX msix && msix.isAbsent();
    }

    private static String key(Statement member) {
        return member instanceof Bar || member instanceof Rom || member instanceof VfBar ? BarText.name(member) : member.eClass().getName();
    }
}
