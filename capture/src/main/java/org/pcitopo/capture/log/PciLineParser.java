package org.pcitopo.capture.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.log.PciEvent.Remark;
import org.pcitopo.simulator.topology.PciAddress;

/** Turns a message into the event that it reports, for all wordings of 3.x to 7.x. */
final class PciLineParser {

    private static final Pattern FUNCTION = Pattern.compile(
            "^([\\w.,@+-]{1,40}(?:\\([a-z]\\))?) ([0-9a-f]{4,8}:[0-9a-f]{2}:[0-1][0-9a-f]\\.[0-7])(?::pcie\\d+)?:?\\s+(.*)$");
    private static final Pattern BUS = Pattern.compile("^pci_bus ([0-9a-f]{4,8}):([0-9a-f]{2}): (.*)$");
    private static final Pattern HOST = Pattern.compile(
            "^(?:(\\S{1,64}) (\\S{1,64}): )?PCI host bridge to bus ([0-9a-f]{4,8}):([0-9a-f]{2})\\b.*$");
    private static final Pattern ACPI_ROOT = Pattern.compile(
            "^ACPI: PCI Root Bridge \\[(\\w+)\\] \\((?:domain )?([0-9a-f]{4,8})(?: \\[bus |:)([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\]?\\).*$");
    private static final Pattern ACPI_WINDOW =
            Pattern.compile("^(?:pci_root|acpi) PNP0A0[38]:\\w+: host bridge window (\\[(?:io|mem)[^\\]]*\\])(?!.*ignored).*$");
    private static final Pattern OLD_IOMMU =
            Pattern.compile("^iommu: Adding device ([0-9a-f]{4,8}:[0-9a-f]{2}:[0-1][0-9a-f]\\.[0-7]) to group (\\d{1,6})$");

    private static final Pattern ROOT_WINDOW = Pattern.compile("^root bus resource (\\[(?:io|mem)[^\\]]*\\])"
            + "(?:\\s*\\(bus address\\s*\\[0x([0-9a-f]{1,16})\\s?-\\s?0x[0-9a-f]{1,16}\\]\\))?.*$");
    private static final Pattern ROOT_BUSES = Pattern.compile("^root bus resource \\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\].*$");
    private static final Pattern BUS_RESOURCE = Pattern.compile("^resource (\\d{1,2}) (\\[(?:io|mem).*)$");

    private static final Pattern BUS_END = Pattern.compile("^busn_res: \\[bus [0-9a-f-]{2,5}\\] end is updated to ([0-9a-f]{2}).*$");
    private static final String U4_FIXUP = "PCI: Fixup U4 PCIe bridge range: ";

    private PciLineParser() {
    }

    /** The event that {@code text} reports; empty where it is not about PCI. */
    static Optional<PciEvent> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.startsWith("pci_bus ")) {
            return bus(text);
        }
        if (text.contains("PCI host bridge to bus")) {
            Matcher host = HOST.matcher(text);
            return host.matches() ? domain(host.group(3)).map(domain -> new PciEvent.HostFound(domain,
                    Integer.parseInt(host.group(4), 16), driver(host))) : Optional.empty();
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            return PciAddress.parse(function.group(2))
                    .map(address -> FunctionLineParser.parse(address, function.group(1), function.group(3)));
        }
        if (text.startsWith(U4_FIXUP)) {
            return ResourceText.find(text.substring(U4_FIXUP.length())).map(PciEvent.U4Range::new);
        }
        if (text.startsWith("ACPI: PCI Root")) {
            return acpiRoot(text);
        }
        if (text.startsWith("iommu: Adding")) {
            Matcher group = OLD_IOMMU.matcher(text);
            return group.matches() ? PciAddress.parse(group.group(1))
                    .map(address -> new PciEvent.IommuGroup(address, "pci", Integer.parseInt(group.group(2)))) : Optional.empty();
        }
        Matcher window = ACPI_WINDOW.matcher(text);
        return window.matches() ? ResourceText.find(window.group(1)).map(PciEvent.AcpiWindow::new) : Optional.empty();
    }

    private static String driver(Matcher host) {
        return host.group(1) == null ? "" : host.group(1) + ' ' + host.group(2);
    }

    private static Optional<Integer> domain(String digits) {
        long value = Long.parseLong(digits, 16);
        return value <= Integer.MAX_VALUE ? Optional.of((int) value) : Optional.empty();
    }

    private static Optional<PciEvent> acpiRoot(String text) {
        Matcher root = ACPI_ROOT.matcher(text);
        if (!root.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(root.group(3), 16);
        int last = root.group(4) == null ? 0xff : Integer.parseInt(root.group(4), 16);
        return last < first ? Optional.empty()
                : domain(root.group(2)).map(domain -> new PciEvent.AcpiRoot(domain, first, last, root.group(1)));
    }

    private static Optional<PciEvent> bus(String text) {
        Matcher matcher = BUS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int bus = Integer.parseInt(matcher.group(2), 16);
        String rest = matcher.group(3);
        return domain(matcher.group(1)).map(domain -> busEvent(domain, bus, rest));
    }

    private static PciEvent busEvent(int domain, int bus, String rest) {
        Matcher window = ROOT_WINDOW.matcher(rest);
        if (window.matches()) {
            Optional<ResourceText> resource = ResourceText.find(window.group(1)).filter(found -> found.range().isPresent());
            if (resource.isPresent()) {
                long start = resource.get().range().orElseThrow().start();
                long offset = window.group(2) == null ? 0 : start - ResourceText.hex(window.group(2));
                return new PciEvent.RootWindow(domain, bus, resource.get(), offset);
            }
        }
        Matcher buses = ROOT_BUSES.matcher(rest);
        if (buses.matches()) {
            int first = Integer.parseInt(buses.group(1), 16);
            int last = buses.group(2) == null ? first : Integer.parseInt(buses.group(2), 16);
            return last < first ? new PciEvent.BusSeen(domain, bus) : new PciEvent.RootBuses(domain, bus, first, last);
        }
        Matcher resource = BUS_RESOURCE.matcher(rest);
        if (resource.matches()) {
            Optional<ResourceText> found = ResourceText.find(resource.group(2));
            if (found.isPresent()) {
                return new PciEvent.BusResource(domain, bus, Integer.parseInt(resource.group(1)), found.get());
            }
        }
        Matcher end = BUS_END.matcher(rest);
        if (end.matches()) {
            return new PciEvent.BusEnd(domain, bus, Integer.parseInt(end.group(1), 16));
        }
        if (rest.startsWith("Some PCI device resources are unassigned, try booting with pci=realloc")
                || rest.startsWith("Automatically enabled pci realloc")) {
            return new PciEvent.Unplaced(domain, bus, rest.startsWith("Auto"));
        }
        return new PciEvent.BusSeen(domain, bus);
    }

    /** What stands behind a resource, in any release's words. */
    static Remark remark(String tail) {
        String text = tail.strip();
        if (text.startsWith(":")) {
            text = text.substring(1).strip();
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return Remark.NONE;
        }
        if (text.startsWith("assigned") || text.startsWith("reassigned")) {
            return Remark.ASSIGNED;
        }
        if (text.startsWith("can't claim") || text.startsWith("no compatible bridge window")
                || text.startsWith("address conflict")) {
            return Remark.CLAIM_FAILED;
        }
        if (text.startsWith("can't assign") || text.startsWith("failed to assign") || text.startsWith("no space")
                || text.contains("bogus alignment")) {
            return Remark.FAILED;
        }
        if (text.startsWith("releasing") || text.startsWith("released")) {
            return Remark.RELEASED;
        }
        if (text.startsWith("requesting alignment")) {
            return Remark.ALIGNMENT;
        }
        if (text.startsWith("to [bus") && !text.contains("(unused)")) {
            return Remark.SIZED;
        }
        if (text.contains("legacy IDE") || text.contains("Enhanced Allocation")) {
            return Remark.FIXED;
        }
        if (text.contains("subtractive decode")) {
            return Remark.SUBTRACTIVE;
        }
        return text.startsWith("no initial claim") ? Remark.NONE : Remark.OTHER;
    }
}
