package org.pcitopo.dsl.problems.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.ResourceSpace;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.ResourceType;

/** The sizes of BARs, VF BARs and ROMs as a file writes them. */
final class WrittenSizes {

    private WrittenSizes() {
    }

    /**
     * One size.
     *
     * @param what {@code BAR 0}, {@code VF BAR 2}, {@code ROM}
     * @param type the type bits written with it; a ROM is 32-bit
     * @param rom whether it is a ROM's
     * @param fixed whether no register holds it: legacy IDE ports, Enhanced Allocation
     * @param size bytes
     * @param region the characters that say it
     * @param start where it starts, if these characters say that too
     */
    record WrittenSize(String what, ResourceType type, boolean rom, boolean fixed, long size, TextRegion region,
            OptionalLong start) {

        /** What to write in the place of {@link #region} so that it says {@code other} bytes. */
        String literal(long other) {
            return start.isEmpty() ? Literals.sizeText(other)
                    : Literals.addressText(start.getAsLong()) + "-" + Literals.addressText(start.getAsLong() + other - 1);
        }
    }

    static List<WrittenSize> of(FileContext file) {
        return file.once(All.class, () -> new All(read(file))).sizes();
    }

    private record All(List<WrittenSize> sizes) {
    }

    private static List<WrittenSize> read(FileContext file) {
        List<WrittenSize> sizes = new ArrayList<>();
        file.all(Bar.class).forEach(bar -> add(nameOf(bar), isRom(bar), bar.isFixed(), bar.getPlace(), sizes));
        file.all(VfBar.class).forEach(bar -> add("VF BAR " + bar.getIndex(), false, false, bar.getPlace(), sizes));
        file.all(Rom.class).forEach(rom -> add("ROM", true, false, rom.getPlace(), sizes));
        return sizes;
    }

    private static void add(String what, boolean rom, boolean fixed, Place place, List<WrittenSize> to) {
        Resource resource = place == null ? null : place.getResource();
        if (resource == null) {
            return;
        }
        boolean hasSize = resource.getSize() != null;
        OptionalLong size = hasSize ? Literals.size(resource.getSize())
                : Literals.range(resource.getRange() == null ? "" : resource.getRange())
                        .map(range -> OptionalLong.of(range.size())).orElse(OptionalLong.empty());
        OptionalLong start = hasSize || resource.getRange() == null ? OptionalLong.empty()
                : Literals.range(resource.getRange()).map(range -> OptionalLong.of(range.start())).orElse(OptionalLong.empty());
        TextRegion region = Regions.of(resource,
                hasSize ? ModelPackage.Literals.RESOURCE__SIZE : ModelPackage.Literals.RESOURCE__RANGE);
        if (size.isPresent()) {
            to.add(new WrittenSize(what, typeOf(resource), rom, fixed, size.getAsLong(), region, start));
        }
    }

    private static ResourceType typeOf(Resource resource) {
        return resource.getSpace() == ResourceSpace.IO ? ResourceType.IO
                : ResourceType.memory(resource.getFlags().contains(ResourceFlag.BITS64),
                        resource.getFlags().contains(ResourceFlag.PREF));
    }

    private static String nameOf(Bar bar) {
        if (bar.getIndex() != null) {
            return "BAR " + bar.getIndex();
        }
        return isRom(bar) ? "ROM" : "register " + bar.getRegister();
    }

    private static boolean isRom(Bar bar) {
        return bar.getRegister() != null && List.of(0x30L, 0x38L).contains(Literals.size(bar.getRegister()).orElse(0));
    }
}
