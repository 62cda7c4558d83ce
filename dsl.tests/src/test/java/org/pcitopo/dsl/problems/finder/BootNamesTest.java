package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.BootId;

class BootNamesTest {

    private static final BootId OLD = new BootId("talos", "stock", "6.1", 65536);
    private static final BootId NEW = new BootId("talos", "stock", "6.12", 65536);
    private static final BootId SMALL = new BootId("talos", "small", "6.12", 4096);
    private static final BootId LARGE = new BootId("talos", "small", "6.12", 65536);
    private static final BootId UNNAMED = new BootId("talos", "", "6.12", 65536);
    private final BootNames names = new BootNames(List.of(OLD, NEW, SMALL, LARGE, UNNAMED));

    @Test
    void namesABootThatIsMeantWholly() {
        assertEquals(" in boot \"stock\"", names.in(List.of(OLD, NEW)));
    }

    @Test
    void namesTheReleaseWhereOnlySomeAreMeant() {
        assertEquals(" in boot \"stock\" (Linux 6.1)", names.in(List.of(OLD)));
    }

    @Test
    void namesThePageSizeWhereOnlySomeAreMeant() {
        assertEquals(" in boot \"small\" (pages of 4K)", names.in(List.of(SMALL)));
    }

    @Test
    void namesSeveralBoots() {
        assertEquals(" in boots \"stock\" (Linux 6.12) and \"small\"", names.in(List.of(NEW, SMALL, LARGE)));
    }

    @Test
    void namesKernelsWithThePageSizesThatAreMeantOfEach() {
        List<BootId> matrix = Stream.of("4.4", "4.9", "6.12").flatMap(kernel -> Stream.of(4096L, 16384L, 65536L)
                .map(page -> new BootId("rack", "tried", kernel, page))).toList();
        List<BootId> some = matrix.stream().filter(boot -> boot.pageSize() == 4096 || !boot.kernel().equals("4.4") && boot.pageSize() == 16384).toList();

        assertEquals(" in boot \"tried\" (Linux 4.4, pages of 4K; Linux 4.9 and 6.12, pages of 4K and 16K)", new BootNames(matrix).in(some));
    }

    @Test
    void leavesOutWhatAllHaveInCommon() {
        List<BootId> matrix = Stream.of("4.4", "4.9").flatMap(kernel -> Stream.of(4096L, 65536L)
                .map(page -> new BootId("rack", "tried", kernel, page))).toList();

        assertEquals(" in boot \"tried\" (pages of 64K)", new BootNames(matrix).in(matrix.stream().filter(boot -> boot.pageSize() == 65536).toList()));
    }

    @Test
    void saysNothingOfABootWithoutName() {
        assertEquals("", names.in(List.of(UNNAMED)));
    }
}
