package org.pcitopo.capture.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.log.PciEvent.Remark;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.PciAddress;

/** Turns what stands behind {@code pci 0000:01:00.0:} into the event that it reports. */
final class FunctionLineParser {

    private static final String RESOURCE = "(\\[(?:io|mem)[^\\]]{0,80}\\])";
    private static final Pattern FOUND = Pattern.compile(
            "^\\[([0-9a-f]{4}):([0-9a-f]{4})\\] type (\\d{1,2}) class 0x([0-9a-f]{1,6})(?:\\s+(.*))?$");
    private static final Pattern BRIDGE_TO = Pattern.compile(
            "^(?:PCI|CardBus) bridge to \\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\](.*)$");
    private static final Pattern WINDOW = Pattern.compile("^(disabling )?bridge window " + RESOURCE + "(.*)$");
    private static final Pattern NAMED = Pattern.compile("^(?:(VF )?BAR ?(\\d{1,2})|ROM):?\\s+" + RESOURCE + "(.*)$");
    private static final Pattern OFFSET = Pattern.compile(
            "^(?:legacy IDE quirk: )?reg (?:0x)?([0-9a-f]{2,3}): " + RESOURCE + "(.*)$");
    private static final Pattern INDEXED = Pattern.compile("^BAR ?(\\d{1,2}):? ([a-z][^\\[]{0,60})" + RESOURCE + "(.*)$");
    private static final Pattern OLD_CLAIM = Pattern.compile("^can't claim BAR (\\d{1,2}) " + RESOURCE + "(.*)$");
    private static final Pattern OLD_RELEASE = Pattern.compile("^resource (\\d{1,2}) " + RESOURCE + " released.*$");
    private static final Pattern OLD_SIZE = Pattern.compile(
            "^BAR (\\d{1,2}): can't (?:assign|allocate) (io|mem)( pref)? (?:resource )?\\(size (?:0x)?([0-9a-f]{1,16})\\).*$");
    private static final Pattern OPTIONAL = Pattern.compile(
            ".*to \\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\] add_size ([0-9a-f]{1,16})\\b.*$");
    private static final Pattern VF_CONTAINS = Pattern.compile(".*contains BAR ?(\\d{1,2}) for (\\d{1,5}) VFs.*$");
    private static final Pattern OLD_VF = Pattern.compile(
            "^VF\\(n\\) BAR(\\d{1,2}) space: " + RESOURCE + " \\(contains BAR\\d{1,2} for (\\d{1,5}) VFs\\).*$");
    private static final Pattern QUIRK = Pattern.compile("^(?:quirk: )?" + RESOURCE + " claimed by (.*)$");
    private static final Pattern SLOT = Pattern.compile("^(?:pciehp: )?Slot #\\d+ .*\\bHotPlug([+-]).*$");
    private static final Pattern ENABLING = Pattern.compile("^enabling device \\(([0-9a-f]{4}) -> ([0-9a-f]{4})\\).*$");
    private static final Pattern GROUP = Pattern.compile("^Add(?:ing|ed) to (?:iommu|IOMMU) group (\\d{1,6}).*$");

    private FunctionLineParser() {
    }

    static PciEvent parse(PciAddress function, String driver, String rest) {
        return switch (rest.isEmpty() ? ' ' : rest.charAt(0)) {
            case '[' -> found(function, driver, rest);
            case 'B', 'V', 'R', 'r', 'l', 'c' -> resource(function, driver, rest);
            case 'b', 'd' -> window(function, driver, rest);
            default -> other(function, driver, rest);
        };
    }

    private static PciEvent found(PciAddress function, String driver, String rest) {
        Matcher found = FOUND.matcher(rest);
        if (!found.matches()) {
            Matcher quirk = QUIRK.matcher(rest);
            return quirk.matches() ? quirk(function, driver, quirk) : new PciEvent.Other(function, driver);
        }
        // Up to 3.2 the type has one digit and the class comes without its programming interface.
        boolean oldWording = found.group(3).length() == 1;
        int classCode = Integer.parseInt(found.group(4), 16);
        int headerType = Integer.parseInt(found.group(3));
        return new PciEvent.Found(function, driver, Integer.parseInt(found.group(1), 16), Integer.parseInt(found.group(2), 16),
                headerType, oldWording ? classCode << 8 & 0xffffff : classCode, kind(headerType, found.group(5)));
    }

    private static Optional<BridgeKind> kind(int headerType, String text) {
        if (headerType == 2) {
            return Optional.of(BridgeKind.CARDBUS);
        }
        if (headerType != 1 || text == null) {
            return Optional.empty();
        }
        return switch (text.strip()) {
            case "PCIe Root Port" -> Optional.of(BridgeKind.ROOT_PORT);
            case "PCIe Switch Upstream Port" -> Optional.of(BridgeKind.UPSTREAM_PORT);
            case "PCIe Switch Downstream Port" -> Optional.of(BridgeKind.DOWNSTREAM_PORT);
            case "PCIe to PCI/PCI-X bridge" -> Optional.of(BridgeKind.PCIE_TO_PCI);
            case "PCI/PCI-X to PCIe bridge" -> Optional.of(BridgeKind.PCI_TO_PCIE);
            case "conventional PCI bridge" -> Optional.of(BridgeKind.PCI);
            default -> Optional.empty();
        };
    }

    private static PciEvent window(PciAddress function, String driver, String rest) {
        Matcher window = WINDOW.matcher(rest);
        if (!window.matches()) {
            return new PciEvent.Other(function, driver);
        }
        Optional<ResourceText> resource = ResourceText.find(window.group(2));
        if (resource.isEmpty()) {
            return new PciEvent.Other(function, driver);
        }
        Matcher optional = OPTIONAL.matcher(window.group(3));
        if (window.group(1) == null && optional.matches()) {
            int secondary = Integer.parseInt(optional.group(1), 16);
            int subordinate = optional.group(2) == null ? secondary : Integer.parseInt(optional.group(2), 16);
            return new PciEvent.Optionally(function, driver, resource.get(), secondary, subordinate,
                    ResourceText.hex(optional.group(3)));
        }
        Remark remark = window.group(1) != null ? Remark.DISABLED : PciLineParser.remark(window.group(3));
        return new PciEvent.Shown(function, driver, Place.WINDOW, resource.get(), remark);
    }

    private static PciEvent resource(PciAddress function, String driver, String rest) {
        Matcher named = NAMED.matcher(rest);
        if (named.matches()) {
            return named(function, driver, named);
        }
        Matcher offset = OFFSET.matcher(rest);
        if (offset.matches()) {
            Place place = new Place(Place.Naming.OFFSET, Integer.parseInt(offset.group(1), 16));
            Remark remark = rest.startsWith("legacy") ? Remark.FIXED : PciLineParser.remark(offset.group(3));
            return shown(function, driver, place, offset.group(2), remark);
        }
        Matcher indexed = INDEXED.matcher(rest);
        if (indexed.matches()) {
            Place place = new Place(Place.Naming.INDEX, Integer.parseInt(indexed.group(1)));
            return shown(function, driver, place, indexed.group(3), PciLineParser.remark(indexed.group(2)));
        }
        Matcher vf = OLD_VF.matcher(rest);
        if (vf.matches()) {
            Optional<ResourceText> total = ResourceText.find(vf.group(2));
            if (total.isPresent() && Integer.parseInt(vf.group(1)) <= 5) {
                return new PciEvent.VfTotal(function, driver, Integer.parseInt(vf.group(1)), total.get(),
                        Integer.parseInt(vf.group(3)));
            }
        }
        Matcher claim = OLD_CLAIM.matcher(rest);
        if (claim.matches()) {
            Place place = new Place(Place.Naming.INDEX, Integer.parseInt(claim.group(1)));
            return shown(function, driver, place, claim.group(2), Remark.CLAIM_FAILED);
        }
        Matcher released = OLD_RELEASE.matcher(rest);
        if (released.matches()) {
            Place place = new Place(Place.Naming.INDEX, Integer.parseInt(released.group(1)));
            return shown(function, driver, place, released.group(2), Remark.RELEASED);
        }
        Matcher size = OLD_SIZE.matcher(rest);
        if (size.matches()) {
            String flags = size.group(3) == null ? "" : size.group(3);
            return shown(function, driver, new Place(Place.Naming.INDEX, Integer.parseInt(size.group(1))),
                    '[' + size.group(2) + " size 0x" + size.group(4) + flags + ']', Remark.FAILED);
        }
        return other(function, driver, rest);
    }

    private static PciEvent named(PciAddress function, String driver, Matcher named) {
        String tail = named.group(4);
        Place place = named.group(2) == null ? Place.ROM
                : new Place(named.group(1) == null ? Place.Naming.BAR : Place.Naming.VF_BAR, Integer.parseInt(named.group(2)));
        Matcher contains = VF_CONTAINS.matcher(tail);
        if (contains.matches() && place.number() <= 5) {
            Optional<ResourceText> total = ResourceText.find(named.group(3));
            if (total.isPresent()) {
                return new PciEvent.VfTotal(function, driver, place.number(), total.get(), Integer.parseInt(contains.group(2)));
            }
        }
        // "BAR 13 [io ...]: ..." names a resource by index where a kernel has no better name for it.
        Place exact = place.naming() == Place.Naming.BAR && place.number() > 5
                ? new Place(Place.Naming.INDEX, place.number()) : place;
        return shown(function, driver, exact, named.group(3), PciLineParser.remark(tail));
    }

    private static PciEvent shown(PciAddress function, String driver, Place place, String text, Remark remark) {
        return ResourceText.find(text).<PciEvent>map(found -> new PciEvent.Shown(function, driver, place, found, remark))
                .orElseGet(() -> new PciEvent.Other(function, driver));
    }

    private static PciEvent bridgeTo(PciAddress function, String driver, String rest) {
        Matcher bridge = BRIDGE_TO.matcher(rest);
        if (!bridge.matches()) {
            return new PciEvent.Other(function, driver);
        }
        int secondary = Integer.parseInt(bridge.group(1), 16);
        int subordinate = bridge.group(2) == null ? secondary : Integer.parseInt(bridge.group(2), 16);
        return new PciEvent.BridgeTo(function, driver, secondary, subordinate, bridge.group(3).contains("subtractive"));
    }

    private static PciEvent quirk(PciAddress function, String driver, Matcher quirk) {
        return ResourceText.find(quirk.group(1)).filter(found -> found.range().isPresent())
                .<PciEvent>map(found -> new PciEvent.QuirkClaims(function, driver, found.type().space(),
                        found.range().orElseThrow(), quirk.group(2).strip()))
                .orElseGet(() -> new PciEvent.Other(function, driver));
    }

    private static PciEvent other(PciAddress function, String driver, String rest) {
        Matcher quirk = QUIRK.matcher(rest);
        if (quirk.matches()) {
            return quirk(function, driver, quirk);
        }
        Matcher slot = SLOT.matcher(rest);
        if (slot.matches()) {
            return new PciEvent.SlotCapabilities(function, driver, slot.group(1).equals("+"));
        }
        Matcher enabling = ENABLING.matcher(rest);
        if (enabling.matches()) {
            return new PciEvent.Enabling(function, driver, Integer.parseInt(enabling.group(1), 16),
                    Integer.parseInt(enabling.group(2), 16));
        }
        Matcher group = GROUP.matcher(rest);
        if (group.matches()) {
            return new PciEvent.IommuGroup(function, driver, Integer.parseInt(group.group(1)));
        }
        if (rest.startsWith("Video device with shadowed ROM")) {
            return new PciEvent.ShadowRom(function, driver);
        }
        return bridgeTo(function, driver, rest);
    }
}
