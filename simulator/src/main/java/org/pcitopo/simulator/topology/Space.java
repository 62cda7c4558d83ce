package org.pcitopo.simulator.topology;

/** The two address spaces of PCI that BARs and windows live in. */
public enum Space {
    IO, MEM
}
