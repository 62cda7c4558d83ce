package org.pcitopo.dsl.ide.cursor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.CommandLine;
import org.pcitopo.simulator.cmdline.CommandLineWord;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/** A piece of a string that the kernel reads, as one kernel takes it. */
public sealed interface KernelWord {

    /** Where it stands in the string. */
    Token token();

    /** A word of the command line. */
    record Word(CommandLineWord word) implements KernelWord {
        @Override
        public Token token() {
            return word.text();
        }
    }

    /** What stands between two commas of {@code pci=}. */
    record Option(PciPiece piece) implements KernelWord {
        @Override
        public Token token() {
            return piece.text();
        }
    }

    /** An entry of an alignment list, and the list. */
    record Entry(AlignmentRequests requests, AlignmentEntry entry) implements KernelWord {
        @Override
        public Token token() {
            return entry.text();
        }
    }

    /** All pieces of {@code string} as {@code boot} reads it, the larger before those inside of it. */
    static List<KernelWord> all(KernelString string, LoweredBoot boot) {
        KernelRules rules = boot.boot().rules();
        Architecture architecture = boot.topology().platform().architecture();
        if (string.isAlignmentList()) {
            return entries(AlignmentRequests.of(new Token(0, string.value()), rules, architecture)).toList();
        }
        List<CommandLineWord> words = CommandLine.of(string.value()).words();
        List<PciPiece> pieces = PciOptions.of(string.value(), rules, architecture).pieces();
        Stream<KernelWord> lists = pieces.stream().filter(piece -> piece.is("resource_alignment="))
                .flatMap(piece -> piece.argument().stream())
                .flatMap(list -> entries(AlignmentRequests.of(list, rules, architecture)));
        return Stream.concat(Stream.concat(words.stream().map(Word::new), pieces.stream().map(Option::new)), lists).toList();
    }

    private static Stream<KernelWord> entries(AlignmentRequests requests) {
        return requests.entries().stream().map(entry -> new Entry(requests, entry));
    }

    /** The smallest piece that holds the character at {@code index}. */
    static Optional<KernelWord> at(KernelString string, LoweredBoot boot, int index) {
        return all(string, boot).stream().filter(word -> word.token().offset() <= index && index <= word.token().end()
                && !word.token().isEmpty())
                .min(Comparator.<KernelWord>comparingInt(word -> word.token().length()).thenComparing(word -> rank(word)));
    }

    private static int rank(KernelWord word) {
        return word instanceof Entry ? 0 : word instanceof Option ? 1 : 2;
    }
}
