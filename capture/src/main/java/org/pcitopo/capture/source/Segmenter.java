package org.pcitopo.capture.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces that single readers read. One mail may hold a log, an {@code lspci} and an {@code iomem} listing;
 * what is neither of the latter two belongs to the log, whose reader is used to text around it.
 */
final class Segmenter {

    private static final long LARGEST_PORT = 0x1ff_ffffL;

    private final SourceText text;
    private final List<SourceLine> log = new ArrayList<>();
    private final List<List<SourceLine>> lspci = new ArrayList<>();
    private final List<List<SourceLine>> trees = new ArrayList<>();

    private Segmenter(SourceText text) {
        this.text = text;
    }

    /** The pieces of {@code text}; empty where nothing is recognised. */
    static List<SourceInput.Text> segment(SourceText text) {
        Segmenter segmenter = new Segmenter(text);
        segmenter.cut();
        return segmenter.pieces();
    }

    private void cut() {
        boolean inLspci = false;
        boolean afterBlank = false;
        boolean inTree = false;
        for (SourceLine line : text.lines()) {
            String bare = LineShape.bare(line.text());
            boolean blank = bare.isBlank();
            if (LineShape.isResourceTree(bare)) {
                addTo(trees, line, inTree);
                inTree = true;
                inLspci = false;
            } else if (LineShape.isLspciHeader(bare)) {
                addTo(lspci, line, !lspci.isEmpty() && inLspci);
                inLspci = true;
                inTree = false;
            } else if (inLspci && (blank || belongsToLspci(line, bare, afterBlank))) {
                addTo(lspci, line, true);
            } else {
                inLspci = false;
                inTree = inTree && blank;
                log.add(line);
            }
            afterBlank = blank;
        }
    }

    private static boolean belongsToLspci(SourceLine line, String bare, boolean afterBlank) {
        if (LineShape.isHexDump(bare) || LineShape.isLspciAttribute(bare)) {
            return true;
        }
        if (LineShape.hasPrintkTime(bare) || LineShape.isKernelLog(line.text())) {
            return false;
        }
        return !afterBlank;
    }

    private static void addTo(List<List<SourceLine>> pieces, SourceLine line, boolean continues) {
        if (!continues || pieces.isEmpty()) {
            pieces.add(new ArrayList<>());
        }
        pieces.get(pieces.size() - 1).add(line);
    }

    private List<SourceInput.Text> pieces() {
        List<SourceInput.Text> pieces = new ArrayList<>();
        List<SourceLine> rest = new ArrayList<>(log);
        for (List<SourceLine> piece : lspci) {
            if (isLspci(piece)) {
                pieces.add(piece(SourceKind.LSPCI, piece));
            } else {
                rest.addAll(piece);
            }
        }
        Map<SourceKind, List<List<SourceLine>>> byKind = new EnumMap<>(SourceKind.class);
        trees.forEach(tree -> byKind.computeIfAbsent(treeKind(tree), kind -> new ArrayList<>()).add(tree));
        byKind.forEach((kind, listings) -> listings.forEach(listing -> pieces.add(piece(kind, listing))));
        rest.sort((a, b) -> Integer.compare(a.number(), b.number()));
        if (isLog(rest)) {
            pieces.add(0, piece(SourceKind.KERNEL_LOG, rest));
        }
        return pieces;
    }

    private SourceInput.Text piece(SourceKind kind, List<SourceLine> lines) {
        return new SourceInput.Text(kind, new SourceText(text.file(), lines));
    }

    /** A single line that only looks like a function's header is prose. */
    private static boolean isLspci(List<SourceLine> piece) {
        int headers = 0;
        for (SourceLine line : piece) {
            String bare = LineShape.bare(line.text());
            if (LineShape.isLspciAttribute(bare) || LineShape.isHexDump(bare)) {
                return true;
            }
            headers += LineShape.isLspciHeader(bare) ? 1 : 0;
        }
        return headers > 1;
    }

    private static boolean isLog(List<SourceLine> lines) {
        return lines.stream().anyMatch(
                line -> LineShape.isKernelLog(line.text()) || LineShape.hasPrintkTime(LineShape.bare(line.text())));
    }

    /** Ports have four digits on x86; elsewhere both listings have eight, and what they name tells them apart. */
    private SourceKind treeKind(List<SourceLine> tree) {
        long largestEnd = 0;
        boolean fourDigits = false;
        for (SourceLine line : tree) {
            String bare = LineShape.bare(line.text());
            if (bare.contains("System RAM") || bare.contains("Kernel code")) {
                return SourceKind.IOMEM;
            }
            long end = LineShape.resourceTreeEnd(bare);
            largestEnd = Long.compareUnsigned(end, largestEnd) > 0 ? end : largestEnd;
            fourDigits |= LineShape.resourceTreeDigits(bare) == 4;
        }
        boolean allPorts = Long.compareUnsigned(largestEnd, LARGEST_PORT) <= 0;
        return fourDigits || allPorts ? SourceKind.IOPORTS : SourceKind.IOMEM;
    }
}
