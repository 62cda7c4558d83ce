package org.pcitopo.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.junit.jupiter.api.Test;

class IdeSetupTest {

    private static final Injector INJECTOR = new PcitopoIdeSetup().createInjectorAndDoEMFRegistration();

    private static String tokens(String generated) throws IOException {
        try (InputStream stream = IdeSetupTest.class.getResourceAsStream(generated)) {
            return new String(stream.readAllBytes());
        }
    }

    /** The lexer numbers tokens by the runtime parser's table. */
    @Test
    void bothParsersNumberTheirTokensAlike() throws IOException {
        assertEquals(tokens("/org/pcitopo/dsl/parser/antlr/internal/InternalPcitopoParser.tokens"),
                tokens("/org/pcitopo/dsl/ide/contentassist/antlr/internal/InternalPcitopoParser.tokens"));
    }

    @Test
    void theContentAssistParserKnowsWhatMayFollow() {
        IContentAssistParser parser = INJECTOR.getInstance(IContentAssistParser.class);
        Collection<FollowElement> follow = parser.getFollowElements("host box { host-bridge 0000:00 { device 01.0 x { BAR 0 [", false);
        Set<String> words = follow.stream().map(FollowElement::getGrammarElement).flatMap(element -> EcoreUtil2.getAllContentsOfType(element, Keyword.class).stream()).map(Keyword::getValue)
                .collect(Collectors.toSet());
        assertTrue(words.containsAll(Set.of("mem", "io")), words.toString());
    }
}
