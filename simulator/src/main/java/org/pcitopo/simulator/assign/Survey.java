package org.pcitopo.simulator.assign;

import java.util.List;

/** What an architecture does with firmware's state before the common flow begins (behaviour specification 4). */
interface Survey {

    /** Whether bridge registers are read into windows while buses are scanned. */
    boolean readsBridgeWindows();

    /** Looks at all root buses, in scan order. */
    void survey(List<Bus> roots);

    /**
     * Nothing is claimed: the kernel assigns everything.
     *
     * @param readsBridgeWindows whether the size that a window's registers show stays a floor for it, as on MIPS, whose
     *     {@code pcibios_fixup_bus} reads them
     */
    record AssignEverything(boolean readsBridgeWindows) implements Survey {

        @Override
        public void survey(List<Bus> roots) {
            // Firmware's state does not matter on these platforms.
        }
    }

    /** Everything is claimed as firmware left it, on hosts that ask for it (behaviour specification 1.5, C5). */
    final class PreserveConfiguration implements Survey {

        private final Claimer claimer;

        PreserveConfiguration(Recorder recorder) {
            this.claimer = new Claimer(recorder);
        }

        @Override
        public boolean readsBridgeWindows() {
            return true;
        }

        @Override
        public void survey(List<Bus> roots) {
            roots.forEach(claimer::claimEverything);
        }
    }
}
