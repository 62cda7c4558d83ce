package org.pcitopo.simulator.guest;

/** What places BARs in an x86 guest of QEMU; other machines have windows of their own, whatever firmware runs. */
public enum Firmware {
    /** EDK II's OvmfPkg from edk2-stable202305, which sizes its upper window from the processor's address width. */
    OVMF("ovmf"),
    /** SeaBIOS from 1.17. */
    SEABIOS("seabios");

    private final String id;

    Firmware(String id) {
        this.id = id;
    }

    /** The name in lower case. */
    public String id() {
        return id;
    }
}
