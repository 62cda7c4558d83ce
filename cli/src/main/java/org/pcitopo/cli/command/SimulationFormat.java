package org.pcitopo.cli.command;

import java.util.Locale;

/** What {@code simulate --format} takes: for people, for programs, and what the kernel itself would show. */
enum SimulationFormat {
    TEXT, JSON, DMESG, IOMEM, IOPORTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
