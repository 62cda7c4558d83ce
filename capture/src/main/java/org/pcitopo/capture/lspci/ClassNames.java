package org.pcitopo.capture.lspci;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Base class and sub class by the names that {@code lspci} prints without {@code -n}. Only classes that a rule or a reader
 * asks for are listed, and those that are common; the names are those of the PCI ID database.
 */
final class ClassNames {

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("Non-VGA unclassified device", 0x0000), Map.entry("VGA compatible unclassified device", 0x0001),
            Map.entry("SCSI storage controller", 0x0100), Map.entry("IDE interface", 0x0101),
            Map.entry("RAID bus controller", 0x0104), Map.entry("SATA controller", 0x0106),
            Map.entry("Serial Attached SCSI controller", 0x0107), Map.entry("Non-Volatile memory controller", 0x0108),
            Map.entry("Mass storage controller", 0x0180), Map.entry("Ethernet controller", 0x0200),
            Map.entry("Infiniband controller", 0x0207), Map.entry("Fabric controller", 0x0208),
            Map.entry("Network controller", 0x0280), Map.entry("VGA compatible controller", 0x0300),
            Map.entry("XGA compatible controller", 0x0301), Map.entry("3D controller", 0x0302),
            Map.entry("Display controller", 0x0380), Map.entry("Multimedia video controller", 0x0400),
            Map.entry("Multimedia audio controller", 0x0401), Map.entry("Audio device", 0x0403),
            Map.entry("Multimedia controller", 0x0480), Map.entry("RAM memory", 0x0500), Map.entry("FLASH memory", 0x0501),
            Map.entry("CXL", 0x0502), Map.entry("Memory controller", 0x0580), Map.entry("Host bridge", 0x0600),
            Map.entry("ISA bridge", 0x0601), Map.entry("EISA bridge", 0x0602), Map.entry("PCI bridge", 0x0604),
            Map.entry("PCMCIA bridge", 0x0605), Map.entry("CardBus bridge", 0x0607),
            Map.entry("Semi-transparent PCI-to-PCI bridge", 0x0609), Map.entry("InfiniBand to PCI host bridge", 0x060a),
            Map.entry("Bridge", 0x0680), Map.entry("Serial controller", 0x0700), Map.entry("Parallel controller", 0x0701),
            Map.entry("Communication controller", 0x0780), Map.entry("PIC", 0x0800), Map.entry("DMA controller", 0x0801),
            Map.entry("Timer", 0x0802), Map.entry("RTC", 0x0803), Map.entry("SD Host controller", 0x0805),
            Map.entry("IOMMU", 0x0806), Map.entry("System peripheral", 0x0880), Map.entry("FireWire (IEEE 1394)", 0x0c00),
            Map.entry("USB controller", 0x0c03), Map.entry("Fibre Channel", 0x0c04), Map.entry("SMBus", 0x0c05),
            Map.entry("IPMI Interface", 0x0c07), Map.entry("Serial bus controller", 0x0c80),
            Map.entry("Wireless controller", 0x0d80), Map.entry("Encryption controller", 0x1080),
            Map.entry("Signal processing controller", 0x1180), Map.entry("Processing accelerators", 0x1200),
            Map.entry("Non-Essential Instrumentation", 0x1300), Map.entry("Unassigned class", 0xff00));

    private ClassNames() {
    }

    /** Base class and sub class, 16 bits. */
    static OptionalInt code(String name) {
        Integer code = CODES.get(name);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
