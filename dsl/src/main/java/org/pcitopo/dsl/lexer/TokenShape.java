package org.pcitopo.dsl.lexer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shapes that a run of word characters can have, each a terminal of the grammar. A run has the first shape in declaration
 * order that fits the whole of it; a run that is a keyword never gets here.
 */
public enum TokenShape {
    /** {@code 0xfe800000}: an address, an offset, a class code. */
    HEX("0[xX][0-9a-fA-F]+"),
    /** {@code 0xfe800000-0xfe8fffff}: a range as the kernel prints it. */
    HEX_RANGE("0[xX][0-9a-fA-F]+-0[xX][0-9a-fA-F]+"),
    /** {@code 0000:01:00.0}; VMD and Hyper-V domains have five and more digits: {@code 10000:e0:06.0}. */
    DOMAIN_ADDRESS("[0-9a-fA-F]{4,8}:[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]"),
    /** {@code 01:00.0}: an address in domain 0, as lspci prints it. */
    ADDRESS("[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]"),
    /** {@code 8086:0a54}, {@code c0a9:540a}. */
    VENDOR_DEVICE("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}"),
    /** {@code 0000:00}: a root bus, as the kernel prints it. */
    DOMAIN_BUS("[0-9a-fA-F]{4,8}:[0-9a-fA-F]{2}"),
    /** {@code 1f.3}: device and function on the bus at hand. */
    SLOT_FUNCTION("[01][0-9a-fA-F]\\.[0-7]"),
    /** {@code 256}, {@code 04}. */
    NUMBER("[0-9]+"),
    /** {@code 16K}, {@code 8M}, {@code 64k}, and {@code 256MB} as lspci prints the sizes of resizable BARs. */
    SIZE("[0-9]+[kKmMgGtTpPeE]B?"),
    /** {@code 00-ff}: a bus range. */
    BUS_RANGE("[0-9a-fA-F]{2}-[0-9a-fA-F]{2}"),
    /** {@code fe800000-fe8fffff}, {@code e000-efff}: a range as lspci and {@code /proc/iomem} print it. */
    PLAIN_RANGE("(?=.*[0-9])(?:[0-9a-fA-F]{4}-[0-9a-fA-F]{4}|[0-9a-fA-F]{8,16}-[0-9a-fA-F]{8,16})"),
    /** {@code 0a}, {@code 1f}: a bus number that is neither a number nor a word; {@code 04} is a number, {@code ff} a word. */
    HEX_BYTE("[0-9][a-fA-F]"),
    /** {@code 6.12}, {@code 6.19.14}, {@code 6.12.107+deb13-amd64}. */
    RELEASE("[0-9]{1,3}\\.[0-9]{1,4}(?:[.+~_-][0-9A-Za-z.+~_-]*)?"),
    /** A name: {@code nvme0}, {@code vfio-mmap-v4}; {@code ^host} where a keyword shall be a name. */
    WORD("\\^?[A-Za-z_][A-Za-z0-9_-]*");

    private static final List<TokenShape> WITH_COLON = List.of(DOMAIN_ADDRESS, ADDRESS, VENDOR_DEVICE, DOMAIN_BUS);
    private static final List<TokenShape> WITH_0X = List.of(HEX, HEX_RANGE);
    private static final List<TokenShape> OTHERS =
            List.of(NUMBER, SIZE, SLOT_FUNCTION, BUS_RANGE, PLAIN_RANGE, HEX_BYTE, RELEASE, WORD);

    private final Pattern pattern;

    TokenShape(String regex) {
        pattern = Pattern.compile(regex);
    }

    /** Whether {@code run} has this shape. */
    public boolean fits(CharSequence run) {
        return pattern.matcher(run).matches();
    }

    /** The candidates for a run, told by its characters so that few patterns are tried. */
    static List<TokenShape> candidates(CharSequence run, boolean hasColon) {
        if (hasColon) {
            return WITH_COLON;
        }
        boolean startsWith0x = run.length() > 2 && run.charAt(0) == '0' && (run.charAt(1) | 0x20) == 'x';
        return startsWith0x ? WITH_0X : OTHERS;
    }
}
