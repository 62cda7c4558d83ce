package org.pcitopo.simulator.cmdline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.Architecture;

/** Which alignment a function gets, by release (behaviour specification 1.2, 8.2, C9 and "Seen while recording"). */
class AlignmentRequestsTest {

    private static final long PAGE = 4096;

    private static String asked(AlignmentRequests requests, String target) {
        return requests.requestFor(Texts.target(target), PAGE, 0, false)
                .map(request -> Long.toHexString(request.alignment())).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # an address, with and without domain; without order the page size counts
            4.5  | 00:02.0                           | 00:02.0 | 1000
            6.1  | 00:02.0                           | 00:02.0 | 1000
            6.1  | 0000:00:02.0                      | 00:02.0 | 1000
            6.1  | 0001:00:02.0                      | 00:02.0 | -
            6.1  | 0x0:0x2.0x0                       | 00:02.0 | 1000
            6.1  | 16@00:02.0                        | 00:02.0 | 10000
            6.1  | 0@00:1e.5                         | 00:1e.5 | 1
            6.1  | 8@01:00.3                         | 01:00.3 | 100
            # the first entry that matches decides
            6.1  | 21@00:02.0;12@00:01.0;20@00:02.0  | 00:02.0 | 200000
            6.1  | pci:1b36:0005;16@00:02.0          | 00:02.0 | 1000
            # ids; 0 stands for any
            4.7  | pci:1b36:0005                     | 00:02.0 | -
            4.8  | pci:1b36:0005                     | 00:02.0 | 1000
            6.1  | 16@pci:0:0                        | 00:02.0 | 10000
            6.1  | pci:1b36:0005:1af4:1100           | 00:02.0 | -
            6.1  | pci:1b36:0005:1af4:1100           | 00:02.0 = 1b36:0005:1af4:1100 | 1000
            6.1  | pci:1b36:0005:0:0                 | 00:02.0 = 1b36:0005:1af4:1100 | 1000
            6.1  | pci:11b36:0005                    | 00:02.0 | 1000
            6.1  | pci:8086;00:02.0                  | 00:02.0 | -
            # paths
            4.18 | 00:01.0/00.0                      | 01:00.0 < 00:01.0 | -
            4.18 | 00:01.0/00.0                      | 00:01.0 | 1000
            4.19 | 00:01.0/00.0                      | 01:00.0 < 00:01.0 | 1000
            4.19 | 00:01.0/00.0                      | 00:01.0 | -
            6.1  | 14@00:04.0/00.0/04.0/0b.0         | 03:0b.0 < 02:04.0 < 01:00.0 < 00:04.0 | 4000
            6.1  | 14@00:04.0/00.0/04.0/0b.0         | 03:0b.0 < 02:05.0 < 01:00.0 < 00:04.0 | -
            6.1  | 00:04.0/00.0/04.0/0b.0            | 01:0b.0 < 00:04.0 | -
            6.1  | 80:01.0/00.0                      | 81:00.0 < 80:01.0 | 1000
            # a wrong element ends the list only for functions that the elements behind it fit
            6.1  | nonsense/05.0;00:02.0             | 00:02.0 | 1000
            6.1  | nonsense/02.0;16@01:02.0          | 01:02.0 < 00:01.0 | -
            # order limits
            6.1  | 63@00:02.0                        | 00:02.0 | 8000000000000000
            6.1  | 64@00:02.0                        | 00:02.0 | 1000
            5.10.223 | 64@00:02.0                    | 00:02.0 | 1000
            5.10 | 31@00:02.0                        | 00:02.0 | ffffffff80000000
            5.10 | 30@00:02.0                        | 00:02.0 | 40000000
            5.10 | 36@00:02.0                        | 00:02.0 | 10
            6.1  | 4294967312@00:02.0                | 00:02.0 | 10000
            # hexadecimal orders and plus signs are no orders
            6.1  | 0x10@00:02.0                      | 00:02.0 | -
            6.1  | +16@00:02.0                       | 00:02.0 | -
            6.1  | x@01:00.0;00:02.0                 | 00:02.0 | -
            # entries before a malformed one work, entries behind it are dead
            6.1  | 16@00:02.0;garbage;16@00:03.0     | 00:02.0 | 10000
            6.1  | 16@00:02.0;garbage;16@00:03.0     | 00:03.0 | -
            6.1  | 01:08.0;;00:08.0                  | 01:08.0 | 1000
            6.1  | 01:08.0;;00:08.0                  | 00:08.0 | -
            6.1  | 01:08.0;                          | 00:08.0 | -
            6.1  | 20@06:00                          | 06:00.0 | -
            6.1  | 0000:00:02.0:;00:02.0             | 00:02.0 | -
            6.1  | 00:02.0%                          | 00:02.0 | -
            # before 4.19 what follows an address ends the list silently, but the entry applies
            4.18 | 00:02.0%;00:03.0                  | 00:02.0 | 1000
            4.18 | 00:02.0%;00:03.0                  | 00:03.0 | -
            # wildcards and :noresize on mainline
            6.1  | 16@*:*:*.*:noresize               | 00:02.0 | -
            6.1  | 00:0b.0:noresize;00:0b.0          | 00:0b.0 | -
            4.18 | 00:0b.0:noresize;00:0c.0          | 00:0b.0 | 1000
            4.18 | 00:0b.0:noresize;00:0c.0          | 00:0c.0 | -
            6.12 | pci:0:0:noresize                  | 00:0b.0 | 1000
            6.12 | pci:1:2:noresize;00:0b.0          | 00:0b.0 | -
            # commas: anywhere before 4.19, from then on behind ids alone
            4.18 | 00:01.0,00:02.0                   | 00:02.0 | 1000
            6.1  | 00:01.0,00:02.0                   | 00:01.0 | -
            6.1  | pci:1:2,00:02.0                   | 00:02.0 | 1000
            # out of range: exact before 4.19, then the upper bits of slot and function are lost
            4.18 | 00:21.0                           | 00:01.0 | -
            6.1  | 00:21.0                           | 00:01.0 | 1000
            6.1  | 00:01.8                           | 00:01.0 | 1000
            6.1  | 100:01.0                          | 00:01.0 | -
            """)
    void aFunctionGetsTheAlignmentOfTheFirstEntryThatMatches(String kernel, String list, String target, String alignment) {
        assertEquals(alignment, asked(Texts.requests(kernel, list), target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X86_64  | 6.1  | -1  | 8000000000000000
            AARCH64 | 6.1  | -1  | 8000000000000000
            PPC64LE | 6.1  | -1  | -
            X86_64  | 6.1  | -52 | 1000
            PPC64LE | 6.1  | -116 | 1000
            X86_64  | 5.10 | -1  | 1000
            X86_64  | 5.10 | -2  | 40000000
            PPC64LE | 5.10 | 36  | -
            """)
    void aNegativeOrderReachesTheProcessorsShift(Architecture architecture, String kernel, int order, String alignment) {
        AlignmentRequests requests =
                AlignmentRequests.of(new Token(0, order + "@00:16.0"), Texts.rules(kernel), architecture);
        assertEquals(alignment, asked(requests, "00:16.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            16@*:*:*.*:noresize                 | 0001:05:02.3 | 10000 false
            16@*:*:*.*                          | 0001:05:02.3 | 10000 true
            *:*.*                               | 0001:05:02.3 | -
            *:*.*                               | 05:02.3      | 1000 true
            20@0001:0c:00.0;*:01:*.*:noresize   | 0001:0c:00.0 | 100000 true
            20@0001:0c:00.0;*:01:*.*:noresize   | 0007:01:1f.0 | 1000 false
            00:01.0:noresize,00:02.0            | 00:02.0      | 1000 true
            00:01.0:nosize;00:02.0              | 00:02.0      | -
            pci:0:0                             | 00:02.0      | -
            16@**:0.0                           | 00:00.0      | -
            64@00:02.0                          | 00:02.0      | 1 true
            """)
    void theSeriesReadsWildcardsAndNoresize(String list, String target, String expected) {
        Optional<AlignmentRequest> request =
                Texts.requests("v4", list).requestFor(Texts.target(target), PAGE, 0, false);
        assertEquals(expected,
                request.map(asked -> Long.toHexString(asked.alignment()) + " " + asked.resize()).orElse("-"));
    }

    @Test
    void inTheSeriesTheLastSuffixDecidesHowTheDefaultApplies() {
        Optional<AlignmentRequest> request = Texts.requests("v4", "16@0000:01:00.0")
                .requestFor(Texts.target("00:05.0"), PAGE, PAGE, false);
        assertEquals(Optional.of(new AlignmentRequest(PAGE, true, OptionalInt.empty())), request);
    }

    @Test
    void theDefaultKeepsSizesWhereNoEntryMatches() {
        Optional<AlignmentRequest> request = Texts.requests("6.1", "16@0000:01:00.0")
                .requestFor(Texts.target("00:05.0"), PAGE, 0x10000, false);
        assertEquals(Optional.of(new AlignmentRequest(0x10000, false, OptionalInt.empty())), request);
    }

    @Test
    void anEntryReplacesTheDefault() {
        Optional<AlignmentRequest> request = Texts.requests("6.1", "12@pci:0:0")
                .requestFor(Texts.target("00:05.0"), 0x10000, 0x10000, false);
        assertEquals(Optional.of(new AlignmentRequest(0x1000, true, OptionalInt.of(0))), request);
    }

    @ParameterizedTest
    @CsvSource({"4.8, 1000", "4.9, -"})
    void requestsAreIgnoredWhereFirmwaresAssignmentHasToStay(String kernel, String alignment) {
        String asked = Texts.requests(kernel, "00:05.0").requestFor(Texts.target("00:05.0"), PAGE, 0, true)
                .map(request -> Long.toHexString(request.alignment())).orElse("-");
        assertEquals(alignment, asked);
    }

    @ParameterizedTest
    @CsvSource({"4.18, 1000", "5.4, -", "5.14, 1000"})
    void theLineEndOfAnEchoSpoilsAnEntryFrom419To513(String kernel, String alignment) {
        AlignmentRequests written = AlignmentRequests.echoed("00:05.0", Texts.rules(kernel), Architecture.X86_64);
        assertEquals(alignment, asked(written, "00:05.0"));
    }

    /** Vector V05: the error is logged once for each function that no entry before matches. */
    @Test
    void theUnreadableRestIsToldForEveryOtherFunction() {
        AlignmentRequests requests = Texts.requests("6.1", "16@00:02.0;garbage;16@00:03.0");
        List<String> told = List.of("00:00.0", "00:01.0", "00:02.0", "00:03.0", "00:04.0").stream()
                .flatMap(function -> requests.scan(Texts.target(function), PAGE, 0, false).failedAt().stream().boxed())
                .map(requests::unreadableText).toList();
        assertEquals(Collections.nCopies(4, "garbage;16@00:03.0"), told);
    }

    @Test
    void aScanTellsWhichEntryEndedIt() {
        AlignmentScan scan = Texts.requests("6.1", "64@00:01.0;garbage;16@00:03.0")
                .scan(Texts.target("00:03.0"), PAGE, 0, false);
        assertEquals(new AlignmentScan(Optional.empty(), OptionalInt.empty(), OptionalInt.of(1), List.of(0), false),
                scan);
    }
}
