package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Decode;
import org.pcitopo.dsl.model.Device;
import org.pcitopo.dsl.model.Driver;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.IommuGroup;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Note;
import org.pcitopo.dsl.model.Passthrough;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** What is true of every device of its kind goes into a type; what firmware and people did with this one stays with it. */
final class ExtractedType {

    private final List<String> type = new ArrayList<>();
    private final List<String> own = new ArrayList<>();

    private ExtractedType() {
    }

    static Optional<Offer> offer(org.pcitopo.dsl.ide.action.Place place, Device device, Set<String> keywords) {
        Optional<TextRegion> body = DeviceText.block(device);
        Host host = EcoreUtil2.getContainerOfType(device, Host.class);
        if (body.isEmpty() || host == null || device.getType() != null) {
            return Optional.empty();
        }
        ExtractedType parts = new ExtractedType();
        parts.divide(place.snapshot().text(), device, body.get());
        if (parts.type.isEmpty()) {
            return Optional.empty();
        }
        String name = freeName(place, device, keywords);
        TextRegion before = new TextRegion(body.get().file(), aboveComments(place, Regions.of(host).offset()), 0);
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(before, "device-type " + name + " {\n" + indented(parts.type, "    ") + "}\n\n")));
        edits.addAll(head(place, device, body.get(), name, parts.body(DeviceText.indent(place, device))));
        return Optional.of(Offer.of("Extract device type '" + name + "'", CodeActionKind.RefactorExtract, edits));
    }

    /** Each statement, with the comments above and behind it, to where it belongs. */
    private void divide(String text, Device device, TextRegion body) {
        int from = body.offset() + 1;
        List<Statement> members = device.getMembers();
        for (int i = 0; i < members.size(); i++) {
            Statement member = members.get(i);
            TextRegion region = Regions.of(member);
            String above = text.substring(from, region.offset());
            int next = i + 1 < members.size() ? Regions.of(members.get(i + 1)).offset() : body.end() - 1;
            int behind = endOfComment(text, region.end(), next);
            divide(member, comments(above), text.substring(region.offset(), region.end()), text.substring(region.end(), behind));
            from = behind;
        }
        own.addAll(comments(text.substring(from, body.end() - 1)));
    }

    private void divide(Statement member, List<String> above, String text, String behind) {
        boolean ofThisOne = member instanceof Passthrough || member instanceof Driver || member instanceof Decode || member instanceof IommuGroup
                || member instanceof Note;
        List<String> target = ofThisOne ? own : type;
        target.addAll(above);
        Optional<Place> place = place(member);
        Optional<BarText> bar = BarText.of(member);
        Optional<BarText> left = place.flatMap(where -> bar.flatMap(pieces -> pieces.ofFirmware(where)));
        if (left.isPresent() && place.get().getResource() != null && !bar.get().rest().contains("fixed")) {
            type.add(bar.get().ofHardware(place.get()).text() + behind);
            own.add(left.get().text());
        } else {
            target.addAll((text + behind).lines().map(String::strip).toList());
        }
    }

    private static Optional<Place> place(Statement member) {
        return Optional.ofNullable(member instanceof Bar bar ? bar.getPlace() : member instanceof Rom rom && DeviceText.of(rom).endsWith("]") ? rom.getPlace() : null);
    }

    /** The end of a comment behind a statement on its line, or of the statement. */
    private static int endOfComment(String text, int from, int to) {
        String rest = text.substring(from, to);
        int line = rest.indexOf('\n');
        String sameLine = line < 0 ? rest : rest.substring(0, line);
        return sameLine.strip().startsWith("//") ? from + sameLine.stripTrailing().length() : from;
    }

    private static List<String> comments(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The block that the device keeps, with a blank in front; nothing where nothing is left. */
    private String body(String indent) {
        return own.isEmpty() ? "" : " {\n" + indented(own, indent + "    ") + indent + "}";
    }

    private static String indented(List<String> lines, String indent) {
        StringBuilder text = new StringBuilder();
        String inner = indent;
        for (String line : lines) {
            inner = line.startsWith("}") ? inner.substring(4) : inner;
            text.append(inner).append(line).append('\n');
            inner = line.endsWith("{") ? inner + "    " : inner;
        }
        return text.toString();
    }

    private static List<TextEdit> head(org.pcitopo.dsl.ide.action.Place place, Device device, TextRegion body, String name, String left) {
        String text = place.snapshot().text();
        TextRegion afterName = Regions.of(device, device.getName() == null ? ModelPackage.Literals.FUNCTION__ADDRESS
                : ModelPackage.Literals.FUNCTION__NAME);
        int blank = body.offset();
        while (blank > 0 && Character.isWhitespace(text.charAt(blank - 1))) {
            blank--;
        }
        TextRegion wholeBody = new TextRegion(body.file(), blank, body.end() - blank);
        return afterName.end() == blank ? List.of(new TextEdit(wholeBody, " : " + name + left))
                : List.of(new TextEdit(new TextRegion(afterName.file(), afterName.end(), 0), " : " + name), new TextEdit(wholeBody, left));
    }

    /** The beginning of the comments right above the line of {@code offset}. */
    private static int aboveComments(org.pcitopo.dsl.ide.action.Place place, int offset) {
        int line = place.snapshot().lines().lineOf(offset);
        if (!place.snapshot().text().substring(place.snapshot().lines().start(line), offset).isBlank()) {
            return offset;
        }
        while (line > 0 && place.snapshot().lines().line(line - 1).strip().startsWith("//")) {
            line--;
        }
        return place.snapshot().lines().start(line);
    }

    /** A name that says what it is of, and that is no word of the language and nobody's here. */
    private static String freeName(org.pcitopo.dsl.ide.action.Place place, Device device, Set<String> keywords) {
        String base = device.getName() != null ? device.getName().replaceFirst("[0-9]+$", "") + "-type"
                : "type-" + device.getMembers().stream().filter(Identity.class::isInstance).map(member -> ((Identity) member).getIds())
                        .filter(ids -> !ids.equals("0000:0000")).findFirst().orElse(device.getAddress()).replaceAll("[^0-9a-zA-Z]", "-");
        Set<String> taken = new TreeSet<>(keywords);
        for (Resource file : place.snapshot().document().model().eResource().getResourceSet().getResources()) {
            file.getContents().stream().filter(PcitopoFile.class::isInstance).flatMap(root -> ((PcitopoFile) root).getElements().stream())
                    .forEach(element -> taken.add(String.valueOf(element.getName())));
        }
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
