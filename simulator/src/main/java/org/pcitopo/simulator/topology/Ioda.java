package org.pcitopo.simulator.topology;

/**
 * The partitionable endpoints of an IODA host bridge (powernv), behaviour specification 4.5.
 *
 * @param totalPes number of partitionable endpoints: 128 on P7IOC, 256 on PHB3, up to 512 on PHB4 and PHB5
 * @param reservedPe the one that is not handed out, 0 or the last
 * @param m32Segment bytes of one 32-bit memory segment, 0 without such a window
 * @param m64Segment bytes of one 64-bit memory segment, 0 without such a window
 * @param ioSegment bytes of one I/O segment, 0 without such a window
 */
public record Ioda(int totalPes, int reservedPe, long m32Segment, long m64Segment, long ioSegment) {
}
