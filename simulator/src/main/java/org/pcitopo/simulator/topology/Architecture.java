package org.pcitopo.simulator.topology;

import java.util.Locale;
import java.util.Optional;

/** Processor architectures, by the names that {@code uname -m} gives them. */
public enum Architecture {
    X86_64, I386, AARCH64, ARM, PPC64LE, PPC64, PPC32, RISCV64, MIPS, S390X, LOONGARCH64, IA64, SPARC64;

    /** {@code uname -m}'s name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #id} and usual synonyms ({@code arm64}, {@code amd64}, {@code i686}, {@code ppc}, {@code ppc64el}). */
    public static Optional<Architecture> parse(String text) {
        String key = text.toLowerCase(Locale.ROOT);
        return switch (key) {
            case "arm64" -> Optional.of(AARCH64);
            case "amd64", "x86" -> Optional.of(X86_64);
            case "i486", "i586", "i686", "x86-32", "x86_32" -> Optional.of(I386);
            case "ppc64el" -> Optional.of(PPC64LE);
            case "ppc", "powerpc" -> Optional.of(PPC32);
            case "armv6l", "armv7l", "armv5tel", "arm32" -> Optional.of(ARM);
            case "riscv" -> Optional.of(RISCV64);
            case "mips64", "mipsel", "mips64el" -> Optional.of(MIPS);
            default -> {
                for (Architecture candidate : values()) {
                    if (candidate.id().equals(key)) {
                        yield Optional.of(candidate);
                    }
                }
                yield Optional.empty();
            }
        };
    }

    /** Whether the kernel knows the alias rule for I/O BARs (behaviour specification 6.3). */
    public boolean isX86() {
        return this == X86_64 || this == I386;
    }

    public boolean isPowerPc() {
        return this == PPC64LE || this == PPC64 || this == PPC32;
    }

    /** The page size that distributions usually configure, bytes (behaviour specification 9). */
    public long usualPageSize() {
        return switch (this) {
            case PPC64LE, PPC64 -> 0x10000;
            case IA64, LOONGARCH64 -> 0x4000;
            case SPARC64 -> 0x2000;
            default -> 0x1000;
        };
    }
}
