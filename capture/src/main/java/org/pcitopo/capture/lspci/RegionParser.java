package org.pcitopo.capture.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads BARs, the ROM and bridge windows. Sizes and types are facts, addresses answers. */
final class RegionParser {

    private static final Pattern REGION = Pattern.compile("Region ([0-5]): (?:\\[virtual\\] )?(Memory|I/O ports) at (\\S+)(.*)");
    private static final Pattern ROM = Pattern.compile("(?:\\[virtual\\] )?Expansion ROM at (\\S+)(.*)");
    private static final Pattern WINDOW =
            Pattern.compile("(I/O|Memory|Prefetchable memory) behind bridge: ?([0-9a-f]+)?-? ?([0-9a-f]+)?(.*)");
    private static final Pattern SIZE = Pattern.compile("\\[size=\\s*(\\w+)\\]");
    private static final long SHADOW_ROM = 0xc0000;

    private final PciAddress function;
    private final List<Finding> findings;
    private final List<Answer> answers;
    private boolean sizeMissing;

    RegionParser(PciAddress function, List<Finding> findings, List<Answer> answers) {
        this.function = function;
        this.findings = findings;
        this.answers = answers;
    }

    /** Whether a BAR came without its size. */
    boolean sizeMissing() {
        return sizeMissing;
    }

    /** Whether {@code line} was one of those. */
    boolean parse(String line, Origin origin) {
        boolean possible = line.startsWith("Region ") || line.contains("Expansion ROM at ") || line.contains("behind bridge:");
        if (!possible) {
            return false;
        }
        Matcher region = REGION.matcher(line);
        if (region.matches()) {
            boolean io = region.group(2).startsWith("I/O");
            ResourceType type = io ? ResourceType.IO : memoryType(region.group(4));
            addRegister(ResourceName.bar(Integer.parseInt(region.group(1))), type, region.group(3), region.group(4), origin);
            return true;
        }
        Matcher rom = ROM.matcher(line);
        if (rom.matches()) {
            addRom(rom.group(1), rom.group(2), origin);
            return true;
        }
        Matcher window = WINDOW.matcher(line);
        if (window.matches()) {
            addWindow(window, origin);
            return true;
        }
        return false;
    }

    /** A VF BAR in the SR-IOV capability: its type alone, {@code lspci} does not know its size. */
    boolean parseVfRegion(String line, Origin origin) {
        if (!line.startsWith("Region ")) {
            return false;
        }
        Matcher region = REGION.matcher(line);
        if (!region.matches() || region.group(2).startsWith("I/O")) {
            return false;
        }
        ResourceName name = ResourceName.vfBar(Integer.parseInt(region.group(1)));
        findings.add(new Finding.RegisterType(function, name, memoryType(region.group(4)), origin));
        address(region.group(3)).ifPresent(start -> {
            if (start != 0) {
                answers.add(new Answer.BusStart(new ResourceKey(function, name), Space.MEM, start, origin));
            }
        });
        return true;
    }

    private static ResourceType memoryType(String rest) {
        return ResourceType.memory(rest.contains("64-bit"), rest.matches(".*[, ]\\s*prefetchable.*"));
    }

    private void addRegister(ResourceName name, ResourceType type, String place, String rest, Origin origin) {
        OptionalLong size = size(rest);
        if (size.isPresent() && Unsigned.isPowerOfTwo(size.getAsLong())) {
            findings.add(new Finding.Register(function, name, type, size.getAsLong(), origin));
        } else {
            sizeMissing = true;
            findings.add(new Finding.RegisterType(function, name, type, origin));
        }
        if (rest.contains("[enhanced]")) {
            findings.add(new Finding.FixedRegister(function, name, origin));
        }
        addOutcome(name, type.isIo(), place, size, origin);
    }

    private void addRom(String place, String rest, Origin origin) {
        OptionalLong size = size(rest);
        if (size.isPresent() && Unsigned.isPowerOfTwo(size.getAsLong())) {
            findings.add(new Finding.Register(function, ResourceName.ROM, ResourceType.MEM32_PREF, size.getAsLong(), origin));
        }
        boolean shadow = address(place).orElse(0) == SHADOW_ROM;
        if (shadow && size.isPresent()) {
            findings.add(new Finding.RomState(function, false, true, origin));
            answers.add(new Answer.Outcome(key(ResourceName.ROM), RecordedState.SHADOW,
                    AddressRange.tryOfSize(SHADOW_ROM, size.getAsLong()), origin));
        } else {
            addOutcome(ResourceName.ROM, false, place, size, origin);
        }
    }

    private void addOutcome(ResourceName name, boolean io, String place, OptionalLong size, Origin origin) {
        OptionalLong start = address(place);
        if (place.equals("<unassigned>") || place.equals("<ignored>")) {
            answers.add(new Answer.Outcome(key(name), RecordedState.UNASSIGNED, Optional.empty(), origin));
        } else if (start.isPresent() && size.isPresent()) {
            AddressRange.tryOfSize(start.getAsLong(), size.getAsLong()).ifPresent(range -> answers.add(io
                    ? new Answer.UserPorts(key(name), range, origin)
                    : new Answer.Outcome(key(name), RecordedState.PLACED, Optional.of(range), origin)));
        } else if (start.isPresent()) {
            answers.add(new Answer.BusStart(key(name), io ? Space.IO : Space.MEM, start.getAsLong(), origin));
        }
    }

    private void addWindow(Matcher window, Origin origin) {
        ResourceName name = switch (window.group(1)) {
            case "I/O" -> ResourceName.IO_WINDOW;
            case "Memory" -> ResourceName.MEM_WINDOW;
            default -> ResourceName.PREF_WINDOW;
        };
        String rest = window.group(4);
        if (rest.contains("None")) {
            return;
        }
        windowType(name, rest).ifPresent(type ->
                findings.add(new Finding.WindowType(function, name, Optional.of(type), origin)));
        OptionalLong start = address(window.group(2));
        OptionalLong end = address(window.group(3));
        boolean open = !rest.contains("[disabled]") && start.isPresent() && end.isPresent()
                && Unsigned.lessOrEqual(start.getAsLong(), end.getAsLong());
        if (open && start.getAsLong() == 0) {
            return; // registers that were never written: what the kernel made of the window does not show
        }
        Optional<AddressRange> range =
                open ? Optional.of(new AddressRange(start.getAsLong(), end.getAsLong())) : Optional.empty();
        if (open && name == ResourceName.IO_WINDOW) {
            answers.add(new Answer.UserPorts(key(name), range.get(), origin));
        } else {
            answers.add(new Answer.Outcome(key(name), open ? RecordedState.PLACED : RecordedState.DISABLED, range, origin));
        }
    }

    /** Older versions do not print the width; the digits of a prefetchable window then tell it. */
    private static Optional<ResourceType> windowType(ResourceName name, String rest) {
        return switch (name) {
            case IO_WINDOW -> Optional.of(ResourceType.IO);
            case MEM_WINDOW -> Optional.of(ResourceType.MEM32);
            default -> rest.contains("[64-bit]") ? Optional.of(ResourceType.MEM64_PREF)
                    : rest.contains("[32-bit]") ? Optional.of(ResourceType.MEM32_PREF) : Optional.empty();
        };
    }

    private ResourceKey key(ResourceName name) {
        return new ResourceKey(function, name);
    }

    private static OptionalLong size(String rest) {
        Matcher matcher = SIZE.matcher(rest);
        return matcher.find() ? SizeText.parse(matcher.group(1)) : OptionalLong.empty();
    }

    private static OptionalLong address(String text) {
        if (text == null || text.isEmpty() || text.length() > 16) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(Long.parseUnsignedLong(text, 16));
    }
}
