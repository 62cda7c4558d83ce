package org.pcitopo.dsl.problems.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.finder.Machines;
import org.pcitopo.dsl.problems.finder.RuleCheck;

/** What each way to write an expectation means, on one machine. */
class EvaluatorTest {

    /** Two BARs that share a page, one with a page of its own, I/O, a ROM, VF BARs, a bridge, a BAR that finds no place. */
    private static final String MACHINE = """
            device-type small { id 1b36:0007 BAR 0 [mem size 256] }
            """ + Machines.pc("""
            device 01.0 a : small passthrough iommu-group 1
            device 02.0 b : small iommu-group 1
            device 03.0 c iommu-group 2 { id 8086:1572 BAR 0 [mem size 64K 64bit] BAR 2 [io size 32] ROM [mem size 64K] }
            device 04.0 d { id 8086:1573 BAR 0 [mem size 512M] }
            device 05.0 e { id 8086:1574 sr-iov { total-vfs 4 offset 128 stride 1 VF BAR 0 [mem size 16K 64bit pref] } }
            device 06.0 f { id 8086:1575 BAR 0 [mem 0x88000000-0x88000fff] }
            bridge 07.0 port { device 00.0 g { id 8086:1576 BAR 0 [mem size 1M] } }
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "c BAR 0 mapped                              | holds",
        "c mapped                                    | holds",
        "c BAR 2 mapped                              | fails",
        "c BAR 2 emulated because io                 | holds",
        "a BAR 0 mapped                              | fails",
        "a BAR 0 emulated                            | holds",
        "a BAR 0 emulated because unaligned          | fails",
        "no small mapped                             | holds",
        "every small BAR mapped                      | fails",
        "1b36:0007 BAR 0 emulated                    | holds",
        "0000:00:03.0 BAR 0 mapped                   | holds",
        "every BAR mapped                            | fails",
        "passthrough BAR mapped                      | fails",
        "no passthrough BAR mapped                   | holds",
        "no BAR partly mapped                        | holds",
        "d BAR 0 unassigned                          | holds",
        "d BAR 0 assigned                            | fails",
        "c BAR 2 assigned                            | holds",
        "f BAR 0 claimed                             | holds",
        "f BAR 0 moved                               | fails",
        "f BAR 0 assigned                            | holds",
        "f BAR 0 at 0x88000000                       | holds",
        "f BAR 0 at 0x88000100                       | fails",
        "f BAR 0 size 4K                             | holds",
        "f BAR 0 size 8K                             | fails",
        "f BAR 0 equals [mem 0x88000000-0x88000fff]  | holds",
        "f BAR 0 equals [mem 0x88000000-0x88001fff]  | fails",
        "c BAR 0 equals [mem size 64K 64bit]         | holds",
        "c BAR 0 equals [mem size 64K pref]          | fails",
        "c ROM assigned                              | holds",
        "e VF BAR 0 size 64K                         | holds",
        "port mem window size 1M                     | holds",
        "port io window disabled                     | holds",
        "no window unassigned                        | holds",
        "c IOMMU group alone                         | holds",
        "a IOMMU group alone                         | fails",
        "no a IOMMU group alone                      | holds",
        "f IOMMU group alone                         | fails",
        "a BAR 3 mapped                              | is about nothing",
        "no a BAR 3 mapped                           | is about nothing",
        "VF 0 of e BAR 0 mapped                      | is about nothing",
        "0000:00:1f.0 BAR 0 mapped                   | is about nothing"
    })
    void meansWhatItSays(String expectation, String outcome) {
        assertEquals(outcome, outcome("expect " + expectation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "VF 0 of e BAR 0 mapped | holds",
        "VF 3 of e BAR 0 mapped | is about nothing",
        "every VF of e mapped   | holds"
    })
    void knowsVirtualFunctionsThatAreEnabled(String expectation, String outcome) {
        assertEquals(outcome, outcome("then sriov_numvfs e 2\n expect " + expectation));
    }

    @Test
    void keepsTheLineAsItIsWritten() {
        CheckResult result = RuleCheck.all(MACHINE + "boot t of box {\n expect  c\n BAR 0 mapped // yes\n}\n");
        assertEquals("expect c BAR 0 mapped", result.expectations().get(0).result().text());
    }

    private static String outcome(String members) {
        CheckResult result = RuleCheck.all(MACHINE + "boot t of box {\n" + members + "\n}\n");
        Evaluation evaluation = result.expectations().get(0).result().evaluation();
        return evaluation.passed() ? "holds" : evaluation.matchesNothing() ? "is about nothing" : "fails";
    }
}
