package org.pcitopo.dsl.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the word of the language that was probably meant: also where people know it under another name, or write its beginning alone. */
public final class KeywordGuess {

    /** Shorter words are near to too many others; only exchanged letters are told. */
    private static final int SHORTEST = 3;

    /** What other languages, tools and the kernel's documentation call it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("kernel", "linux"), Map.entry("release", "linux"), Map.entry("version", "linux"), Map.entry("cmdline", "command-line"), Map.entry("bootargs", "command-line"),
            Map.entry("append", "command-line"), Map.entry("memory", "mem"), Map.entry("prefetchable", "pref"), Map.entry("function", "device"),
            Map.entry("card", "device"), Map.entry("pci-bridge", "bridge"), Map.entry("port", "bridge"), Map.entry("pagesize", "page-size"),
            Map.entry("pages", "page-size"), Map.entry("assert", "expect"), Map.entry("include", "import"), Map.entry("rom", "ROM"),
            Map.entry("expansion-rom", "ROM"), Map.entry("numvfs", "total-vfs"), Map.entry("vfs", "total-vfs"), Map.entry("msix", "msi-x"),
            Map.entry("sriov", "sr-iov"), Map.entry("group", "iommu-group"), Map.entry("arch", "architecture"), Map.entry("cpu", "architecture"));

    private KeywordGuess() {
    }

    /** The word of {@code keywords} that {@code written} probably means; empty where there is none. */
    public static Optional<String> of(String written, Collection<String> keywords) {
        Optional<String> elsewhere = Optional.ofNullable(ELSEWHERE.get(written)).filter(keywords::contains);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        if (written.length() < SHORTEST) {
            return Optional.of(new StringBuilder(written).reverse().toString()).filter(keywords::contains);
        }
        List<String> longer = keywords.stream().filter(word -> word.startsWith(written)).toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Spelling.nearest(written, keywords);
    }
}
