package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that choose boots of a file and change them. */
final class BootOptions {

    @Option(names = "--host", paramLabel = "NAME", description = "The machine; needed where the file has several.")
    private Optional<String> host;

    @Option(names = "--boot", paramLabel = "NAME", description = "The boot; without it all boots.")
    private Optional<String> boot;

    @Option(names = "--kernel", paramLabel = "RELEASE", converter = Kernel.class,
            description = "The kernel release, such as 6.12, instead of the boot's. May be repeated.")
    private List<String> kernels = new ArrayList<>();

    @Option(names = "--page-size", paramLabel = "SIZE", converter = PageSize.class,
            description = "The page size, such as 64K, instead of the boot's. May be repeated.")
    private List<Long> pageSizes = new ArrayList<>();

    @Option(names = "--command-line", paramLabel = "TEXT", description = "The kernel command line instead of the boot's.")
    private Optional<String> commandLine;

    @Option(names = "--passthrough", paramLabel = "FUNCTION", converter = Function.class,
            description = "A function to pass through: its address, its vendor:device id, or all. May be repeated.")
    private List<String> passthrough = new ArrayList<>();

    BootChoice choice() {
        return new BootChoice(host, boot, kernels, pageSizes, commandLine, passthrough);
    }

    /** A release whose rules are known. */
    static final class Kernel implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            KernelRelease release = KernelRelease.parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no kernel release such as 6.12"));
            if (!release.isKnown()) {
                throw new TypeConversionException("the rules of Linux " + text + " are not known, only those of "
                        + KernelRelease.OLDEST + " to " + KernelRelease.NEWEST.major() + "." + KernelRelease.NEWEST.minor());
            }
            return text;
        }
    }

    /** Bytes, with {@code K} or {@code M}; a power of two from 4K to 16M. */
    static final class PageSize implements ITypeConverter<Long> {

        private static final long SMALLEST = 4096;
        private static final long LARGEST = 16L << 20;

        @Override
        public Long convert(String text) {
            if (text.matches("[0-9]{1,9}[kKmM]?")) {
                String digits = text.replaceAll("[kKmM]", "");
                int shift = text.endsWith("k") || text.endsWith("K") ? 10 : digits.length() < text.length() ? 20 : 0;
                long bytes = Long.parseLong(digits) << shift;
                if (Unsigned.isPowerOfTwo(bytes) && bytes >= SMALLEST && bytes <= LARGEST) {
                    return bytes;
                }
            }
            throw new TypeConversionException("'" + text + "' is no page size such as 4K, 16K or 64K");
        }
    }

    /** {@code all}, an address or a vendor:device id. */
    static final class Function implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            boolean id = text.matches("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}");
            if (text.equals("all") || id || PciAddress.parse(text).isPresent()) {
                return text;
            }
            throw new TypeConversionException("'" + text
                    + "' is neither an address such as 0000:01:00.0, an id such as 8086:0a54, nor 'all'");
        }
    }
}
