package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/** What is not meant stays as it is written. */
class LineEditorTest {

    private static LineEditor editor(String line) {
        return new LineEditor(PciOptions.of(line, KernelRules.mainline(KernelRelease.of("6.12")), Architecture.X86_64));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                    | pci=resource_alignment=X",
        "quiet                                 | quiet pci=resource_alignment=X",
        "pci=nomsi quiet                       | pci=nomsi,resource_alignment=X quiet",
        "pci=nomsi a pci=noaer b               | pci=nomsi a pci=noaer,resource_alignment=X b",
        "pci= quiet                            | pci= quiet pci=resource_alignment=X",
        "a pci=resource_alignment=Y,nomsi b    | a pci=resource_alignment=X,nomsi b",
        "pci=resource_alignment=Y pci=resource_alignment=Z | pci=resource_alignment=Y pci=resource_alignment=X",
        "a -- pci=nomsi                        | a pci=resource_alignment=X -- pci=nomsi",
        "-- single                             | pci=resource_alignment=X -- single"})
    void aListIsWrittenWhereTheKernelReadsIt(String before, String after) {
        assertEquals(after, editor(before).with("X", OptionChange.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci=resource_alignment=Y              | ''",
        "a pci=resource_alignment=Y b          | a b",
        "pci=resource_alignment=Y b            | b",
        "pci=nomsi,resource_alignment=Y b      | pci=nomsi b",
        "pci=resource_alignment=Y,nomsi        | pci=nomsi",
        "pci=resource_alignment=Y a pci=resource_alignment=Z | a"})
    void withoutAListNoEarlierOneComesBack(String before, String after) {
        assertEquals(after, editor(before).with("", OptionChange.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci=realloc,hpmemsize=8G,nomsi        | pci=nomsi,realloc",
        "pci=hpmmiosize=1G quiet               | quiet pci=realloc",
        "pci=realloc=off                       | pci=realloc"})
    void optionsAreExchanged(String before, String after) {
        assertEquals(after, editor(before).with("", new OptionChange(
                Set.of("realloc", "realloc=", "hpmemsize=", "hpmmiosize="), List.of("realloc"))));
    }
}
