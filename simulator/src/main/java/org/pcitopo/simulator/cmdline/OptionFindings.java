package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.Architecture;

/** What is worth saying about words and {@code pci=} pieces. */
final class OptionFindings {

    private final PciOptions options;
    private final Map<String, Integer> lastOffsets = new HashMap<>();
    private final List<CommandLineFinding> found = new ArrayList<>();
    /** The piece before, where a list or an entry of one stands; the next piece may go on with it. */
    private Optional<PciPiece> listBefore = Optional.empty();

    private OptionFindings(PciOptions options) {
        this.options = options;
        options.pieces().forEach(piece -> piece.option()
                .ifPresent(option -> lastOffsets.put(option.name(), piece.text().offset())));
    }

    static List<CommandLineFinding> of(PciOptions options) {
        OptionFindings findings = new OptionFindings(options);
        options.commandLine().words().forEach(findings::word);
        options.pieces().forEach(findings::piece);
        return findings.found;
    }

    private void word(CommandLineWord word) {
        if (!word.closed()) {
            add(Kind.UNCLOSED_QUOTE, word.text(), Map.of());
        }
        if (word.forInit() && word.isNamed("pci")) {
            add(Kind.BEHIND_DOUBLE_DASH, word.text(), Map.of());
        }
    }

    private void piece(PciPiece piece) {
        boolean entry = piece.option().isEmpty() && continuesList(piece);
        if (entry) {
            add(Kind.COMMA_BETWEEN_ENTRIES, piece.text(), Map.of("entry", piece.text().text()));
        } else if (piece.option().isEmpty()) {
            unknown(piece);
        } else {
            known(piece, piece.option().get());
        }
        listBefore = entry || piece.is("resource_alignment=") ? Optional.of(piece) : Optional.empty();
    }

    private void known(PciPiece piece, PciOption option) {
        int last = lastOffsets.get(option.name());
        if (option.takesArgument() && last != piece.text().offset()) {
            add(Kind.OPTION_REPEATED, piece.text(), Map.of("option", option.name(), "last", last));
        }
        trailing(piece, option);
    }

    /** Whether a piece follows a list directly and would be an entry of it if the comma were a semicolon. */
    private boolean continuesList(PciPiece piece) {
        boolean adjacent = listBefore.map(before -> before.text().end() + 1 == piece.text().offset()).orElse(false);
        return adjacent && AlignmentRequests.of(piece.text(), options.rules(), options.architecture()).entries().stream()
                .findFirst().map(first -> first.selector().wellFormed()).orElse(false);
    }

    private void unknown(PciPiece piece) {
        String text = piece.text().text();
        List<PciOption> elsewhere = PciOptionTable.all().stream().filter(option -> option.matches(text)).toList();
        Optional<PciOption> here = elsewhere.stream().filter(option -> option.isKnownTo(options.architecture())).findFirst();
        if (here.isPresent()) {
            otherRelease(piece, here.get());
        } else if (!elsewhere.isEmpty()) {
            String architectures = elsewhere.stream().flatMap(option -> option.architectures().stream()).sorted()
                    .map(Architecture::id).distinct().collect(Collectors.joining(", "));
            add(Kind.OPTION_OF_OTHER_ARCHITECTURE, piece.text(), Map.of("option", text, "architectures", architectures));
        } else {
            add(Kind.UNKNOWN_OPTION, piece.text(), Map.of("option", text));
        }
    }

    private void otherRelease(PciPiece piece, PciOption option) {
        Map<String, String> details = option.releases().before().map(KernelRelease::toString)
                .map(before -> Map.of("option", option.name(), "since", option.releases().first().toString(), "before", before))
                .orElseGet(() -> Map.of("option", option.name(), "since", option.releases().first().toString()));
        add(Kind.OPTION_OF_OTHER_RELEASE, piece.text(), details);
    }

    private void trailing(PciPiece piece, PciOption option) {
        Token rest = piece.text().part(option.match() == PciOption.Match.EXACT ? piece.text().length()
                : option.name().length());
        switch (option.argument()) {
            case NONE -> trailing(option, rest);
            case ON_OFF -> {
                boolean off = rest.text().startsWith("off");
                if (off || rest.text().startsWith("on")) {
                    trailing(option, rest.part(off ? 3 : 2));
                } else {
                    bad(piece, option, rest);
                }
            }
            case SIZE, NUMBER -> {
                KernelScanner scanner = new KernelScanner(rest.text(), 0);
                if (scanner.size()) {
                    trailing(option, rest.part(scanner.position()));
                } else {
                    bad(piece, option, rest);
                }
            }
            case ECRC -> {
                if (!List.of("bios", "off", "on").contains(rest.text())) {
                    bad(piece, option, rest);
                }
            }
            default -> {
                // Lists are read elsewhere.
            }
        }
    }

    private void trailing(PciOption option, Token rest) {
        if (!rest.isEmpty()) {
            add(Kind.TRAILING_TEXT, rest, Map.of("option", option.name(), "text", rest.text()));
        }
    }

    private void bad(PciPiece piece, PciOption option, Token argument) {
        add(Kind.BAD_ARGUMENT, argument.isEmpty() ? piece.text() : argument,
                Map.of("option", option.name(), "argument", argument.text()));
    }

    private void add(Kind kind, Token where, Map<String, ?> details) {
        found.add(CommandLineFinding.of(kind, where, details));
    }
}
