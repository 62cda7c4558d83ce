package org.pcitopo.capture.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One piece of input whose kind is known: what a single reader reads. */
public sealed interface SourceInput {

    /** What it is. */
    SourceKind kind();

    /** The source's name, as messages call it. */
    String name();

    /**
     * A piece of text; one file may hold several (a mail with a log and an iomem listing).
     *
     * @param kind anything but {@link SourceKind#SYSFS}
     * @param text its lines
     */
    record Text(SourceKind kind, SourceText text) implements SourceInput {
        @Override
        public String name() {
            return text.file();
        }
    }

    /**
     * A copy of {@code /sys/bus/pci/devices}.
     *
     * @param name the folder's or archive's name
     * @param files content by path below {@code devices}, such as {@code 0000:01:00.0/config}; never changed
     */
    record DeviceTree(String name, SortedMap<String, byte[]> files) implements SourceInput {

        /** The folder of a bundle with the copy that was made before anything was done to the booted machine. */
        public static final String BEFORE_STEPS = "before-steps";

        public DeviceTree {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        /** Whether it was made before the steps that the bundle tells of; then others show what became of them. */
        public boolean isBeforeSteps() {
            return name.endsWith(BEFORE_STEPS);
        }

        @Override
        public SourceKind kind() {
            return SourceKind.SYSFS;
        }
    }
}
