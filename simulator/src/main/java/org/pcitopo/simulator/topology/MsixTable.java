package org.pcitopo.simulator.topology;

/**
 * Where the MSI-X capability puts the vector table and the pending bit array.
 *
 * @param vectors 1 to 2048; each takes 16 bytes of the table
 * @param tableBar BAR that holds the table, 0 to 5
 * @param tableOffset bytes from that BAR's start, a multiple of 8
 * @param pbaBar BAR that holds the pending bits, 0 to 5
 * @param pbaOffset bytes from that BAR's start, a multiple of 8
 */
public record MsixTable(int vectors, int tableBar, long tableOffset, int pbaBar, long pbaOffset) {

    /** Bytes of the vector table. */
    public long tableSize() {
        return 16L * vectors;
    }

    /** Bytes of the pending bit array: a 64-bit word for each 64 vectors. */
    public long pbaSize() {
        return 8L * ((vectors + 63) / 64);
    }
}
