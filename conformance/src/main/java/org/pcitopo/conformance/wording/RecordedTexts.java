package org.pcitopo.conformance.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pcitopo.capture.log.KernelLogReader;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.wording.LineKind;

/**
 * What a recording holds of that which is predicted, in its order.
 *
 * @param log lines of the kernel log of the kinds of {@link LineKind}
 * @param memory lines of {@code /proc/iomem} about PCI buses and functions
 * @param ports the same of {@code /proc/ioports}
 */
public record RecordedTexts(List<String> log, List<String> memory, List<String> ports) {

    private static final Pattern OF_PCI =
            Pattern.compile(".* : (?:PCI (?:CardBus|Bus) [0-9a-f]{4}:[0-9a-f]{2}|[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])");
    /** What drivers make of the machine after the boot is logged elsewhere. */
    private static final String AFTERWARDS = "dmesg-vfio.txt";

    public RecordedTexts {
        log = List.copyOf(log);
        memory = List.copyOf(memory);
        ports = List.copyOf(ports);
    }

    /** Picks the lines out of what was read of one machine. */
    public static RecordedTexts of(List<SourceInput> inputs) {
        List<String> log = new ArrayList<>();
        List<String> memory = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (SourceInput input : inputs) {
            if (input instanceof SourceInput.Text piece && !piece.name().endsWith(AFTERWARDS)) {
                if (piece.kind() == SourceKind.KERNEL_LOG) {
                    KernelLogReader.messages(piece.text()).stream().filter(line -> LineKind.of(line).isPresent())
                            .map(LineKind::comparable).forEach(log::add);
                } else if (piece.kind() == SourceKind.IOMEM) {
                    memory.addAll(listing(piece));
                } else if (piece.kind() == SourceKind.IOPORTS) {
                    ports.addAll(listing(piece));
                }
            }
        }
        return new RecordedTexts(log, memory, ports);
    }

    /**
     * The log.
     *
     * @param whole all of it; otherwise the boot alone, which the list of what buses offer ends
     */
    List<String> log(boolean whole) {
        int end = log.size();
        while (!whole && end > 0 && LineKind.of(log.get(end - 1)).filter(LineKind.BUS_LIST::equals).isEmpty()) {
            end--;
        }
        return log.subList(0, end);
    }

    private static List<String> listing(SourceInput.Text piece) {
        return piece.text().lines().stream().map(SourceLine::text).filter(line -> OF_PCI.matcher(line).matches()).toList();
    }
}
