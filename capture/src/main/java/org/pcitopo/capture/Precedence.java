package org.pcitopo.capture;

import org.pcitopo.capture.source.SourceKind;

/** Which source is believed where several tell the same fact. */
enum Precedence {
    /** Sizes: a kernel log shows what the hardware decodes, the others what the kernel made of it. */
    SIZES(SourceKind.KERNEL_LOG, SourceKind.LSPCI, SourceKind.SYSFS),
    /** What configuration space says of hardware. */
    CAPABILITIES(SourceKind.SYSFS, SourceKind.LSPCI, SourceKind.KERNEL_LOG),
    /** Which boot this was. */
    BOOT(SourceKind.BUNDLE_META, SourceKind.COMMAND_LINE, SourceKind.KERNEL_LOG, SourceKind.VFIO_ANSWERS, SourceKind.SYSFS,
            SourceKind.LSPCI);

    private final SourceKind[] order;

    Precedence(SourceKind... order) {
        this.order = order;
    }

    /** 0 for the source that is believed first. */
    int rank(SourceKind kind) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] == kind) {
                return i;
            }
        }
        return order.length;
    }
}
