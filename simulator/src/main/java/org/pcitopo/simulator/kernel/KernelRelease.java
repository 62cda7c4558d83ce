package org.pcitopo.simulator.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Linux with its stable level.
 *
 * @param major such as 6
 * @param minor such as 12
 * @param stable stable level, 0 for the release itself
 */
public record KernelRelease(int major, int minor, int stable) implements Comparable<KernelRelease> {

    /** The oldest and the newest release whose rules are known. */
    public static final KernelRelease OLDEST = new KernelRelease(4, 5, 0);
    public static final KernelRelease NEWEST = new KernelRelease(7, 3, Integer.MAX_VALUE);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,4})(?:\\.(\\d{1,6}))?(?:[-+~_.].*)?");

    /**
     * Reads {@code 6.12}, {@code 6.19.14} or what {@code uname -r} prints, such as {@code 6.12.107+deb13-amd64}; a release
     * candidate counts as the release.
     */
    public static Optional<KernelRelease> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int stable = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return Optional.of(new KernelRelease(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), stable));
    }

    /**
     * As {@link #parse}, for constants.
     *
     * @throws IllegalArgumentException where {@code text} is no release
     */
    public static KernelRelease of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no kernel release: " + text));
    }

    /** Whether this release is {@code other} or newer. */
    public boolean atLeast(KernelRelease other) {
        return compareTo(other) >= 0;
    }

    /** Whether the rules of this release are known: 4.5 to 7.3. */
    public boolean isKnown() {
        return atLeast(OLDEST) && NEWEST.atLeast(this);
    }

    @Override
    public int compareTo(KernelRelease other) {
        int byMajor = Integer.compare(major, other.major);
        if (byMajor != 0) {
            return byMajor;
        }
        int byMinor = Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(stable, other.stable);
    }

    /** {@code 6.12} or {@code 6.19.14}. */
    @Override
    public String toString() {
        return stable == 0 ? major + "." + minor : major + "." + minor + "." + stable;
    }
}
