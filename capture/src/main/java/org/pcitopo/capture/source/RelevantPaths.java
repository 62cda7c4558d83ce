package org.pcitopo.capture.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.simulator.topology.PciAddress;

/** Which paths of a folder or an archive can matter: attributes of PCI functions, and anything outside their folders. */
final class RelevantPaths {

    /** The attributes of a function that are read; others ({@code rom}, {@code resource0}, {@code remove}) never are. */
    private static final Set<String> ATTRIBUTES = Set.of("vendor", "device", "subsystem_vendor", "subsystem_device", "class",
            "revision", "resource", "config", "sriov_totalvfs", "sriov_offset", "sriov_stride", "sriov_vf_device",
            "secondary_bus_number", "subordinate_bus_number", "resource0_resize", "resource1_resize", "resource2_resize",
            "resource3_resize", "resource4_resize", "resource5_resize");
    private static final Set<String> LINKS = Set.of("iommu_group", "driver", "physfn");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");
    private static final Pattern GROUP_MEMBER =
            Pattern.compile("(?:.*/)?iommu_groups/(\\d{1,9})/devices/([0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])");

    private RelevantPaths() {
    }

    /**
     * One attribute of one function.
     *
     * @param function the function's address
     * @param attribute the attribute's name
     */
    record Attribute(PciAddress function, String attribute) {

        /** The path below {@code devices}. */
        String path() {
            return function + "/" + attribute;
        }
    }

    /** A path without leading {@code ./} and {@code /}, without empty components, {@code .} and {@code ..}, with {@code /}. */
    static String normalise(String path) {
        List<String> kept = new ArrayList<>();
        for (String component : path.replace('\\', '/').split("/")) {
            if (!component.isEmpty() && !component.equals(".") && !component.equals("..")) {
                kept.add(component);
            }
        }
        return String.join("/", kept);
    }

    /** Whether {@code name} is a function's address with its domain. */
    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** The attribute that {@code path} names: the component behind the last address, which has to be the path's last. */
    static Optional<Attribute> attribute(String path) {
        String[] components = path.split("/");
        if (components.length < 2 || !isAddress(components[components.length - 2])) {
            return Optional.empty();
        }
        String attribute = components[components.length - 1];
        return PciAddress.parse(components[components.length - 2]).map(function -> new Attribute(function, attribute));
    }

    /** Whether a regular file of that path can hold something worth reading. */
    static boolean mayMatter(String path) {
        Optional<Attribute> attribute = attribute(path);
        if (attribute.isPresent()) {
            return ATTRIBUTES.contains(attribute.get().attribute()) || LINKS.contains(attribute.get().attribute());
        }
        for (String component : path.split("/")) {
            if (component.startsWith(".") || isAddress(component)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the target of a symbolic link of that path says something: an IOMMU group, a driver. */
    static boolean isTellingLink(String path) {
        return groupMember(path).isPresent()
                || attribute(path).filter(found -> LINKS.contains(found.attribute())).isPresent();
    }

    /** For {@code …/iommu_groups/7/devices/0000:01:00.0} the function's attribute {@code iommu_group}. */
    static Optional<Attribute> groupMember(String path) {
        Matcher matcher = GROUP_MEMBER.matcher(path);
        return matcher.matches()
                ? PciAddress.parse(matcher.group(2)).map(function -> new Attribute(function, "iommu_group"))
                : Optional.empty();
    }

    /** The group's number in such a path. */
    static Optional<String> groupNumber(String path) {
        Matcher matcher = GROUP_MEMBER.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
