package org.pcitopo.dsl.ide.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class RenameFeatureTest {

    private static void assertRename(String before, String name, String after) {
        assertEquals(after, Editor.of(before).rename(name));
    }

    @Test
    void renamesADeviceAndItsUses() {
        assertRename(Samples.arm("device 01.0 di‸sk : ssd", "expect disk BAR 0 mapped"), "drive",
                Samples.arm("device 01.0 drive : ssd", "expect drive BAR 0 mapped"));
    }

    @Test
    void renamesFromAUse() {
        assertRename(Samples.arm("device 01.0 a : s‸sd", ""), "drive", Samples.arm("device 01.0 a : drive", "").replace("type ssd", "type drive"));
    }

    @Test
    void quotesAKeyword() {
        assertRename(Samples.arm("device 01.0 di‸sk : ssd", ""), "boot", Samples.arm("device 01.0 ^boot : ssd", ""));
    }

    @Test
    void refusesWhatIsNoName() {
        assertThrows(ResponseErrorException.class, () -> Editor.of(Samples.arm("device 01.0 di‸sk : ssd", "")).rename("1x"));
    }

    @Test
    void refusesANameThatIsTaken() {
        ResponseErrorException refusal = assertThrows(ResponseErrorException.class,
                () -> Editor.of(Samples.arm("device 01.0 a‸ : ssd\ndevice 02.0 b : ssd", "")).rename("b"));
        assertTrue(refusal.getMessage().contains("there is a 'b' already"));
    }

    @Test
    void refusesWhereNoNameStands() {
        assertThrows(ResponseErrorException.class, () -> Editor.of(Samples.arm("device 0‸1.0 disk : ssd", "")).rename("x"));
    }

    @Test
    void refusesANameThatIsTakenBelowAnotherBridge() {
        assertThrows(ResponseErrorException.class, () -> Editor.of(Samples.arm(
                "bridge 01.0 p { device 00.0 a‸ : ssd }\nbridge 02.0 q { device 00.0 b : ssd }", "")).rename("b"));
    }

    @Test
    void refusesANameThatIsTakenInAnImportedFile() {
        assertThrows(ResponseErrorException.class, () -> Editor.of("import \"types.pcitopo\"\ndevice-type s‸sd { }")
                .with("types.pcitopo", "device-type disk { }").rename("disk"));
    }
}
