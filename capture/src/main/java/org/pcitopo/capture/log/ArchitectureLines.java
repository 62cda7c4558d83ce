package org.pcitopo.capture.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Origin;

/** Which processor architecture a log comes from: the surest sign in it, the first of equally sure ones. */
final class ArchitectureLines {

    /**
     * @param strength 3 names the architecture, 2 only that architecture prints it, 1 usual on it
     */
    private record Sign(Pattern pattern, Architecture architecture, int strength, String why) {
    }

    private static final List<Sign> SIGNS = List.of(
            names("(?:-amd64|\\.x86_64|x86_64-linux-gnu|x86_64-pc-linux)\\b", Architecture.X86_64),
            names("(?:-i[3-6]86|-686(?:-pae)?|i[3-6]86-linux-gnu)\\b", Architecture.I386),
            names("(?:-arm64(?:-16k)?|\\.aarch64|aarch64-(?:\\w+-)?linux)\\b", Architecture.AARCH64),
            names("(?:-armmp|armv[5-7]\\w*|arm-(?:\\w+-)?linux-gnueabi\\w*)\\b", Architecture.ARM),
            names("(?:-powerpc64le|\\.ppc64le|powerpc64le-linux-gnu)\\b", Architecture.PPC64LE),
            names("(?:-powerpc64|\\.ppc64|powerpc64-(?:\\w+-)?linux)\\b", Architecture.PPC64),
            names("(?:-riscv64|\\.riscv64|riscv64-(?:\\w+-)?linux)\\b", Architecture.RISCV64),
            names("(?:loongarch64)\\b", Architecture.LOONGARCH64),
            names("(?:\\.s390x|s390x-linux)\\b", Architecture.S390X),
            only("^BIOS-e820: .*", Architecture.X86_64, "firmware memory map"),
            only("^(?:x86/|smpboot: |MTRR |kvm-clock: |tsc: ).*", Architecture.X86_64, "x86 messages"),
            only("^Booting Linux on physical CPU 0x[0-9a-f]{6,10} \\[0x[0-9a-f]{8}\\].*", Architecture.AARCH64, "arm64 start-up"),
            only("^(?:CPU features: detected|Detected \\w+ I-cache on CPU|arm64).*", Architecture.AARCH64, "arm64 messages"),
            only("^CPU: ARMv[4-7].*", Architecture.ARM, "processor"),
            only("^PCI: bus\\d+: Fast back to back transfers.*", Architecture.ARM, "only 32-bit arm prints this"),
            only("^unwind_backtrace from show_stack.*", Architecture.ARM, "back trace"),
            only("^(?:Using (?:PowerNV|pSeries) machine description|radix-mmu: .*|Initializing IODA\\d PHB.*|lpar: .*)", Architecture.PPC64LE,
                    "POWER machine; little endian is usual"),
            only("^pci 0000:00:00\\.0: \\[1b36:0008\\] .*", Architecture.AARCH64, "host bridge of QEMU's virt machine"),
            only("^(?:(?:hash-mmu: )?ppc64_pft_size|hash-mmu: base_shift|Page orders: linear mapping).*", Architecture.PPC64, "64-bit PowerPC"),
            only("^(?:riscv: |SBI specification ).*", Architecture.RISCV64, "riscv messages"),
            only("^(?:MIPS: |CPU0 revision is: |clocksource: MIPS).*", Architecture.MIPS, "MIPS messages"),
            only("^epc\\s+: [0-9a-f]{8,16} .*", Architecture.MIPS, "registers in a back trace"),
            only(".*\\btarget-mips.*", Architecture.MIPS, "a build path"),
            only("^RIP: 00\\d\\d:.*", Architecture.X86_64, "registers in a back trace"),
            usual("^pci_bus .*root bus resource \\[io  ?0x0000-0x0cf7 window\\].*", Architecture.X86_64, "x86 I/O window"),
            only("^pci_bus .*root bus resource \\[io\\s+0x[0-9a-f]{16}-.*", Architecture.PPC64, "I/O lies at 64-bit addresses"),
            usual("^(?:Using [\\w .-]+ machine description|Hardware name: PowerMac\\S+ .*|PowerMac .*)", Architecture.PPC32,
                    "PowerPC machine description"),
            usual("^(?:mvebu-pcie|pci-rcar-gen2|imx6q-pcie|pci-mvebu|tegra-pcie|ixp4xx).*PCI host bridge to.*", Architecture.ARM,
                    "host bridge driver"),
            usual("^(?:rcar-pcie|qcom-pcie|brcm-pcie|mtk-pcie|mtk-pcie-gen3|meson-pcie|rockchip-pcie|rockchip-dw-pcie|layerscape-pcie|tegra194-pcie|"
                    + "armada8k-pcie|advk-pcie|xgene-pcie|hisi-pcie|keystone-pcie).*PCI host bridge to.*", Architecture.AARCH64,
                    "host bridge driver"),
            usual("^(?:spacemit|fu740-pcie|starfive|pcie-microchip|sg2042).*PCI host bridge to.*", Architecture.RISCV64,
                    "host bridge driver"),
            usual("^(?:mt7621-pci|pci-ar724x|rc32434).*PCI host bridge to.*", Architecture.MIPS, "host bridge driver"),
            usual("^(?:fsl-pci).*PCI host bridge to.*", Architecture.PPC32, "host bridge driver"),
            usual("^pci-host-generic .*PCI host bridge to.*", Architecture.AARCH64, "host bridge driver"),
            usual("^pci_bus .*root bus resource .* window\\].*", Architecture.X86_64, "windows from ACPI"),
            usual("^ACPI: PCI Root Bridge.*", Architecture.X86_64, "host bridge from ACPI"));

    /** Words in the text around an excerpt; only where nothing in the log tells. */
    private static final List<Sign> MENTIONS = List.of(
            usual(".*\\b(?:mips|mipsel|mips64)\\b.*", Architecture.MIPS, "the text around the log mentions it"),
            usual(".*\\b(?:riscv|risc-v|riscv64)\\b.*", Architecture.RISCV64, "the text around the log mentions it"),
            usual(".*\\b(?:arm64|aarch64)\\b.*", Architecture.AARCH64, "the text around the log mentions it"),
            usual(".*\\b(?:loongarch|loongson)\\b.*", Architecture.LOONGARCH64, "the text around the log mentions it"),
            usual(".*\\bppc64le\\b.*", Architecture.PPC64LE, "the text around the log mentions it"));

    private static final String QEMU_HOST_BRIDGE = "[1b36:0008]";

    private int strength;
    private Optional<Finding.ArchitectureIs> found = Optional.empty();

    private static Sign names(String inVersion, Architecture architecture) {
        return new Sign(Pattern.compile("^Linux version .*" + inVersion + ".*"), architecture, 3, "");
    }

    private static Sign only(String pattern, Architecture architecture, String why) {
        return new Sign(Pattern.compile(pattern), architecture, 2, why);
    }

    private static Sign usual(String pattern, Architecture architecture, String why) {
        return new Sign(Pattern.compile(pattern), architecture, 1, why);
    }

    void accept(LogLine line) {
        boolean ordinary = line.text().startsWith("pci ") && !line.text().contains(QEMU_HOST_BRIDGE);
        if (strength < 3 && !ordinary) {
            match(line, SIGNS);
        }
    }

    void mention(LogLine line) {
        match(line, MENTIONS);
    }

    private void match(LogLine line, List<Sign> signs) {
        for (Sign sign : signs) {
            if (sign.strength > strength && sign.pattern.matcher(line.text()).matches()) {
                strength = sign.strength;
                Origin origin = sign.strength == 3 ? line.read() : line.derived(sign.why);
                found = Optional.of(new Finding.ArchitectureIs(sign.architecture, origin));
            }
        }
    }

    Optional<Finding.ArchitectureIs> finding() {
        return found;
    }
}
