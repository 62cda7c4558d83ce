package org.pcitopo.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.DocumentError;

/** The reference page is checked against the grammar. */
class LanguageReferenceTest {

    private static final Path PAGE = Path.of(System.getProperty("pcitopo.root", ".."), "docs", "language.md");
    private static final Pattern SNIPPET = Pattern.compile("```pcitopo\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`]+`", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(PAGE, StandardCharsets.UTF_8);
    }

    static List<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher matcher = SNIPPET.matcher(page());
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetIsOfTheLanguage(String snippet) {
        Document document = Parsed.document(snippet);
        List<String> errors = document.errors().stream().filter(error -> error.kind() != DocumentError.Kind.IMPORT)
                .map(DocumentError::message).toList();
        assertEquals(List.of(), errors);
    }

    @Test
    void everyWordOfTheLanguageIsDocumented() throws IOException {
        StringBuilder code = new StringBuilder();
        Matcher matcher = CODE.matcher(page());
        while (matcher.find()) {
            code.append(matcher.group()).append(' ');
        }
        List<String> missing = Parsed.language().keywords().stream().filter(word -> Character.isLetterOrDigit(word.charAt(0)))
                .filter(word -> !Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])").matcher(code).find())
                .sorted().toList();
        assertEquals(List.of(), missing);
    }
}
