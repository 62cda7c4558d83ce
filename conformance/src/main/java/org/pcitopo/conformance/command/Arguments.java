package org.pcitopo.conformance.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.pcitopo.conformance.machine.MachineKind;

/** A command's words: options with one value each, and the rest. */
record Arguments(Map<String, String> options, List<String> words) {

    /** Wrong usage; the message says what. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    Arguments {
        options = Map.copyOf(options);
        words = List.copyOf(words);
    }

    /** @throws Wrong where an option is not among {@code known}, or has no value */
    static Arguments parse(String[] texts, Set<String> known) throws Wrong {
        Map<String, String> options = new TreeMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].startsWith("-")) {
                words.add(texts[i]);
            } else if (!known.contains(texts[i])) {
                throw new Wrong("no option " + texts[i] + "; there are " + String.join(", ", known.stream().sorted().toList()));
            } else if (i + 1 == texts.length) {
                throw new Wrong(texts[i] + " needs a value");
            } else {
                options.put(texts[i], texts[++i]);
            }
        }
        return new Arguments(options, words);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String needed(String name) throws Wrong {
        return option(name).orElseThrow(() -> new Wrong(name + " is missing"));
    }

    /** @throws Wrong where {@code text} is no number from 0 */
    static long number(String text) throws Wrong {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException noNumber) {
            throw new Wrong(text + " is no number");
        }
    }

    /** @throws Wrong where there is no machine of that name */
    static MachineKind machine(String name) throws Wrong {
        return MachineKind.parse(name).orElseThrow(() -> new Wrong("no machine " + name));
    }

    /**
     * The seeds that the words {@code SEED N} mean: N from SEED on.
     *
     * @throws Wrong where there are not two words, or one is no number
     */
    List<Long> seeds() throws Wrong {
        if (words.size() != 2) {
            throw new Wrong("SEED and N are missing");
        }
        long first = number(words.get(0));
        return LongStream.range(first, first + number(words.get(1))).boxed().toList();
    }
}
