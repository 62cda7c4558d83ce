package org.pcitopo.simulator.guest;

/** The program that runs a guest. */
public enum Vmm {
    /** QEMU from 2.12; what it does with mappings is described in behaviour specification 7.4. */
    QEMU("qemu"),
    /** QEMU, configured by a domain of libvirt. */
    LIBVIRT("libvirt"),
    /** Cloud Hypervisor from release 52, which learned to map BARs that are smaller than a page. */
    CLOUD_HYPERVISOR("cloud-hypervisor");

    private final String id;

    Vmm(String id) {
        this.id = id;
    }

    /** The name of its program. */
    public String id() {
        return id;
    }
}
