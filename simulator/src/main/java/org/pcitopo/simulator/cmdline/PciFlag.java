package org.pcitopo.simulator.cmdline;

/** Options of {@code pci=} that are either there or not and that change the assignment. */
public enum PciFlag {
    OFF("off"), ROM("rom"), NOROM("norom"), NOBAR("nobar"), ASSIGN_BUSSES("assign-busses"), USE_CRS("use_crs"), NOCRS("nocrs"),
    USE_E820("use_e820"), NO_E820("no_e820"), BIG_ROOT_WINDOW("big_root_window"), SKIP_ISA_ALIGN("skip_isa_align"),
    NODOMAINS("nodomains"), NOARI("noari"), PCIE_SCAN_ALL("pcie_scan_all");

    private final String option;

    PciFlag(String option) {
        this.option = option;
    }

    /** The option's name. */
    public String option() {
        return option;
    }
}
