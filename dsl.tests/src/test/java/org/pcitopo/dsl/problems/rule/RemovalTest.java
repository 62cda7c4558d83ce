package org.pcitopo.dsl.problems.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci=nomsi,«foo»                          | pci=nomsi",
        "pci=«foo»,nomsi                          | pci=nomsi",
        "quiet pci=«foo» ro                       | quiet ro",
        "quiet pci=«foo»                          | quiet",
        "pci=«foo» quiet                          | quiet",
        "pci=«foo»                                | ''",
        "pci=resource_alignment=«a»;b             | pci=resource_alignment=b",
        "pci=resource_alignment=a;«b»             | pci=resource_alignment=a",
        "pci=resource_alignment=a;«b»;c           | pci=resource_alignment=a;c",
        "pci=resource_alignment=«a»               | ''",
        "pci=nomsi,resource_alignment=«a»         | pci=nomsi",
        "pci=resource_alignment=«a»,nomsi         | pci=nomsi",
        "pci=noats,resource_alignment=«a»,nomsi ro| pci=noats,nomsi ro",
        "quiet pci=resource_alignment=«a» ro      | quiet ro"
    })
    void takesTheSeparatorOrTheOptionWithIt(String marked, String left) {
        int from = marked.indexOf('«');
        int to = marked.indexOf('»') - 1;
        String text = marked.replace("«", "").replace("»", "");
        assertEquals(left, Removal.of(text, from, to).applyTo(text));
    }
}
