package org.pcitopo.capture.lspci;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

/** Reads the capabilities that matter: PCI Express, MSI-X, SR-IOV, Resizable BAR. */
final class CapabilityParser {

    private static final Pattern HEAD = Pattern.compile("Capabilities: \\[[0-9a-f]+(?: v\\d+)?\\] (.*)");
    private static final Pattern EXPRESS = Pattern.compile("Express (?:\\(v\\d+\\) )?(.*?)(?:, (?:MSI|IntMsgNum).*)?");
    private static final Pattern MSIX = Pattern.compile("MSI-X: .*?(?:Count|TabSize)=(\\d{1,4})\\b.*");
    private static final Pattern TABLE = Pattern.compile("Vector table: BAR=([0-5]) offset=([0-9a-f]{1,8})");
    private static final Pattern PENDING = Pattern.compile("PBA: BAR=([0-5]) offset=([0-9a-f]{1,8})");
    private static final Pattern VFS = Pattern.compile("Initial VFs: \\d+, Total VFs: (\\d{1,5}),.*");
    private static final Pattern VF_NUMBERS =
            Pattern.compile("VF offset: (\\d{1,5}), stride: (\\d{1,5}), Device ID: ([0-9a-f]{4}).*");
    private static final Pattern PAGE_SIZES = Pattern.compile("Supported Page Size: ([0-9a-f]{8}).*");
    private static final Pattern RESIZABLE = Pattern.compile("BAR ([0-5]): current size: \\S+, supported: (.*)");

    private final PciAddress function;
    private final List<Finding> findings;
    private String current = "";
    private int vectors;
    private Optional<Matcher> table = Optional.empty();
    private int totalVfs;
    private Optional<Matcher> vfNumbers = Optional.empty();
    private boolean portWithSlot;
    private boolean anyCapability;
    private boolean denied;
    private Optional<Sourced<BridgeKind>> kind = Optional.empty();
    private Optional<Sourced<Boolean>> hotplug = Optional.empty();

    CapabilityParser(PciAddress function, List<Finding> findings) {
        this.function = function;
        this.findings = findings;
    }

    /** Whether any capability was shown. */
    boolean any() {
        return anyCapability;
    }

    /** Whether {@code lspci} was not allowed to read them. */
    boolean denied() {
        return denied;
    }

    /** What the PCI Express capability says of the sort of bridge; also endpoints have been seen to call themselves ports. */
    Optional<Sourced<BridgeKind>> kind() {
        return kind;
    }

    /** Whether the port's slot is hot-plug capable, where there is a port. */
    Optional<Sourced<Boolean>> hotplug() {
        return hotplug;
    }

    /** Whether the lines now belong to the SR-IOV capability. */
    boolean inSriov() {
        return current.startsWith("Single Root I/O Virt");
    }

    void parse(String line, Origin origin) {
        if (line.startsWith("Capabilities: ")) {
            parseHead(line, origin);
        } else if (line.startsWith("SltCap:") && portWithSlot) {
            parseSlot(line, origin);
        } else if (current.startsWith("MSI-X")) {
            parseMsix(line, origin);
        } else if (inSriov()) {
            parseSriov(line, origin);
        } else if (current.startsWith("Physical Resizable BAR")) {
            parseResizable(line, origin);
        }
    }

    private void parseHead(String line, Origin origin) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            anyCapability = true;
            current = head.group(1);
            start(origin);
        } else if (line.startsWith("Capabilities: <access denied>")) {
            denied = true;
        }
    }

    private void start(Origin origin) {
        Matcher pcie = EXPRESS.matcher(current);
        Matcher msix = MSIX.matcher(current);
        if (pcie.matches()) {
            startExpress(pcie.group(1), origin);
        } else if (msix.matches()) {
            vectors = Integer.parseInt(msix.group(1));
            table = Optional.empty();
        }
    }

    private void startExpress(String port, Origin origin) {
        kind = kind(port).map(found -> new Sourced<>(found, origin));
        boolean mayHaveSlot = port.startsWith("Root Port") || port.startsWith("Downstream Port");
        portWithSlot = mayHaveSlot && port.contains("(Slot+)");
        hotplug = kind.isPresent() && !portWithSlot ? Optional.of(new Sourced<>(false, origin)) : Optional.empty();
    }

    private static Optional<BridgeKind> kind(String port) {
        if (port.startsWith("Root Port")) {
            return Optional.of(BridgeKind.ROOT_PORT);
        }
        if (port.startsWith("Upstream Port")) {
            return Optional.of(BridgeKind.UPSTREAM_PORT);
        }
        if (port.startsWith("Downstream Port")) {
            return Optional.of(BridgeKind.DOWNSTREAM_PORT);
        }
        if (port.startsWith("PCI-Express to PCI")) {
            return Optional.of(BridgeKind.PCIE_TO_PCI);
        }
        return port.startsWith("PCI/PCI-X to PCI-Express") ? Optional.of(BridgeKind.PCI_TO_PCIE) : Optional.empty();
    }

    private void parseSlot(String line, Origin origin) {
        if (line.contains("HotPlug+") || line.contains("HotPlug-")) {
            hotplug = Optional.of(new Sourced<>(line.contains("HotPlug+"), origin));
            portWithSlot = false;
        }
    }

    private void parseMsix(String line, Origin origin) {
        Matcher tableLine = TABLE.matcher(line);
        if (tableLine.matches()) {
            table = Optional.of(tableLine);
        }
        Matcher pending = PENDING.matcher(line);
        if (pending.matches() && table.isPresent() && vectors >= 1 && vectors <= 2048) {
            Matcher place = table.get();
            findings.add(new Finding.Msix(function, new MsixTable(vectors, Integer.parseInt(place.group(1)),
                    Long.parseLong(place.group(2), 16), Integer.parseInt(pending.group(1)),
                    Long.parseLong(pending.group(2), 16)), origin));
        }
    }

    private void parseSriov(String line, Origin origin) {
        Matcher vfs = VFS.matcher(line);
        if (vfs.matches()) {
            totalVfs = Integer.parseInt(vfs.group(1));
        }
        Matcher numbers = VF_NUMBERS.matcher(line);
        if (numbers.matches()) {
            vfNumbers = Optional.of(numbers);
        }
        Matcher pages = PAGE_SIZES.matcher(line);
        if (pages.matches() && vfNumbers.isPresent() && totalVfs > 0) {
            Matcher found = vfNumbers.get();
            findings.add(new Finding.SriovCapability(function, totalVfs, Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3), 16),
                    pageSizes(Long.parseLong(pages.group(1), 16)), origin));
        }
    }

    private static Set<Long> pageSizes(long bits) {
        Set<Long> sizes = new HashSet<>();
        for (int bit = 0; bit < 32; bit++) {
            if ((bits >>> bit & 1) != 0) {
                sizes.add(1L << bit + 12);
            }
        }
        return sizes;
    }

    private void parseResizable(String line, Origin origin) {
        Matcher resizable = RESIZABLE.matcher(line);
        if (!resizable.matches()) {
            return;
        }
        List<Long> sizes = new ArrayList<>();
        for (String word : resizable.group(2).strip().split("\\s+")) {
            SizeText.parse(word).ifPresent(sizes::add);
        }
        if (!sizes.isEmpty()) {
            findings.add(new Finding.ResizableBar(function, Integer.parseInt(resizable.group(1)), sizes, origin));
        }
    }
}
