package org.pcitopo.dsl.ide.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.dsl.ide.cursor.KernelString;
import org.pcitopo.dsl.ide.tokens.TokensFeature.Coloured;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.cmdline.CommandLine;
import org.pcitopo.simulator.cmdline.CommandLineWord;
import org.pcitopo.simulator.cmdline.Token;

/** Colours inside a string that the kernel reads. What is no word of its own stays a string, so that every character has a colour. */
final class KernelColours {

    private static final Pattern PIECE = Pattern.compile(
            "(?<ids>[0-9a-fA-F]{4}:[0-9a-fA-F]{4}(?![0-9a-fA-F.]))|(?<address>(?:[0-9a-fA-F]{4,8}:)?[0-9a-fA-F]{1,2}:[0-9a-fA-F]{1,2}\\.[0-7])"
                    + "|(?<mark>[@;,:=])|(?<number>(?<![A-Za-z0-9_])(?:0x[0-9a-fA-F]+|[0-9]+[kKmMgGtT]?)(?![A-Za-z0-9_]))|(?<word>[A-Za-z_][A-Za-z0-9_-]*)");

    private final KernelString string;
    private final List<Coloured> colours = new ArrayList<>();
    private int done;

    private KernelColours(KernelString string) {
        this.string = string;
        this.done = string.literal().offset();
    }

    static List<Coloured> of(KernelString string) {
        KernelColours all = new KernelColours(string);
        if (string.isAlignmentList()) {
            all.pieces(new Token(0, string.value()));
        } else {
            CommandLine.of(string.value()).words().forEach(all::word);
        }
        all.fill(string.literal().end());
        return all.colours;
    }

    private void word(CommandLineWord word) {
        colour(word.name().offset(), word.name().end(), TokenSort.PROPERTY);
        word.value().filter(value -> word.isNamed("pci") || word.isNamed("vfio-pci.ids")).ifPresent(this::pieces);
    }

    private void pieces(Token value) {
        Matcher matcher = PIECE.matcher(value.text());
        while (matcher.find()) {
            colour(value.offset() + matcher.start(), value.offset() + matcher.end(), sort(matcher));
        }
    }

    private static TokenSort sort(Matcher matcher) {
        if (matcher.group("ids") != null) {
            return TokenSort.ENUM_MEMBER;
        }
        if (matcher.group("mark") != null) {
            return TokenSort.OPERATOR;
        }
        return matcher.group("word") != null ? TokenSort.FUNCTION : TokenSort.NUMBER;
    }

    private void colour(int from, int to, TokenSort sort) {
        if (to > from) {
            TextRegion region = string.region(from, to);
            fill(region.offset());
            colours.add(new Coloured(region.offset(), region.end(), sort, false));
            done = region.end();
        }
    }

    private void fill(int to) {
        if (to > done) {
            colours.add(new Coloured(done, to, TokenSort.STRING, false));
            done = to;
        }
    }
}
