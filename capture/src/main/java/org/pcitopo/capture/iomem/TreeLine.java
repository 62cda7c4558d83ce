package org.pcitopo.capture.iomem;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * One line of a resource listing.
 *
 * @param depth blanks in front, which say below which line it stands
 * @param range its addresses
 * @param owner the name behind the colon
 * @param line where it stands
 */
record TreeLine(int depth, AddressRange range, String owner, SourceLine line) {

    private static final Pattern TEXT =
            Pattern.compile("(?:\\s?[>|])*(?: ?-)?(\\s*)([0-9a-f]{4,16})-([0-9a-f]{4,16}) : (.*\\S)\\s*");

    /** Empty where the line is none of a listing, or ends before it starts. */
    static Optional<TreeLine> parse(SourceLine line) {
        Matcher matcher = TEXT.matcher(line.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long start = Long.parseUnsignedLong(matcher.group(2), 16);
        long end = Long.parseUnsignedLong(matcher.group(3), 16);
        if (Unsigned.less(end, start)) {
            return Optional.empty();
        }
        return Optional.of(new TreeLine(matcher.group(1).length(), new AddressRange(start, end), matcher.group(4), line));
    }
}
