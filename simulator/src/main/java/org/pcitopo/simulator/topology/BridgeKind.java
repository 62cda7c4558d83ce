package org.pcitopo.simulator.topology;

/** What sort of bridge a type 1 or type 2 function is. */
public enum BridgeKind {
    ROOT_PORT("root port"),
    UPSTREAM_PORT("switch upstream port"),
    DOWNSTREAM_PORT("switch downstream port"),
    PCIE_TO_PCI("PCIe-to-PCI"),
    PCI_TO_PCIE("PCI-to-PCIe"),
    PCI("PCI"),
    CARDBUS("CardBus");

    private final String label;

    BridgeKind(String label) {
        this.label = label;
    }

    /** As the language writes it. */
    public String label() {
        return label;
    }
}
