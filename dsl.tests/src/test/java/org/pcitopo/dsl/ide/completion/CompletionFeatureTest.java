package org.pcitopo.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class CompletionFeatureTest {

    private static List<String> labels(String text) {
        return Editor.of(text).completion().stream().map(CompletionItem::getLabel).toList();
    }

    private static void assertOffers(String text, String... expected) {
        List<String> labels = labels(text);
        assertTrue(labels.containsAll(List.of(expected)), labels.toString());
    }

    private static void assertOffersNot(String text, String unexpected) {
        List<String> labels = labels(text);
        assertTrue(!labels.contains(unexpected), labels.toString());
    }

    @Test
    void offersElementsAtTheTop() {
        assertOffers("‸", "platform", "device-type", "host", "boot", "import");
    }

    @Test
    void offersStatementsOfABlock() {
        assertOffers("platform p {\n    ‸\n}", "architecture", "page-size", "linux");
    }

    @Test
    void offersNothingOfOtherBlocks() {
        assertOffersNot("platform p {\n    ‸\n}", "host-bridge");
    }

    @Test
    void offersArchitectures() {
        assertOffers("platform p {\n    architecture ‸\n}", "x86_64", "aarch64", "ppc64le");
    }

    @Test
    void offersDeviceTypesWithTheirIds() {
        CompletionItem item = Editor.of(Samples.arm("device 01.0 a : ‸", "")).completion("ssd");
        assertTrue(item.getDetail().startsWith("144d:a808"), item.toString());
    }

    @Test
    void offersTypesOfTheCatalogue() {
        assertOffers("import \"catalogue:nvme\" host h { host-bridge 0000:00 { device 01.0 : ‸ } }", "samsung-pm981");
    }

    @Test
    void offersFunctionsInAnExpectation() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "expect ‸"), "disk", "every", "no", "0000:00:01.0", "144d:a808");
    }

    @Test
    void offersWhatCanHold() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "expect disk BAR 0 ‸"), "mapped", "emulated", "at", "size");
    }

    @Test
    void offersReasons() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "expect disk BAR 0 emulated because ‸"), "page-shared", "unaligned");
    }

    @Test
    void offersFreeAddresses() {
        List<String> labels = labels(Samples.arm("device 01.0 disk : ssd\ndevice ‸", ""));
        assertEquals(List.of("00.0", "02.0"), labels.subList(0, 2));
    }

    @Test
    void offersOptionsThatTheKernelKnows() {
        assertOffers(Samples.arm("", "command-line \"pci=‸\""), "resource_alignment=", "realloc", "hpmmiosize=");
    }

    @Test
    void offersNoOptionOfAnotherArchitecture() {
        assertOffersNot(Samples.arm("", "command-line \"pci=‸\""), "nocrs");
    }

    @Test
    void offersFunctionsOfTheMachineInTheCommandLine() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "command-line \"pci=resource_alignment=‸\""),
                "16@0000:00:01.0", "16@pci:144d:a808");
    }

    @Test
    void keepsAnOrderThatIsWritten() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "command-line \"pci=resource_alignment=12@00:02.0;20@‸\""), "20@0000:00:01.0");
    }

    @Test
    void offersIdsForVfio() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "command-line \"vfio-pci.ids=‸\""), "144d:a808");
    }

    @Test
    void worksBeforeTheStringIsClosed() {
        assertOffers(Samples.arm("device 01.0 disk : ssd", "command-line \"pci=realloc,‸"), "resource_alignment=");
    }

    @Test
    void replacesTheWordThatIsBeingWritten() {
        Editor editor = Editor.of("platform p {\n    «arch»‸\n}");
        assertEquals(editor.marked().ranges().get(0), editor.completion("architecture").getTextEdit().getLeft().getRange());
    }

    @Test
    void explainsKeywords() {
        assertTrue(Editor.of("platform p {\n    ‸\n}").completion("page-size").getDocumentation().getRight().getValue().contains("page size"));
    }

    @Test
    void offersFilesToImport() {
        assertEquals(true, Editor.of("import \"‸\"").with("types.pcitopo", "").completion().stream()
                .map(CompletionItem::getLabel).toList().containsAll(List.of("catalogue:nvme", "types.pcitopo")));
    }

    @Test
    void offersNothingInAComment() {
        assertEquals(List.of(), labels("// words of a ‸"));
    }

    @Test
    void whatPeopleWriteStandsAboveWhatProgramsWrite() {
        List<String> words = labels(Samples.arm("", "page-size 4K\n‸\n"));
        assertTrue(words.indexOf("expect") >= 0 && words.indexOf("command-line") < words.indexOf("from")
                && words.indexOf("expect") < words.indexOf("assumed"), words.toString());
    }

    @Test
    void completesIdsThatAreHalfWritten() {
        assertOffers("device-type t { id 144d:‸ class 0x010802 }", "144d:a808");
    }

    @Test
    void writesOverWhatIsThereOfIds() {
        assertEquals(4, Editor.of("device-type t { id 144d:‸ class 0x010802 }").completion("144d:a808").getTextEdit().getLeft().getRange().getEnd().getCharacter()
                - Editor.of("device-type t { id 144d:‸ class 0x010802 }").completion("144d:a808").getTextEdit().getLeft().getRange().getStart().getCharacter() - 1);
    }

    @Test
    void completesAddressesThatAreHalfWritten() {
        assertOffers(Samples.arm("device 01.0 a : ssd", "expect 0000:00:‸"), "0000:00:01.0");
    }

    @Test
    void offersNoNamesOfTheGrammar() {
        assertOffersNot(Samples.arm("device 01.0 a : ssd", "expect a BAR 0 at ‸"), "synthetic:HEX");
    }

    @Test
    void offersThePlaceThatAnExpectationIsAbout() {
        assertOffers(Samples.arm("device 01.0 a : ssd", "expect a BAR 0 at ‸"), "0x8000000000");
    }

    @Test
    void offersTheRangeThatAnExpectationIsAbout() {
        assertOffers(Samples.arm("device 01.0 a : ssd", "expect a BAR 0 equals [mem ‸"), "0x8000000000-0x8000003fff");
    }

    @Test
    void offersFreeRanges() {
        assertOffers(Samples.arm("device 01.0 a : ssd\ndevice 02.0 b { BAR 0 [mem ‸ }", ""), "0x10000000-0x10000fff", "0x8000004000-0x8000004fff");
    }

    @Test
    void offersFreePlacesForASize() {
        assertOffers(Samples.arm("device 01.0 a : ssd\ndevice 02.0 b { BAR 0 [mem size 64K] at ‸ }", ""), "0x8000010000");
    }

    @Test
    void doesNotOfferABootToExtendItself() {
        assertOffersNot(Samples.arm("", "") + "boot more extends ‸ { }", "more");
    }

    @Test
    void offersDevicesWhereAnOptionTakesThem() {
        assertOffers(Samples.arm("bridge 01.0 port root-port { }", "command-line \"pci=disable_acs_redir=‸\""), "0000:00:01.0");
    }

    @Test
    void alignsToTheLargestPageOfTheBoot() {
        assertOffers(Samples.arm("device 01.0 a : ssd", "page-size 4K, 64K\ncommand-line \"pci=resource_alignment=‸\""), "16@0000:00:01.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "window [mem 0x10000000-0x3fffffff] | host h { host-bridge 0000:00 { ‸ } }",
        "device 00.0 | host h { host-bridge 0000:00 { ‸ } }",
        "bridge 01.0 root-port | host h { host-bridge 0000:00 { ‸ } }",
        "BAR 0 [mem size 16K 64bit] | device-type t { ‸ }",
        "BAR 0 [io size 32] | device-type t { ‸ }",
        "expect every passthrough BAR mapped | host h { host-bridge 0000:00 { } } boot b of h { ‸ }",
        "expect no BAR unassigned | host h { host-bridge 0000:00 { } } boot b of h { ‸ }"})
    void wholeStatementsAreOfTheLanguage(String label, String text) {
        String written = Editor.of(text).completion(label).getTextEdit().getLeft().getNewText().replaceAll("\\$\\{\\d+:([^}]*)}|\\$\\d", "$1");
        assertEquals(List.of(), Editor.of(text.replace("‸", "\n" + written + "\n")).problems().stream()
                .filter(problem -> problem.getCode().getLeft().equals("PCI001")).toList());
    }
}
