package org.pcitopo.simulator.advise;

/**
 * Something outside the kernel's command line that makes everything wanted mappable; it was simulated.
 *
 * @param kind of what sort it is
 * @param subject what it is about: the release, the page size in bytes, the range of addresses, or the BAR and its size in bytes
 * @param commandLine the command line that is needed with it
 */
public record Remedy(Kind kind, String subject, String commandLine) {

    /** The sorts of remedies. */
    public enum Kind {
        /** A kernel from this release on. */
        NEWER_KERNEL("newer-kernel"),
        /** A kernel with pages of this size. */
        PAGE_SIZE("page-size"),
        /** A host window above 4 GiB: firmware's "Above 4G decoding", or the device tree's {@code ranges}. */
        WINDOW_ABOVE_4G("window-above-4g"),
        /** A resizable BAR that firmware makes smaller. */
        SMALLER_BAR("smaller-bar");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }
}
