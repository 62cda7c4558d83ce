package org.pcitopo.dsl.ide.cursor;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Outcomes;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.CommandLineWord;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.topology.DeviceIds;

/** Which functions a piece of a command line means. */
public final class KernelMatches {

    private KernelMatches() {
    }

    /** A piece that means functions, and the functions. */
    public record Match(Token token, List<Seen.OfFunction> functions) {
    }

    /** The functions meant by the piece at {@code index}, in every boot that reads the string. */
    public static List<Seen.OfFunction> at(Outcomes outcomes, KernelString string, int index) {
        return all(outcomes, string).stream().filter(match -> match.token().offset() <= index && index <= match.token().end())
                .flatMap(match -> match.functions().stream()).toList();
    }

    /** Every piece that means functions. */
    public static List<Match> all(Outcomes outcomes, KernelString string) {
        List<Match> matches = new ArrayList<>();
        for (BootView boot : outcomes.boots()) {
            if (string.isReadBy(boot.lowered())) {
                for (KernelWord word : KernelWord.all(string, boot.lowered())) {
                    add(matches, boot, word);
                }
            }
        }
        return matches;
    }

    private static void add(List<Match> matches, BootView boot, KernelWord word) {
        if (word instanceof KernelWord.Entry entry) {
            matches.add(new Match(entry.entry().device(), functions(boot, function ->
                    entry.entry().selector().match(boot.target(function)) == Selector.Outcome.MATCH)));
        } else if (word instanceof KernelWord.Word one && one.word().isNamed("vfio-pci.ids")) {
            ids(one.word()).forEach(token -> matches.add(new Match(token, functions(boot, function ->
                    hasIds(function.description().ids(), token.text())))));
        }
    }

    private static List<Seen.OfFunction> functions(BootView boot, java.util.function.Predicate<EnumeratedFunction> meant) {
        return boot.simulation().assignment().functions().stream().filter(meant)
                .map(function -> new Seen.OfFunction(boot, function)).toList();
    }

    private static List<Token> ids(CommandLineWord word) {
        List<Token> tokens = new ArrayList<>();
        word.value().ifPresent(value -> {
            int start = 0;
            for (String piece : value.text().split(",", -1)) {
                tokens.add(new Token(value.offset() + start, piece));
                start += piece.length() + 1;
            }
        });
        return tokens;
    }

    private static boolean hasIds(DeviceIds ids, String text) {
        return text.length() >= 9 && ids.toString().equalsIgnoreCase(text.substring(0, 9));
    }
}
