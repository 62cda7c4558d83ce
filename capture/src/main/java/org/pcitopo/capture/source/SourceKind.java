package org.pcitopo.capture.source;

/** What a source is, recognised by its content. */
public enum SourceKind {
    KERNEL_LOG("kernel log"),
    LSPCI("lspci"),
    IOMEM("/proc/iomem"),
    IOPORTS("/proc/ioports"),
    SYSFS("sysfs copy"),
    COMMAND_LINE("/proc/cmdline"),
    BUNDLE_META("meta.json"),
    VFIO_ANSWERS("vfio.json"),
    UNKNOWN("unknown");

    private final String label;

    SourceKind(String label) {
        this.label = label;
    }

    /** As messages call it. */
    public String label() {
        return label;
    }
}
