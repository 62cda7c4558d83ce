package org.pcitopo.capture.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.config.ConfigFindings;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;

/** Reads one listing of {@code lspci}. */
public final class LspciReader {

    private static final Pattern BUSES =
            Pattern.compile("Bus: primary=[0-9a-f]{2}, ?secondary=([0-9a-f]{2}), ?subordinate=([0-9a-f]{2}).*");
    private static final Pattern DRIVER = Pattern.compile("Kernel driver in use: (\\S{1,63})");
    private static final Pattern GROUP = Pattern.compile("IOMMU group: (\\d{1,9})");
    private static final Pattern UNNUMBERED_REGION = Pattern.compile("(?:Memory|I/O ports) at [0-9a-f<].*");

    private final SourceText text;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<PciAddress> withoutSizes = new ArrayList<>();
    private int denied;
    private boolean unnumbered;

    private LspciReader(SourceText text) {
        this.text = text;
    }

    /** What {@code text} says; never throws. */
    public static SourceFindings read(SourceText text) {
        LspciReader reader = new LspciReader(text);
        LspciBlocks.Listing listing = LspciBlocks.cut(text);
        listing.blocks().forEach(reader::readBlock);
        reader.remark(listing);
        return new SourceFindings(SourceKind.LSPCI, text.file(), reader.findings, reader.answers, reader.remarks);
    }

    private void readBlock(LspciBlock block) {
        Origin titleOrigin = origin(block.title());
        findings.add(new Finding.Present(block.function(), titleOrigin));
        findings.addAll(TitleParser.parse(block, titleOrigin));
        RegionParser regions = new RegionParser(block.function(), findings, answers);
        CapabilityParser capabilities = new CapabilityParser(block.function(), findings);
        HexDump dump = new HexDump();
        boolean bridge = false;
        for (SourceLine line : block.lines()) {
            Origin origin = origin(line);
            if (dump.add(line.text(), line.number())) {
                continue;
            }
            boolean region = capabilities.inSriov() ? regions.parseVfRegion(line.text(), origin)
                    : regions.parse(line.text(), origin);
            if (!region) {
                capabilities.parse(line.text(), origin);
                bridge |= readOther(block, line, origin);
            }
        }
        if (bridge) {
            readBridge(block, capabilities, titleOrigin);
        }
        Origin dumpOrigin = Origin.read(text.file(), dump.firstLine());
        dump.config().ifPresent(config -> {
            findings.addAll(ConfigFindings.facts(block.function(), config, dumpOrigin));
            answers.addAll(ConfigFindings.answers(block.function(), config, dumpOrigin));
        });
        denied += capabilities.denied() ? 1 : 0;
        if (regions.sizeMissing()) {
            withoutSizes.add(block.function());
        }
    }

    private Origin origin(SourceLine line) {
        return Origin.read(line.file(), line.number());
    }

    /** Whether the line shows that the function is a bridge. */
    private boolean readOther(LspciBlock block, SourceLine line, Origin origin) {
        String bare = line.text();
        if (bare.startsWith("Bus: ")) {
            return readBuses(block, bare, origin);
        }
        if (bare.startsWith("Subsystem: ")) {
            findings.addAll(TitleParser.parseSubsystem(block, bare, origin));
        } else if (bare.startsWith("Kernel driver")) {
            Matcher driver = DRIVER.matcher(bare);
            if (driver.matches()) {
                findings.add(new Finding.Driver(block.function(), driver.group(1), origin));
            }
        } else if (bare.startsWith("IOMMU group")) {
            Matcher group = GROUP.matcher(bare);
            if (group.matches()) {
                findings.add(new Finding.IommuGroup(block.function(), Integer.parseInt(group.group(1)), origin));
            }
        } else if (bare.startsWith("Memory at") || bare.startsWith("I/O ports at")) {
            unnumbered |= UNNUMBERED_REGION.matcher(bare).matches();
        }
        return false;
    }

    private boolean readBuses(LspciBlock block, String bare, Origin origin) {
        Matcher buses = BUSES.matcher(bare);
        if (!buses.matches()) {
            return false;
        }
        int secondary = Integer.parseInt(buses.group(1), 16);
        int subordinate = Integer.parseInt(buses.group(2), 16);
        if (secondary > 0 && subordinate >= secondary) {
            findings.add(new Finding.Buses(block.function(), secondary, subordinate, origin));
        }
        return true;
    }

    private void readBridge(LspciBlock block, CapabilityParser capabilities, Origin origin) {
        boolean cardBus = block.title().text().startsWith("CardBus bridge") || block.title().text().startsWith("0607:");
        findings.add(new Finding.HeaderType(block.function(), cardBus ? 2 : 1, origin));
        if (cardBus) {
            findings.add(new Finding.KindOfBridge(block.function(), BridgeKind.CARDBUS, origin));
        } else if (capabilities.any()) {
            Sourced<BridgeKind> kind = capabilities.kind().orElse(new Sourced<>(BridgeKind.PCI, origin));
            findings.add(new Finding.KindOfBridge(block.function(), kind.value(), kind.origin()));
            Sourced<Boolean> hotplug = capabilities.hotplug().orElse(new Sourced<>(false, origin));
            boolean slotNotShown = capabilities.kind().isPresent() && capabilities.hotplug().isEmpty();
            if (!slotNotShown) {
                findings.add(new Finding.Hotplug(block.function(), hotplug.value(), hotplug.origin()));
            }
        }
        if (block.title().text().contains("(prog-if 01")) {
            findings.add(new Finding.Transparent(block.function(), origin));
        }
    }

    private void remark(LspciBlocks.Listing listing) {
        for (int line : listing.leftOut()) {
            remarks.add(new Remark(text.file(), line, "this listing of the same functions says less and was left out"));
        }
        if (!withoutSizes.isEmpty()) {
            remarks.add(new Remark(text.file(), 0, "lspci shows no size for BARs of " + withoutSizes.size()
                    + " functions, first " + withoutSizes.get(0) + "; add a kernel log or a copy of /sys/bus/pci/devices"));
        }
        if (unnumbered) {
            remarks.add(new Remark(text.file(), 0, "lspci -v does not number the BARs; run \"lspci -vv\""));
        }
        if (denied > 0) {
            remarks.add(new Remark(text.file(), 0, "the capabilities of " + denied
                    + " functions were not readable: hot-plug, MSI-X and SR-IOV are not known; run \"sudo lspci -vv\""));
        }
    }
}
