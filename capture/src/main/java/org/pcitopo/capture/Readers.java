package org.pcitopo.capture;

import java.util.List;
import org.pcitopo.capture.bundle.CommandLineReader;
import org.pcitopo.capture.bundle.MetaReader;
import org.pcitopo.capture.bundle.VfioReader;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.iomem.ResourceTreeReader;
import org.pcitopo.capture.log.KernelLogReader;
import org.pcitopo.capture.lspci.LspciReader;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.capture.sysfs.SysfsReader;

/** Gives each input to the reader of its kind. */
final class Readers {

    private Readers() {
    }

    static SourceFindings read(SourceInput input) {
        if (input instanceof SourceInput.DeviceTree tree) {
            return SysfsReader.read(tree);
        }
        SourceText text = ((SourceInput.Text) input).text();
        return switch (input.kind()) {
            case KERNEL_LOG -> KernelLogReader.read(text);
            case LSPCI -> LspciReader.read(text);
            case IOMEM -> ResourceTreeReader.readIomem(text);
            case IOPORTS -> ResourceTreeReader.readIoports(text);
            case COMMAND_LINE -> CommandLineReader.read(text);
            case BUNDLE_META -> MetaReader.read(text);
            case VFIO_ANSWERS -> VfioReader.read(text);
            default -> notRead(input);
        };
    }

    private static SourceFindings notRead(SourceInput input) {
        return new SourceFindings(input.kind(), input.name(), List.of(), List.of(),
                List.of(new Remark(input.name(), 0, "not read: no reader for " + input.kind().label() + " yet")));
    }
}
