package org.pcitopo.dsl.parser;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.lexer.TokenVocabulary;
import org.pcitopo.dsl.source.KeywordGuess;
import org.pcitopo.dsl.source.Spelling;

/** Says what a syntax error is, at the right characters. */
final class SyntaxMessages {

    private static final Set<String> BEFORE_NAMES = Set.of("platform", "device-type", "host", "boot", "extends", "on", "of", ":");

    private static final Map<String, String> TERMINALS = Map.ofEntries(
            Map.entry("STRING", "text in quotes"), Map.entry("HEX", "a hexadecimal number such as 0xfe800000"),
            Map.entry("NUMBER", "a number"), Map.entry("WORD", "a name"),
            Map.entry("VENDOR_DEVICE", "a vendor and a device such as 8086:0a54"),
            Map.entry("DOMAIN_BUS", "a domain and a root bus such as 0000:00"));

    private final TokenList tokens;
    private final Statements statements;
    private final TokenVocabulary vocabulary;

    SyntaxMessages(TokenList tokens, Statements statements, TokenVocabulary vocabulary) {
        this.tokens = tokens;
        this.statements = statements;
        this.vocabulary = vocabulary;
    }

    SyntaxError closesNothing(int index) {
        return at(index, "this '}' closes nothing");
    }

    SyntaxError closesEarly(int closer, int index) {
        return at(closer, "this '}' ends the block too early: more of it follows in line " + tokens.get(index).getLine());
    }

    SyntaxError unclosed(int brace, int index) {
        boolean inside = index < tokens.size();
        String before = inside ? "line " + tokens.get(index).getLine() : "the end of the file";
        String closer = tokens.indent(brace) + "}\n";
        return at(brace, "this '{' is not closed: a '}' is missing before " + before).mendedByInserting(
                inside || tokens.endsLine() ? closer : "\n" + closer, inside ? tokens.lineStart(index) : tokens.end(),
                "insert '}' " + (inside ? "before " : "at ") + before);
    }

    SyntaxError tooMany(int index) {
        return at(index, "too many errors: the rest of the file is not read");
    }

    /** A line that begins with something that begins no statement. */
    SyntaxError noStatement(int index) {
        if (tokens.isMalformed(index)) {
            return malformed(index);
        }
        String word = "'" + tokens.text(index) + "'";
        String where = tokens.blockOf(index).map(brace -> "in a " + tokens.text(statements.begin(brace)) + " block")
                .orElse("outside all blocks");
        if (tokens.isKeyword(index)) {
            return at(index, word + " cannot stand " + where);
        }
        Optional<String> meant = meant(index, tokens.blockOf(index).isPresent() ? Statements.MEMBERS : Statements.ELEMENTS);
        return at(index, word + " begins no statement " + where + didYouMean(meant)).mendedByWriting(meant);
    }

    /** A token in the middle of a statement. */
    SyntaxError notExpected(FirstError error, int index) {
        if (error.problemOfValue().isPresent()) {
            return at(index, error.problemOfValue().get());
        }
        if (index >= tokens.size()) {
            return at(tokens.size() - 1, "the file ends in the middle of a statement" + expectation(error));
        }
        if (tokens.isMalformed(index)) {
            return malformed(index);
        }
        String word = tokens.text(index);
        String before = index == 0 ? "" : tokens.text(index - 1);
        if (tokens.isKeyword(index) && BEFORE_NAMES.contains(before) && Character.isLetter(word.charAt(0))) {
            return at(index, "'" + word + "' is a word of the language: write ^" + word + " to use it as a name").mendedByWriting(Optional.of("^" + word));
        }
        if (Set.of("device", "bridge").contains(before)) {
            return at(index, "'" + word + "' is no place of a function: write 00.0 or 0000:01:00.0, devices 00 to 1f, functions 0 to 7");
        }
        String behind = before.isEmpty() ? "" : " behind '" + before + "'";
        boolean inside = tokens.blockOf(index).isPresent();
        Optional<String> meant = tokens.isKeyword(index) ? Optional.empty()
                : meant(index, vocabulary.keywords()).filter(keyword -> !inside || !Statements.ELEMENTS.contains(keyword));
        SyntaxError found = at(index, "'" + word + "' is not expected" + behind + (meant.isPresent() ? didYouMean(meant) : expectation(error)));
        return meant.isPresent() ? found.mendedByWriting(meant) : withBracket(found, error, index == 0 ? found.offset() : endOf(index - 1));
    }

    /** A statement that ends too early; {@code last} is its last token. */
    SyntaxError incomplete(FirstError error, int last) {
        return withBracket(at(last, "this statement is not complete" + expectation(error)), error, endOf(last));
    }

    /** Mended by the bracket that was expected at {@code offset}, where that is what was. */
    private SyntaxError withBracket(SyntaxError found, FirstError error, int offset) {
        return error.expected() == vocabulary.keyword("]") ? found.mendedByInserting("]", offset, "insert ']'") : found;
    }

    private int endOf(int index) {
        return tokens.get(index).getStopIndex() + 1;
    }

    private String expectation(FirstError error) {
        if (error.expected() <= 0 || error.expected() == vocabulary.keyword("{")) {
            return "";
        }
        Optional<String> name = vocabulary.name(error.expected());
        return name.map(text -> ": expected " + TERMINALS.getOrDefault(text, "'" + text + "'")).orElse("");
    }

    private Optional<String> meant(int index, Set<String> words) {
        return KeywordGuess.of(tokens.text(index), words.stream().filter(word -> Character.isLetter(word.charAt(0))).toList());
    }

    private static String didYouMean(Optional<String> word) {
        return word.map(meant -> "; did you mean '" + meant + "'?").orElse("");
    }

    private SyntaxError malformed(int index) {
        String text = tokens.text(index);
        if (text.startsWith("\"") || text.startsWith("'")) {
            SyntaxError found = at(index, "this text is never closed: a quote is missing at its end");
            return found.mendedByInserting(text.substring(0, 1), found.offset() + endOfText(text.substring(0, found.length())), "close the text");
        }
        if (text.startsWith("/*")) {
            return at(index, "this comment is never closed: '*/' is missing");
        }
        String quoted = "'" + text + "'";
        if (text.contains(":") && text.contains(".")) {
            return at(index, quoted + " is no address: write 0000:01:00.0 or 01:00.0, devices 00 to 1f, functions 0 to 7");
        }
        if (text.contains(":")) {
            return at(index, quoted + " is neither an id such as 8086:0a54 nor a root bus such as 0000:00");
        }
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return at(index, quoted + " is no hexadecimal number and no range");
        }
        if (Character.isDigit(text.charAt(0))) {
            Optional<String> meant = Spelling.nearest(text, Set.of("64bit", "32bit")).filter(word -> text.length() > 3);
            return at(index, quoted + " is no number, size, address or release" + didYouMean(meant)).mendedByWriting(meant);
        }
        return at(index, quoted + " has no meaning here");
    }

    /** Behind all that stands on the line, but for braces. */
    private static int endOfText(String line) {
        return line.replaceFirst("(\\s|\\s})*$", "").length();
    }

    private SyntaxError at(int index, String message) {
        int start = tokens.get(index).getStartIndex();
        String text = tokens.text(index);
        int lineEnd = text.indexOf('\n');
        return new SyntaxError(start, lineEnd > 0 ? lineEnd : text.length(), message, Optional.empty());
    }
}
