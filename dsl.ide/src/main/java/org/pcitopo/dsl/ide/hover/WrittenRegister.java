package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.ResourceSpace;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/** A register of a device type that no machine of the file has: what can be said of it without one. */
final class WrittenRegister {

    private static final List<Long> PAGE_SIZES = List.of(4096L, 16384L, 65536L);

    private WrittenRegister() {
    }

    static Optional<Markdown> hover(Statement statement) {
        DeviceType type = EcoreUtil2.getContainerOfType(statement, DeviceType.class);
        Place place = statement instanceof Bar bar ? bar.getPlace() : statement instanceof Rom rom ? rom.getPlace()
                : statement instanceof VfBar bar ? bar.getPlace() : null;
        if (type == null || place == null || place.getResource() == null) {
            return Optional.empty();
        }
        return size(place.getResource()).map(size -> text(statement, type, place.getResource(), size));
    }

    private static Markdown text(Statement statement, DeviceType type, Resource resource, long size) {
        boolean io = resource.getSpace() == ResourceSpace.IO;
        String sort = io ? "I/O ports" : (resource.getFlags().contains(ResourceFlag.BITS64) ? "64-bit" : "32-bit")
                + (resource.getFlags().contains(ResourceFlag.PREF) ? " prefetchable" : "") + " memory";
        Markdown text = new Markdown().paragraph("**" + name(statement) + "** of device-type " + Markdown.code(type.getName()) + ": "
                + Quantities.size(size) + ", " + sort + ", aligned to " + Quantities.size(size));
        if (!io && !(statement instanceof Rom)) {
            text.table(PAGE_SIZES.stream().map(page -> Quantities.size(page) + " pages").toList(), List.of(PAGE_SIZES.stream()
                    .map(page -> Unsigned.less(size, page) ? "smaller than a page: mapped where it has its page to itself" : "covers whole pages: mapped").toList()));
        }
        return text.paragraph("No machine of this file has it.");
    }

    private static String name(Statement statement) {
        return statement instanceof Bar bar ? "BAR " + (bar.getIndex() == null ? bar.getRegister() : bar.getIndex())
                : statement instanceof VfBar bar ? "VF BAR " + bar.getIndex() : "ROM";
    }

    private static Optional<Long> size(Resource resource) {
        if (resource.getRange() != null) {
            return Literals.range(resource.getRange()).map(AddressRange::size);
        }
        return resource.getSize() == null ? Optional.empty() : Literals.size(resource.getSize()).stream().boxed().findFirst();
    }
}
