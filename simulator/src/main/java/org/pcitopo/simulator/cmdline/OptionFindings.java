package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
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
    private final List<CommandLineFinding> found = new ArrayList<>();

    private OptionFindings(PciOptions options) {
        this.options = options;
    }

    static List<CommandLineFinding> of(PciOptions options) {
        OptionFindings findings = new OptionFindings(options);
        options.commandLine().words().forEach(findings::word);
        for (int i = 0; i < options.pieces().size(); i++) {
            findings.piece(i);
        }
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

    private void piece(int index) {
        PciPiece piece = options.pieces().get(index);
        if (piece.option().isEmpty()) {
            unknown(piece, index);
            return;
        }
        PciOption option = piece.option().get();
        if (option.takesArgument()) {
            repeated(piece, index);
        }
        trailing(piece, option);
    }

    private void unknown(PciPiece piece, int index) {
        String text = piece.text().text();
        if (continuesList(index)) {
            add(Kind.COMMA_BETWEEN_ENTRIES, piece.text(), Map.of("entry", text));
            return;
        }
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

    /** Whether a piece follows a list directly and would be an entry of it if the comma were a semicolon. */
    private boolean continuesList(int index) {
        PciPiece piece = options.pieces().get(index);
        boolean readable = AlignmentRequests.of(piece.text(), options.rules(), options.architecture()).entries().stream()
                .findFirst().map(first -> first.selector().wellFormed()).orElse(false);
        if (!readable || index == 0) {
            return false;
        }
        PciPiece before = options.pieces().get(index - 1);
        boolean adjacent = before.text().end() + 1 == piece.text().offset();
        return adjacent && (before.is("resource_alignment=") || before.option().isEmpty() && continuesList(index - 1));
    }

    private void repeated(PciPiece piece, int index) {
        List<PciPiece> later = options.pieces().subList(index + 1, options.pieces().size());
        String name = piece.option().map(PciOption::name).orElse("");
        later.stream().filter(other -> other.is(name)).reduce((first, second) -> second).ifPresent(last -> add(
                Kind.OPTION_REPEATED, piece.text(), Map.of("option", name, "last", last.text().offset())));
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
