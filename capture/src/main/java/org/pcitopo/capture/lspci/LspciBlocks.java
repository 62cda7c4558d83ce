package org.pcitopo.capture.lspci;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.PciAddress;

/** Cuts {@code lspci}'s output into functions, looks through mail quoting and joins what mailers wrapped. */
final class LspciBlocks {

    private static final Pattern QUOTE = Pattern.compile("^(?:\\s?[>|])+\\s?");
    private static final Pattern HEADER = Pattern.compile("((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]) (\\S.*)");
    private static final int MAX_JOINED_CHARS = 4096;

    private final List<List<LspciBlock>> listings = new ArrayList<>(List.of(new ArrayList<>()));
    private Set<PciAddress> seen = new HashSet<>();
    private PciAddress function;
    private SourceLine title;
    private List<SourceLine> lines = new ArrayList<>();

    private LspciBlocks() {
    }

    /**
     * The functions of one listing.
     *
     * @param blocks in the order of the text
     * @param leftOut first lines of further listings of the same functions, which say less
     */
    record Listing(List<LspciBlock> blocks, List<Integer> leftOut) {
    }

    /** Of several listings in one text ({@code lspci}, then {@code lspci -vv}) the one that says most, the first of equals. */
    static Listing cut(SourceText text) {
        LspciBlocks cutter = new LspciBlocks();
        text.lines().forEach(cutter::add);
        cutter.finish();
        List<LspciBlock> best = cutter.listings.stream().reduce((a, b) -> lineCount(b) > lineCount(a) ? b : a).orElseThrow();
        List<Integer> leftOut = cutter.listings.stream().filter(listing -> listing != best && !listing.isEmpty())
                .map(listing -> listing.get(0).title().number()).toList();
        return new Listing(best, leftOut);
    }

    private static int lineCount(List<LspciBlock> listing) {
        return listing.stream().mapToInt(block -> 1
                + (int) block.lines().stream().filter(line -> line.text().contains(":")).count()).sum();
    }

    private void add(SourceLine line) {
        String bare = unquoted(line.text()).strip();
        Matcher header = HEADER.matcher(bare.indexOf('.') > 0 && Character.digit(bare.charAt(0), 16) >= 0 ? bare : "");
        if (header.matches()) {
            PciAddress address = PciAddress.parse(header.group(1)).orElse(null);
            if (address != null) {
                startBlock(address, new SourceLine(line.file(), line.number(), header.group(2)));
                return;
            }
        }
        if (function != null && !bare.isEmpty()) {
            addLine(new SourceLine(line.file(), line.number(), bare));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.startsWith(">") || text.startsWith("|") || text.startsWith(" >") || text.startsWith(" |");
        Matcher quote = QUOTE.matcher(quoted ? text : "");
        return quote.find() ? text.substring(quote.end()) : text;
    }

    private void startBlock(PciAddress address, SourceLine first) {
        finish();
        if (!seen.add(address)) {
            listings.add(new ArrayList<>());
            seen = new HashSet<>(Set.of(address));
        }
        function = address;
        title = first;
        lines = new ArrayList<>();
    }

    private void finish() {
        if (function != null) {
            listings.get(listings.size() - 1).add(new LspciBlock(function, title, lines));
        }
        function = null;
    }

    /** A line that leaves a bracket open was wrapped; what follows is its rest. */
    private void addLine(SourceLine line) {
        if (lines.isEmpty() && isOpen(title.text())) {
            title = join(title, line);
        } else if (!lines.isEmpty() && isOpen(lines.get(lines.size() - 1).text())) {
            lines.set(lines.size() - 1, join(lines.get(lines.size() - 1), line));
        } else {
            lines.add(line);
        }
    }

    private static SourceLine join(SourceLine first, SourceLine rest) {
        return new SourceLine(first.file(), first.number(), first.text() + rest.text());
    }

    private static boolean isOpen(String text) {
        if (text.length() > MAX_JOINED_CHARS) {
            return false;
        }
        int lastOpen = Math.max(text.lastIndexOf('['), text.lastIndexOf('('));
        int lastClosed = Math.max(text.lastIndexOf(']'), text.lastIndexOf(')'));
        return lastOpen > lastClosed;
    }
}
