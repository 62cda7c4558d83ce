package org.pcitopo.dsl.ide.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class TokensFeatureTest {

    @Test
    void tellsDeclarationsFromKeywords() {
        assertEquals(List.of("device-type keyword", "disk type*", "{ operator", "} operator"), Editor.of("device-type disk { }").tokens());
    }

    @Test
    void coloursTheWordsOfTheCommandLine() {
        List<String> tokens = Editor.of(Samples.arm("", "command-line \"pci=resource_alignment=16@0000:00:01.0\"")).tokens();

        assertTrue(tokens.containsAll(List.of("pci property", "resource_alignment function", "16 number", "@ operator", "0000:00:01.0 number")),
                tokens.toString());
    }

    @Test
    void coloursANameByWhatItMeans() {
        assertTrue(Editor.of(Samples.arm("device 01.0 disk : ssd", "expect disk BAR 0 mapped")).tokens().contains("disk variable"));
    }

    @Test
    void leavesNothingOutOfACommentOverLines() {
        assertEquals(List.of("/* a comment", " b */ comment"), Editor.of("/* a\n b */").tokens());
    }
}
